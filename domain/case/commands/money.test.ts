import { describe, expect, test } from 'vitest'

import { paidOn } from '../state.ts'
import { after, refusalOf } from '#tests/kit/case.ts'
import type { Deed } from '#tests/kit/case.ts'
import { at, business, businessRoad, employmentRoad, paid, quote, released, requested } from '#tests/kit/roads.ts'
import { expectRefusals, having } from '#tests/kit/refusals.ts'

const { signedByBeneficiary, trained, firstRequested, firstReleased, firstPaid, secondRequested } = businessRoad
const returned = (day: string, by: Deed['by'] = 'payment-approver'): Deed => ({
  command: 'return-tranche',
  by,
  day,
  input: { tranche: 'first', reason: 'another supplier' },
})

describe('commitment and training', () => {
  test('the last signature completes the commitment', () => {
    expect(business('signedByOperator').state.done['agreement']).toBeUndefined()
    expect(business('signedByOffice').state.done['agreement']).toBe('2026-05-20')
    expect(business('signedByOffice').state.signatures.map((each) => each.party)).toEqual([
      'beneficiary',
      'operator',
      'office',
    ])
  })

  test('trainings add up', () => {
    expect(after(business('trained'), having(trained, { title: 'accounts' })).state.trainings).toHaveLength(2)
  })

  expectRefusals([
    ['a second signature', business('signedByBeneficiary'), signedByBeneficiary, 'already-signed', 'party'],
    ['a signature after the last', business('signedByOffice'), signedByBeneficiary, 'already-done'],
    [
      'a signature before the grant',
      business('decided'),
      having(signedByBeneficiary, { on: '2026-05-11' }),
      'date-too-early',
      'on',
    ],
    [
      'more days than there were',
      business('signedByOffice'),
      having(trained, { attended: 6 }),
      'attended-above-days',
      'attended',
    ],
  ])

  test('a party that the step does not name is refused', () => {
    const before = business('decided')
    const journey = before.running.edition.journey.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => (step.kind === 'agreement' ? { ...step, signedBy: ['office' as const] } : step)),
    }))
    const played = { ...before, running: { ...before.running, edition: { ...before.running.edition, journey } } }
    expect(refusalOf(played, signedByBeneficiary)).toMatchObject({
      code: 'party-not-asked',
      facts: { asked: ['office'] },
    })
  })
})

describe('request', () => {
  expectRefusals([
    ['a tranche before the grant', business('submitted'), firstRequested, 'not-at-this-stage'],
    ['a tranche before the commitment', business('decided'), firstRequested, 'step-needs'],
    [
      'a tranche without its quote',
      business('quoted'),
      having(firstRequested, { evidence: [] }),
      'condition-not-proven',
      'evidence',
    ],
    [
      'a tranche with another paper',
      business('billed'),
      having(secondRequested, { evidence: [] }),
      'condition-not-proven',
      'evidence',
    ],
    ['a paper that is not on the case', business('trained'), firstRequested, 'unknown-choice', 'evidence'],
    ['a tranche that was requested', business('firstRequested'), firstRequested, 'tranche-not-waiting', 'tranche'],
    [
      'the second before the first is paid',
      business('firstPaidInPart'),
      requested('second', [quote], '2026-06-02', 'supplier'),
      'earlier-tranche-unpaid',
      'tranche',
    ],
    [
      'a tranche of another aid',
      business('quoted'),
      having(firstRequested, { tranche: 'settling-in' }),
      'unknown-choice',
      'tranche',
    ],
    [
      'a payee the aid does not pay',
      business('quoted'),
      having(firstRequested, { payee: 'operator' }),
      'payee-not-possible',
      'payee',
    ],
    [
      'a tranche for somebody who withdrew',
      after(business('quoted'), { command: 'withdraw', by: 'coordinator', day: '2026-06-01', input: { reason: 'r' } }),
      firstRequested,
      'person-left',
    ],
    ['an adviser', business('quoted'), { ...firstRequested, by: 'adviser' }, 'role-may-not'],
  ])

  test('names every condition that is not proven', () => {
    const early = requested('second', [], '2026-06-04', 'supplier')
    expect(refusalOf(business('firstPaid'), early)?.facts).toMatchObject({
      conditions: ['first-receipts', 'satisfactory-visit'],
    })
    const slip = having(employmentRoad.requested, { evidence: [] })
    expect(refusalOf(at('slip', employmentRoad), slip)?.facts).toMatchObject({
      condition: 'work-contract',
      conditions: ['work-contract', 'payslip'],
    })
  })

  test('a visit that found nobody proves nothing', () => {
    const absent = after(
      business('firstPaid'),
      {
        command: 'record-visit',
        by: 'adviser',
        day: '2026-07-02',
        input: { finding: 'not-met', documents: [], text: 't' },
      },
      businessRoad.billed,
    )
    expect(refusalOf(absent, secondRequested)?.facts).toMatchObject({ conditions: ['satisfactory-visit'] })
  })

  test('where a condition asks for a statement, words are the proof', () => {
    const before = business('quoted')
    const stated = { condition: 'said', title: { fr: 't', en: 't', ar: 't' }, proof: 'statement' as const }
    const aids = before.running.edition.aids.map((aid) => ({
      ...aid,
      tranches: aid.tranches.map((tranche) => ({ ...tranche, conditions: [stated] })),
    }))
    const played = { ...before, running: { ...before.running, edition: { ...before.running.edition, aids } } }
    expect(refusalOf(played, firstRequested)).toMatchObject({ code: 'condition-not-proven', field: 'text' })
    expect(refusalOf(played, having(firstRequested, { text: 'all is well' }))).toBeUndefined()
  })
})

describe('release and return', () => {
  expectRefusals([
    [
      'a release by who requested it',
      business('firstRequested'),
      { ...firstReleased, user: 'user-finance-officer' },
      'same-person',
      'tranche',
    ],
    ['a release of what nobody requested', business('quoted'), firstReleased, 'tranche-not-requested'],
    ['a second release', business('firstReleased'), firstReleased, 'tranche-not-requested'],
    [
      'a release of the other tranche',
      business('firstRequested'),
      released('second', '2026-06-01'),
      'tranche-not-requested',
      'tranche',
    ],
    ['a return of what nobody requested', business('quoted'), returned('2026-06-01'), 'tranche-not-requested'],
    [
      'a return of what is paid in part',
      business('firstPaidInPart'),
      returned('2026-06-02'),
      'paid-in-part',
      'tranche',
    ],
    ['a release by finance', business('firstRequested'), { ...firstReleased, by: 'finance-officer' }, 'role-may-not'],
  ])

  test('a returned tranche waits again, without payee and evidence', () => {
    for (const moment of ['firstRequested', 'firstReleased'] as const) {
      const { state } = after(business(moment), returned('2026-06-01', 'finance-officer'))
      expect(state.award?.tranches[0]).toMatchObject({
        state: 'waiting',
        payee: null,
        evidence: [],
        requestedBy: null,
        releasedBy: null,
      })
    }
    const again = after(business('firstReleased'), returned('2026-06-01'), firstRequested, firstReleased)
    expect(again.state.award?.tranches[0]?.state).toBe('released')
  })
})

describe('payment', () => {
  test('several payments make up a tranche; the step is done with the last unit', () => {
    const part = business('firstPaidInPart').state
    expect(part.award?.tranches[0]).toMatchObject({ state: 'released' })
    expect(part.done['disbursement']).toBeUndefined()
    expect(part.marks['first-payment']).toBe('2026-06-02')
    const whole = business('firstPaid').state
    expect(whole.award?.tranches[0]).toMatchObject({ state: 'paid' })
    expect(paidOn(whole.award!.tranches[0]!)).toBe(2_870_000)
    expect(whole.done['disbursement']).toBe('2026-06-03')
    expect(business('secondPaid').state.done['balance']).toBe('2026-07-13')
  })

  expectRefusals([
    [
      'one unit too much',
      business('firstPaidInPart'),
      paid('first', 870_001, '2026-06-03'),
      'amount-above-tranche',
      'amount',
    ],
    ['nothing', business('firstReleased'), paid('first', 0, '2026-06-02'), 'amount-zero', 'amount'],
    [
      'a tranche that is only requested',
      business('firstRequested'),
      paid('first', 1, '2026-06-02'),
      'tranche-not-released',
    ],
    [
      'the tranche that is not released',
      business('firstReleased'),
      paid('second', 1, '2026-06-02'),
      'tranche-not-released',
      'tranche',
    ],
    [
      'a payment by who released it',
      business('firstReleased'),
      { ...firstPaid, user: 'user-payment-approver' },
      'same-person',
      'tranche',
    ],
    [
      'a day to come',
      business('firstReleased'),
      having(paid('first', 1, '2026-06-02'), { on: '2026-06-03' }),
      'date-ahead',
      'on',
    ],
    [
      'a day before the grant',
      business('firstReleased'),
      having(paid('first', 1, '2026-06-02'), { on: '2026-05-11' }),
      'date-too-early',
      'on',
    ],
  ])

  test('says what is left', () => {
    const refusal = refusalOf(business('firstPaidInPart'), paid('first', 900_000, '2026-06-03'))
    expect(refusal?.facts).toEqual({ tranche: 'first', amount: 900_000, left: 870_000, currency: 'XAF' })
  })

  test('on a road with one payment step, it is done when all tranches are paid', () => {
    const before = business('secondReleased')
    const journey = before.running.edition.journey.map((stage) => ({
      ...stage,
      steps: stage.steps.filter((step) => step.step !== 'balance'),
    }))
    const running = { ...before.running, edition: { ...before.running.edition, journey } }
    const events = after({ ...before, running }, paid('second', 1_230_000, '2026-07-13')).events.at(-1)
    expect(events?.data).toMatchObject({ step: 'disbursement', complete: true })
  })
})
