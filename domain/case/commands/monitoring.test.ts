import { describe, expect, test } from 'vitest'

import { after, eventsOf, refusalOf } from '#tests/kit/case.ts'
import type { Deed } from '#tests/kit/case.ts'
import { business, businessRoad, visited } from '#tests/kit/roads.ts'
import { expectRefusals, having } from '#tests/kit/refusals.ts'

const { interim, final, closed } = businessRoad
const byCoordinator = (command: string, day: string, input: Record<string, unknown> = {}): Deed => ({
  command,
  by: 'coordinator',
  day,
  input,
})
const renewed = byCoordinator('renew-monitoring', '2027-05-20', { reason: 'the market moved' })
const raised = byCoordinator('raise-difficulty', '2026-08-01', { about: 'market', text: 'eggs do not sell' })

describe('visits', () => {
  test('the operator counts along the plan, the office visits on its own, and who is not met does not count', () => {
    const played = after(
      business('visitOne'),
      visited('2026-08-01', 'adviser', 'not-met'),
      visited('2026-08-05', 'coordinator'),
      visited('2026-09-02'),
    )
    expect(played.state.visits.map(({ number, byOffice }) => `${number} ${byOffice}`)).toEqual([
      '1 operator-one',
      'null operator-one',
      'null yaounde',
      '2 operator-one',
    ])
    expect(played.state.done['own-visit']).toBe('2026-08-05')
    expect(played.state.done['visits']).toBeUndefined()
  })

  test('the plan is fulfilled with its last visit; further visits leave that day as it is', () => {
    expect(business('visitFour').state.done['visits']).toBeUndefined()
    const done = business('visitFive')
    expect(done.state.done['visits']).toBe('2027-06-02')
    expect(after(done, visited('2027-06-04')).state).toMatchObject({ done: { visits: '2027-06-02' } })
  })

  test('the same command gives the same visit its id', () => {
    const deed = visited('2026-07-02')
    expect(eventsOf(business('firstPaid'), deed)).toEqual(eventsOf(business('firstPaid'), deed))
  })

  expectRefusals([
    ['a visit before the aid was paid', business('firstReleased'), visited('2026-06-02'), 'step-needs'],
    ['a visit to come', business('firstPaid'), having(visited('2026-07-02'), { on: '2026-07-03' }), 'date-ahead', 'on'],
    ['another operator', business('firstPaid'), { ...visited('2026-07-02'), office: 'operator-two' }, 'office-may-not'],
  ])
})

describe('difficulties', () => {
  test('stay open until they are resolved', () => {
    const before = after(business('visitOne'), raised)
    const [open] = before.state.difficulties
    expect(open).toMatchObject({ about: 'market', on: '2026-08-01', resolvedOn: null })
    const resolved = byCoordinator('resolve-difficulty', '2026-08-20', {
      difficulty: open?.difficulty,
      text: 'a hotel buys',
    })
    const resolvedCase = after(before, resolved)
    expect(resolvedCase.state.difficulties).toMatchObject([{ resolvedOn: '2026-08-20' }])
    expect(refusalOf(resolvedCase, resolved)).toMatchObject({ code: 'no-difficulty' })
    const early = having(resolved, { on: '2026-07-31' })
    expect(refusalOf(before, early)).toMatchObject({ code: 'date-too-early', field: 'on' })
    expect(refusalOf(before, having(resolved, { difficulty: 'none' }))).toMatchObject({ code: 'unknown-choice' })
  })

  expectRefusals([
    [
      'a kind of difficulty that there is not',
      business('visitOne'),
      having(raised, { about: 'weather' }),
      'invalid-input',
      'about',
    ],
  ])
})

describe('reports', () => {
  expectRefusals([
    [
      'the interim report twice',
      business('visitFive'),
      having(interim, {}, { day: '2027-06-02' }),
      'already-reported',
      'report',
    ],
    ['the final before the interim', business('visitThree'), having(final, {}, { day: '2026-12-03' }), 'step-needs'],
    ['the final before the visits', business('visitFour'), having(final, {}, { day: '2027-03-03' }), 'step-needs'],
    ['a report of the office', business('visitThree'), { ...interim, by: 'coordinator' }, 'role-may-not'],
  ])

  test('a report that the scheme does not ask for is refused', () => {
    const before = business('visitThree')
    const monitoring = { ...before.running.edition.monitoring!, reports: [] }
    const played = { ...before, running: { ...before.running, edition: { ...before.running.edition, monitoring } } }
    expect(refusalOf(played, interim)).toMatchObject({ code: 'report-not-asked', field: 'report' })
  })

  test('two reports may share one step: the last one completes it', () => {
    const before = business('visitThree')
    const journey = before.running.edition.journey.map((stage) => ({
      ...stage,
      steps: stage.steps
        .filter((step) => step.step !== 'interim-report')
        .map((step) => (step.step === 'final-report' ? { ...step, needs: ['disbursement'] } : step)),
    }))
    const played = { ...before, running: { ...before.running, edition: { ...before.running.edition, journey } } }
    const half = after(played, interim)
    expect(half.state.done['final-report']).toBeUndefined()
    expect(after(half, having(final, {}, { day: '2026-12-04' })).state.done['final-report']).toBe('2026-12-04')
  })
})

describe('renewal', () => {
  test('runs on from the end of the year, once', () => {
    const before = after(business('visitFour'), renewed)
    expect(before.state.renewal).toEqual({ times: 1, until: '2028-06-02' })
    expect(refusalOf(before, renewed)).toMatchObject({ code: 'renewal-not-possible', facts: { times: 1, possible: 1 } })
  })

  test('the renewed plan has more visits', () => {
    const before = after(business('visitFour'), renewed, visited('2027-06-02'))
    expect(before.state.done['visits']).toBeUndefined()
  })

  expectRefusals([
    [
      'a renewal before it began',
      business('signedByOffice'),
      having(renewed, {}, { day: '2026-05-21' }),
      'monitoring-not-started',
    ],
    ['a renewal by the programme', business('visitFour'), { ...renewed, by: 'programme-manager' }, 'role-may-not'],
  ])
})

describe('the end', () => {
  const withdrew = byCoordinator('withdraw', '2026-03-01', { reason: 'found work' })
  const left = byCoordinator('record-remigration', '2026-03-01')
  const close = (day: string, input: Record<string, unknown>) => byCoordinator('close-case', day, input)
  const reopened = byCoordinator('reopen-case', '2027-06-20', { reason: 'too soon' })

  test('a case that is not at its end is closed with words; after a withdrawal or a departure without', () => {
    const early = close('2026-03-02', { reason: 'stopped' })
    const refusal = refusalOf(business('taken'), early)
    expect(refusal).toMatchObject({ code: 'text-needed', field: 'text' })
    expect(refusal?.facts['steps']).toContain('idea')
    expect(after(business('taken'), having(early, { text: 'no answer for months' })).state.status).toBe('closed')
    expect(after(business('taken'), withdrew, early).state.closure).toEqual({
      reason: 'stopped',
      on: '2026-03-02',
      step: 'closure',
    })
    expect(after(business('taken'), left, having(early, { reason: 'left-again' })).state.remigratedOn).toBe(
      '2026-03-01',
    )
  })

  test('a closed case can be opened again and goes on where it stopped', () => {
    const { state } = after(business('closed'), reopened)
    expect(state).toMatchObject({ status: 'open', closure: null })
    expect(state.done['closure']).toBeUndefined()
    expect(after(business('closed'), reopened, having(closed, {}, { day: '2027-06-21' })).state.status).toBe('closed')
  })

  expectRefusals([
    [
      'closing while a tranche is released',
      business('firstReleased'),
      close('2026-06-02', { reason: 'stopped', text: 't' }),
      'open-obligations',
    ],
    [
      'closing while a tranche is paid in part',
      business('firstPaidInPart'),
      close('2026-06-02', { reason: 'stopped', text: 't' }),
      'open-obligations',
    ],
    [
      'a reason the scheme does not have',
      business('final'),
      having(closed, { reason: 'bored' }),
      'unknown-choice',
      'reason',
    ],
    [
      'closing before the withdrawal',
      after(business('taken'), withdrew),
      having(close('2026-03-02', { reason: 'stopped' }), { on: '2026-02-28' }),
      'date-too-early',
      'on',
    ],
    ['a second withdrawal', after(business('taken'), withdrew), withdrew, 'already-withdrawn'],
    ['a second departure from the country', after(business('taken'), left), left, 'already-left'],
    ['a departure before the arrival', business('taken'), having(left, { on: '2026-02-10' }), 'date-too-early', 'on'],
    ['opening an open case', business('final'), reopened, 'not-at-this-stage'],
    ['a visit to a closed case', business('closed'), visited('2027-06-11'), 'not-at-this-stage'],
    ['opening before the closure', business('closed'), having(reopened, { on: '2027-06-09' }), 'date-too-early', 'on'],
  ])
})
