import { allocate, money } from '../money.ts'
import type { Outcome } from '../outcome.ts'
import { accept, firstRefusal, refuse } from '../outcome.ts'
import { isSplitAsked } from '../scheme/funding.ts'
import { aidOf } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { textNeeded } from './checks.ts'
import type { Award, CaseState } from './state.ts'

/** What one funder carries of an award or of a payment, in minor units. */
export type FundedPart = { readonly funder: string; readonly amount: number }

/** How the funders of an aid share an award: as the scheme says, else as whoever decides says with the reason. */
export type Split = { readonly funding?: readonly FundedPart[]; readonly fundingReason?: string }

/** What whoever decides says of the split: an amount for each funder, and why. */
export type GivenSplit = {
  readonly funding?: Readonly<Record<string, number>> | undefined
  readonly fundingReason?: string | undefined
}

/**
 * Shares an award among the funders of the chosen aid; nothing for an aid that has none, or when nothing is granted.
 * Refuses `funding-not-asked` (the scheme gives the shares, or there is nothing to share), `funding-needed`,
 * `unknown-choice`, `funding-not-whole` (the parts do not sum to the award) and `text-needed` (no reason).
 */
export function splitAward(
  amount: number | undefined,
  { funding, fundingReason }: GivenSplit,
  state: CaseState,
  { edition, scheme }: RunningEdition,
): Outcome<Split> {
  const { currency } = scheme
  const funders = amount === undefined ? [] : (aidOf(edition, state.aid)?.funders ?? [])
  if (!isSplitAsked(funders)) {
    if (funding !== undefined || fundingReason !== undefined)
      return refuse('funding-not-asked', {}, funding === undefined ? 'fundingReason' : 'funding')
    if (amount === undefined || funders.length === 0) return accept({})
    const parts = allocate(
      money(amount, currency),
      funders.map(({ share }) => share),
    )
    return accept({ funding: funders.map(({ funder }, index) => ({ funder, amount: parts[index]?.amount ?? 0 })) })
  }
  if (funding === undefined)
    return refuse('funding-needed', { funders: funders.map(({ funder }) => funder) }, 'funding')
  const parts = funders.map(({ funder }) => ({ funder, amount: funding[funder] ?? 0 }))
  const sum = parts.reduce((total, part) => total + part.amount, 0)
  const stray = Object.keys(funding).find((each) => !funders.some(({ funder }) => funder === each))
  const refusal = firstRefusal(
    stray !== undefined && refuse('unknown-choice', { value: stray }, 'funding'),
    sum !== amount && refuse('funding-not-whole', { amount, sum, currency }, 'funding'),
    textNeeded(fundingReason, 'fundingReason'),
  )
  return refusal ?? accept({ funding: parts, ...(fundingReason === undefined ? {} : { fundingReason }) })
}

/** What each funder of an award has still to pay. Empty for an award that nobody shares. */
export function leftByFunder(award: Award): readonly FundedPart[] {
  const paid = award.tranches.flatMap(({ payments }) => payments.flatMap(({ funding = [] }) => funding))
  return (award.funding ?? []).map(({ funder, amount }) => ({
    funder,
    amount: paid.filter((part) => part.funder === funder).reduce((left, part) => left - part.amount, amount),
  }))
}

/**
 * Splits a payment exactly, by what each funder has still to pay: so the parts sum to the payment, no funder ever pays
 * more than its part of the award, and the last payment takes whatever rounding left to each.
 */
export function splitPayment(amount: number, award: Award, currency: string): Pick<Split, 'funding'> {
  const left = leftByFunder(award)
  if (left.length === 0) return {}
  const parts = allocate(
    money(amount, currency),
    left.map((part) => part.amount),
  )
  return { funding: left.map(({ funder }, index) => ({ funder, amount: parts[index]?.amount ?? 0 })) }
}
