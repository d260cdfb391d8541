import type { Refusal } from '../outcome.ts'
import { refuse } from '../outcome.ts'
import { budgetAmount, budgetOfYear, budgetsOfLine, lineOf } from '../scheme/funding.ts'
import { aidOf } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { hasLeft } from './obligations.ts'
import type { Award, CaseState } from './state.ts'
import { paidOn } from './state.ts'

/** What a case takes of a budget: the line, the calendar year of the award, and minor units of the scheme's currency. */
export type Claim = { readonly line: string; readonly year: number; readonly amount: number }

/**
 * What the award of this case takes of a budget; null where there is no award or no budget. When the person has left,
 * what nobody asked for yet is given back; when the case is closed, all that was not paid.
 */
export function claimOf(state: CaseState, { edition }: Pick<RunningEdition, 'edition'>): Claim | null {
  const { award } = state
  const aid = aidOf(edition, state.aid)
  const line = award && aid ? lineOf(edition, aid) : null
  if (award === null || line === null) return null
  return { line, year: Number(award.on.slice(0, 4)), amount: claimed(award, state) }
}

function claimed({ amount, tranches }: Award, state: CaseState): number {
  const isOver = state.status === 'closed'
  if (!isOver && !hasLeft(state)) return amount
  return tranches
    .map((tranche) => (isOver || tranche.state === 'waiting' ? paidOn(tranche) : tranche.amount))
    .reduce((sum, part) => sum + part, 0)
}

/** The claim of `after` when it asks more of its budget than `before` did: then the budget must be looked at. */
export function growingClaim(before: Claim | null, after: Claim | null): (Claim & { readonly more: number }) | null {
  if (after === null) return null
  const isSame = before?.line === after.line && before.year === after.year
  const more = after.amount - (isSame ? before.amount : 0)
  return more > 0 ? { ...after, more } : null
}

/** What may be granted on a line in a year: minor units, null where no source gives it, undefined without a budget. */
export function grantableIn(
  editions: readonly RunningEdition[],
  { line, year }: Pick<Claim, 'line' | 'year'>,
): { readonly amount: number | null; readonly source: string } | undefined {
  const newestFirst = editions.toSorted((one, other) => (one.edition.from < other.edition.from ? 1 : -1))
  for (const { edition } of newestFirst) {
    const budget = budgetOfYear(budgetsOfLine(edition, line), year)
    if (budget === undefined) continue
    const read = budget.amount === 'unknown' ? undefined : budgetAmount(budget.amount)
    return { amount: read && 'amount' in read ? read.amount : null, source: budget.source }
  }
  return undefined
}

/**
 * Refuses `budget-spent` with what is left, when more is asked than the budget of the year still holds. `granted` is
 * what all awards take of it by now. Where no source gives the budget, nothing is refused.
 */
export function overBudget(
  claim: NonNullable<ReturnType<typeof growingClaim>>,
  budget: number | null,
  granted: number,
  currency: string,
): Refusal | undefined {
  if (budget === null || granted + claim.more <= budget) return undefined
  const { line, year, more } = claim
  const left = Math.max(0, budget - granted)
  return refuse(
    'budget-spent',
    { amount: more, left, budget, year: String(year), line, rule: 'budget', currency },
    'amount',
  )
}
