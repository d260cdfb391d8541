import { describe, expect, test } from 'vitest'

import { after, eventsOf, refusalOf, runningScheme } from '#tests/kit/case.ts'
import { laterEdition, moved, withAid, withRule, withStep } from '#tests/kit/editions.ts'
import { at, business, employmentRoad } from '#tests/kit/roads.ts'

import type { RunningEdition } from '../../scheme/rules.ts'
import type { EditionChange } from '../edition-change.ts'

const now = runningScheme('ofii-cameroon')
const day = '2026-06-20'

function changes(played: ReturnType<typeof business>, target: RunningEdition): readonly EditionChange[] {
  const [event] = eventsOf(played, moved(target, day))
  return event?.type === 'edition-moved' ? event.data.changes : []
}

const shorter = laterEdition(now, (edition) =>
  withStep(edition, 'plan', (step) => [
    { ...step, deadline: { within: 10, unit: 'days', after: 'feasibility', source: 'to-confirm' } },
  ]),
)
const lower = laterEdition(now, (edition) => withRule(edition, 'plafond documenté', '3000000 XAF'))

describe('a case moves to another edition', () => {
  test('and goes on by its rules; the event says from where, to where and what changed', () => {
    const before = business('studied')
    const target = shorter
    expect(eventsOf(before, moved(target, day))).toEqual([
      {
        type: 'edition-moved',
        data: {
          from: '2025-11',
          to: '2026-01',
          reason: 'a new decree',
          on: day,
          changes: [{ change: 'deadline', of: 'step:plan', before: '2026-05-02', after: '2026-04-12' }],
        },
      },
    ])
    expect(after(before, moved(target, day)).state).toMatchObject({ edition: '2026-01', done: before.state.done })
  })

  test('changes nothing where both editions say the same of it', () => {
    expect(changes(business('studied'), laterEdition(now))).toEqual([])
    expect(changes(business('planned'), shorter)).toEqual([])
  })

  test('says a lower ceiling, in minor units', () => {
    expect(changes(business('planned'), lower)).toEqual([
      { change: 'ceiling', of: 'business', before: 4_500_000, after: 3_000_000 },
    ])
  })

  test('says a step that appears, one that goes although it was done, and the stage it falls back to', () => {
    const target = laterEdition(now, (edition) => {
      const without = withStep(edition, 'resilience', () => [])
      return withStep(without, 'first-contact', (step) => [step, { ...step, step: 'welcome', kind: 'appointment' }])
    })
    expect(changes(business('studied'), target)).toEqual([
      { change: 'stage', of: null, before: 'project', after: 'arrival' },
      { change: 'step-added', of: 'welcome', before: null, after: '2026-02-24' },
      { change: 'step-gone', of: 'resilience', before: '2026-01-08', after: null },
    ])
  })

  test('says who may enter by now, and a consent that nobody asked for', () => {
    const target = laterEdition(now, (edition) => ({
      ...withRule(edition, 'première aide', 'non'),
      consents: [...edition.consents, { purpose: 'photographs', title: now.scheme.title, required: true, source: 'x' }],
    }))
    expect(changes(business('interviewed'), target)).toEqual([
      { change: 'eligibility', of: null, before: 'met', after: 'not-met' },
      { change: 'consent-asked', of: 'photographs', before: null, after: null },
    ])
  })

  test('and back, as a new event that turns every change round', () => {
    const before = business('studied')
    const there = after(before, moved(shorter, day))
    const back = after(there, moved(now, day))
    expect(back.state).toEqual({ ...before.state, version: before.state.version + 2 })
    const [event] = eventsOf(there, moved(now, day))
    expect(event?.data).toMatchObject({
      from: '2026-01',
      to: '2025-11',
      changes: [{ change: 'deadline', of: 'step:plan', before: '2026-04-12', after: '2026-05-02' }],
    })
  })
})

describe('a move is refused', () => {
  const closedAid = laterEdition(now, (edition) => withRule(edition, "ouvre aide à l'entreprise", 'non'))
  const withoutAid = laterEdition(now, (edition) => withAid(edition, 'business', () => []))
  const otherTranche = laterEdition(now, (edition) =>
    withAid(edition, 'business', (aid) => [{ ...aid, tranches: aid.tranches.slice(0, 1) }]),
  )
  const euros: RunningEdition = { ...laterEdition(now), scheme: { ...now.scheme, currency: 'EUR' } }
  const future = laterEdition(now, (edition) => edition, '2030-01')
  const ahead = { ...future, edition: { ...future.edition, from: '2030-01-01' } }
  const otherScheme = runningScheme('ofii-togo')

  test.each<[string, ReturnType<typeof business>, RunningEdition | undefined, object]>([
    ['unknown-edition', business('planned'), undefined, { edition: '1999' }],
    ['unknown-edition', business('planned'), otherScheme, { edition: otherScheme.edition.edition }],
    ['already-on-edition', business('planned'), now, { edition: '2025-11' }],
    ['edition-not-in-force', business('planned'), ahead, { edition: '2030-01', from: '2030-01-01' }],
    ['already-submitted', business('submitted'), shorter, { sitting: 'sitting-one' }],
    ['other-currency', business('planned'), euros, { before: 'XAF', after: 'EUR' }],
    ['aid-not-in-edition', business('planned'), withoutAid, { aid: 'business' }],
    ['aid-closed-by-edition', business('planned'), closedAid, { aid: 'business' }],
    ['amount-above-ceiling', business('decided'), lower, { amount: 4_100_000, ceiling: 3_000_000 }],
    ['tranche-not-in-edition', business('firstPaid'), otherTranche, { tranche: 'second' }],
    ['not-at-this-stage', business('closed'), shorter, { stage: 'closed' }],
  ])('%s', (code, played, target, facts) => {
    const { target: _, ...deed } = moved(target ?? shorter, '2027-07-01')
    const input = target ? deed.input : { edition: '1999', reason: 'x' }
    const refusal = refusalOf(played, { ...deed, input: input ?? {}, ...(target ? { target } : {}) })
    expect(refusal).toMatchObject({ code, facts })
  })

  test('and not where the edition leaves a person what they had', () => {
    expect(refusalOf(business('decided'), moved(shorter, day))).toBeUndefined()
    expect(refusalOf(business('secondPaid'), moved(otherTranche, '2026-07-20'))).toBeUndefined()
    expect(refusalOf(business('judged'), moved(withoutAid, day))).toBeUndefined()
    expect(refusalOf(at('studied', employmentRoad), moved(withoutAid, day))).toBeUndefined()
  })
})
