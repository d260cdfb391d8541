import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Funder } from '../scheme/funding.ts'
import { after, outcomeOf, refusalOf } from '#tests/kit/case.ts'
import type { Played } from '#tests/kit/case.ts'
import { business, businessRoad } from '#tests/kit/roads.ts'
import { having } from '#tests/kit/refusals.ts'

import { leftByFunder } from './funding.ts'
import { paidOn } from './state.ts'

const words = { fr: 'x', en: 'x', ar: 'x' }

/** The road of a business project, paid for by these funders together. */
function fundedBy(shares: readonly Funder['share'][], moment: keyof typeof businessRoad): Played {
  const funders = shares.map((share, index) => ({ funder: `funder-${index}`, title: words, share, source: 'test' }))
  const before = business(moment)
  const { running } = before
  const aids = running.edition.aids.map((aid) => ({ ...aid, funders }))
  return { ...before, running: { ...running, edition: { ...running.edition, aids } } }
}

const { decided, firstReleased } = businessRoad
const granted = Number(decided.input?.['amount'])

describe('how funders share an award', () => {
  test('the shares of the scheme split it, and the odd unit goes to the largest remainder', () => {
    const { award } = after(fundedBy([50, 25, 25], 'submitted'), having(decided, { amount: 1_000_003 })).state
    expect(award?.funding).toEqual([
      { funder: 'funder-0', amount: 500_001 },
      { funder: 'funder-1', amount: 250_001 },
      { funder: 'funder-2', amount: 250_001 },
    ])
  })

  test('where no source gives the shares, whoever decides says them with the reason', () => {
    const open = fundedBy(['unknown', 'unknown'], 'submitted')
    const split = { 'funder-0': granted - 7, 'funder-1': 7 }
    const refused = (input: Record<string, unknown>) => refusalOf(open, having(decided, input))
    expect(refused({})).toMatchObject({ code: 'funding-needed', field: 'funding' })
    expect(refused({ funding: split })).toMatchObject({ code: 'text-needed', field: 'fundingReason' })
    expect(refused({ funding: { 'funder-0': granted - 7 }, fundingReason: 'x' })).toMatchObject({
      code: 'funding-not-whole',
      facts: { amount: granted, sum: granted - 7 },
    })
    expect(refused({ funding: { ...split, stranger: 0 }, fundingReason: 'x' })?.code).toBe('unknown-choice')
    const { award } = after(open, having(decided, { funding: split, fundingReason: 'the pot of 2026' })).state
    expect(award).toMatchObject({
      funding: [
        { funder: 'funder-0', amount: granted - 7 },
        { funder: 'funder-1', amount: 7 },
      ],
      fundingReason: 'the pot of 2026',
    })
  })

  test('a split is not taken where the scheme gives it, where nobody shares, or where nothing is granted', () => {
    const given = { funding: { 'funder-0': granted }, fundingReason: 'x' }
    expect(refusalOf(fundedBy([100], 'submitted'), having(decided, given))?.code).toBe('funding-not-asked')
    expect(refusalOf(business('submitted'), having(decided, given))?.code).toBe('funding-not-asked')
    const postponed = { ...decided, input: { sitting: 'sitting-one', outcome: 'postpone', text: 'x', ...given } }
    expect(refusalOf(fundedBy(['unknown'], 'submitted'), postponed)?.code).toBe('funding-not-asked')
  })

  test('an award and its payments say nothing of funders where the scheme has none', () => {
    const { award } = business('firstPaid').state
    expect(award).not.toHaveProperty('funding')
    expect(award?.tranches[0]?.payments[0]).not.toHaveProperty('funding')
  })
})

const shares = fc.oneof(
  fc.constantFrom<readonly number[]>([100], [50, 50], [60, 30, 10], [33.333, 33.333, 33.334], [0.001, 99.999]),
  fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 2, maxLength: 2 }).map(([one = 1, other = 1]) => {
    const second = Math.min(other, 98 - one)
    return [one, second, 100 - one - second].filter((share) => share > 0)
  }),
)

describe('payments of an award that is shared', () => {
  test('however it is paid, the parts sum to each payment, nobody passes their part, and the last leaves nothing', () => {
    fc.assert(
      fc.property(shares, fc.array(fc.integer({ min: 1, max: granted }), { maxLength: 12 }), (parts, amounts) => {
        let played = after(fundedBy(parts, 'submitted'), decided)
        const road = Object.values(businessRoad)
        const until = road.slice(road.indexOf(decided) + 1, road.indexOf(firstReleased) + 1)
        played = after(played, ...until)
        for (const amount of [...amounts, granted]) {
          const first = played.state.award?.tranches[0]
          const left = first === undefined ? 0 : first.amount - paidOn(first)
          const next = {
            command: 'record-payment',
            by: 'finance-officer',
            day: '2026-06-30',
            input: { tranche: 'first', amount: Math.min(amount, left), means: 'bank', reference: 'x' },
          } as const
          if (outcomeOf(played, next).refused) {
            expect(left).toBe(0)
            continue
          }
          played = after(played, next)
          expectWhole(played)
        }
        expect(played.state.award?.tranches[0]?.state).toBe('paid')
      }),
      { numRuns: 60 },
    )
  })
})

function expectWhole({ state }: Played): void {
  const award = state.award
  if (award === null) throw new Error('no award')
  for (const { payments } of award.tranches)
    for (const { amount, funding = [] } of payments) {
      expect(funding.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
      expect(funding.every((part) => part.amount >= 0)).toBe(true)
    }
  const left = leftByFunder(award)
  const paid = award.tranches.reduce((sum, tranche) => sum + paidOn(tranche), 0)
  expect(left.every(({ amount }) => amount >= 0)).toBe(true)
  expect(left.reduce((sum, { amount }) => sum + amount, 0)).toBe(award.amount - paid)
}
