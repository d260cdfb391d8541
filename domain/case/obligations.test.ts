import { describe, expect, test } from 'vitest'

import { noHolidays } from '../holidays.ts'
import { caseAfter, folded, reportMade, smallRunning, visitMade, type SmallMoment } from '#tests/kit/small-scheme.ts'

import { monitoringPeriod, visitPlan } from './monitoring.ts'
import { obligationsOf } from './obligations.ts'
import type { CaseState } from './state.ts'

function owed(state: CaseState): string[] {
  return obligationsOf(state, smallRunning, noHolidays).map(
    ({ key, role, office, dueOn }) => `${key} ${role}@${office ?? 'scheme'}${dueOn === null ? '' : ` by ${dueOn}`}`,
  )
}

describe('who owes what next', () => {
  const next: readonly (readonly [SmallMoment, string])[] = [
    ['registered', 'step:aid-choice counsellor@lyon'],
    ['aidChosen', 'step:departure counsellor@lyon'],
    ['departed', 'step:hand-over counsellor@lyon by 2026-01-22'],
    ['offered', 'custody coordinator@yaounde by 2026-01-22'],
    ['accepted', 'step:first-contact coordinator@yaounde by 2026-02-05'],
    ['contacted', 'step:designation coordinator@yaounde by 2026-02-05'],
    ['designated', 'designation-answer adviser@operator-one by 2026-02-05'],
    ['agreed', 'step:idea adviser@operator-one'],
    ['ideaIn', 'step:idea coordinator@yaounde'],
    ['ideaApproved', 'step:committee coordinator@yaounde'],
    ['filed', 'step:committee committee-secretary@scheme'],
    ['decided', 'step:payment adviser@operator-one'],
    ['quoted', 'step:payment finance-officer@scheme'],
    ['asked', 'tranche:first payment-approver@scheme'],
    ['released', 'payment:first finance-officer@scheme'],
  ]
  test.each(next)('after %s: %s', (moment, expected) => {
    expect(owed(caseAfter(moment))).toEqual([expected])
  })

  test('working days leave out holidays', () => {
    const [contact] = obligationsOf(caseAfter('accepted'), smallRunning, { ...noHolidays, holidays: ['2026-01-30'] })
    expect(contact?.dueOn).toBe('2026-02-06')
  })
})

describe('the monitoring year', () => {
  test('while the second tranche waits for a visit, the visit is owed and not the payment', () => {
    const before = owed(caseAfter('paid'))
    expect(before[0]).toBe('visit:1 adviser@operator-one by 2026-04-10')
    expect(before.join()).not.toContain('step:payment')
    expect(owed(caseAfter('paid', visitMade(1, '2026-04-02')))).toContain('step:payment finance-officer@scheme')
  })

  test('begins with the first payment: visits, own visit and reports, each with its day', () => {
    expect(owed(caseAfter('settled'))).toEqual([
      'visit:1 adviser@operator-one by 2026-04-10',
      'visit:2 adviser@operator-one by 2026-09-10',
      'visit:3 adviser@operator-one by 2027-03-10',
      'own-visit:1 coordinator@yaounde by 2027-03-10',
      'report:interim adviser@operator-one by 2026-09-10',
      'report:final adviser@operator-one by 2027-03-10',
    ])
  })

  test('a visit or report that was made is owed no longer, and the step itself is asked for when the plan is done', () => {
    const made = [1, 2, 3].map((number) => visitMade(number, '2026-04-02'))
    const before = caseAfter('settled', ...made, visitMade(null, '2026-05-01'))
    expect(owed(before)).toEqual([
      'step:visits adviser@operator-one',
      'report:interim adviser@operator-one by 2026-09-10',
      'report:final adviser@operator-one by 2027-03-10',
    ])
    const after = caseAfter(
      'settled',
      ...made,
      visitMade(null, '2026-05-01', true),
      reportMade('interim', '2026-09-01'),
    )
    expect(owed(after)).toEqual(['report:final adviser@operator-one by 2027-03-10'])
    const reports = [reportMade('interim', '2026-09-01'), reportMade('final', '2027-03-02')]
    expect(owed(caseAfter('settled', ...made, visitMade(null, '2026-05-01', true), ...reports))).toEqual([
      'step:closure coordinator@yaounde by 2027-04-02',
    ])
  })

  test('a renewal repeats the visits up to its end and moves the final report', () => {
    const renewal = { months: 6, until: '2027-09-10', reason: 't', on: '2027-01-10' }
    const state = caseAfter('settled', { type: 'monitoring-renewed', data: renewal })
    expect(monitoringPeriod(state, smallRunning)).toEqual({ from: '2026-03-10', until: '2027-09-10' })
    expect(visitPlan(state, smallRunning).map(({ on }) => on)).toEqual([
      '2026-04-10',
      '2026-09-10',
      '2027-03-10',
      '2027-04-10',
      '2027-09-10',
    ])
    expect(owed(state)).toContain('report:final adviser@operator-one by 2027-09-10')
  })

  test('an open difficulty is the operator’s until it is resolved', () => {
    const raised = {
      type: 'difficulty-raised',
      data: { difficulty: 'd', about: 'sales', text: 't', on: '2026-05-01' },
    } as const
    const solved = { type: 'difficulty-resolved', data: { difficulty: 'd', text: 't', on: '2026-05-03' } } as const
    expect(owed(caseAfter('settled', raised))).toContain('difficulty:d adviser@operator-one')
    expect(owed(caseAfter('settled', raised, solved)).join()).not.toContain('difficulty')
  })
})

describe('what moves and what ends', () => {
  test('everything of the office with custody and of the operator moves with them', () => {
    const moved = caseAfter(
      'settled',
      { type: 'custody-accepted', data: { step: 'hand-over', on: '2026-06-01', from: 'yaounde', to: 'douala' } },
      {
        type: 'operator-designated',
        data: { operator: 'operator-two', reason: 't', on: '2026-06-02', step: 'designation' },
      },
    )
    const offices = obligationsOf(moved, smallRunning, noHolidays).map(({ office }) => office)
    expect([...new Set(offices)].toSorted()).toEqual(['douala', 'operator-two'])
  })

  test('after a withdrawal only the closure remains, and money under way', () => {
    const withdrawn = { type: 'person-withdrew', data: { reason: 't', on: '2026-03-07' } } as const
    expect(owed(caseAfter('contacted', withdrawn))).toEqual(['step:closure coordinator@yaounde'])
    expect(owed(caseAfter('released', withdrawn))).toEqual([
      'payment:first finance-officer@scheme',
      'step:closure coordinator@yaounde',
    ])
  })

  test('for someone who is not eligible, the closure remains, until the answer is another one', () => {
    const verdict = (result: 'met' | 'not-met') =>
      ({ type: 'verdict-given', data: { step: 'verdict', on: '2026-01-06', result, reasons: [] } }) as const
    expect(owed(caseAfter('registered', verdict('not-met')))).toEqual(['step:closure counsellor@lyon'])
    const later = caseAfter('registered', verdict('not-met'), verdict('met'))
    expect(owed(later)).toEqual(['step:aid-choice counsellor@lyon'])
  })

  test('a closed case and a case that never began owe nothing', () => {
    const closed = {
      type: 'case-closed',
      data: { step: 'closure', on: '2026-04-01', reason: 'done', text: null },
    } as const
    expect(owed(caseAfter('settled', closed))).toEqual([])
    expect(owed(folded())).toEqual([])
  })

  test('keys of one case never repeat', () => {
    const moments: SmallMoment[] = ['registered', 'offered', 'designated', 'ideaIn', 'filed', 'asked', 'settled']
    for (const moment of moments) {
      const keys = obligationsOf(caseAfter(moment), smallRunning, noHolidays).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.length).toBeGreaterThan(0)
    }
  })
})
