import { holdBudget } from '#db/budgets.ts'
import { claimOf, grantableIn, growingClaim, overBudget } from '#domain/case/budget.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Refusal } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { House } from './house.ts'
import type { JudgeInput } from './judge.ts'

/** The editions of one scheme. */
export function editionsOf({ editions }: Pick<House, 'editions'>, scheme: string): readonly RunningEdition[] {
  return editions.all().filter((each) => each.scheme.scheme === scheme)
}

/**
 * `budget-spent` when what a command does to the case asks more of its budget than is left, whichever command it is: an
 * award, but also a case that is opened again. The line is held until the transaction ends, so that two decisions at
 * once cannot pass it together.
 */
export async function budgetRefusal(
  { house, tx }: Pick<JudgeInput, 'house' | 'tx'>,
  before: CaseState,
  after: CaseState,
): Promise<Refusal | undefined> {
  const claimIn = (state: CaseState) => {
    const running = house.editions.find(state.scheme, state.edition)
    return running ? claimOf(state, running) : null
  }
  const claim = growingClaim(claimIn(before), claimIn(after))
  if (claim === null) return undefined
  const { scheme } = after
  const editions = editionsOf(house, scheme)
  const budget = grantableIn(editions, claim)
  if (budget === undefined || budget.amount === null) return undefined
  const granted = await holdBudget(tx, { scheme, line: claim.line, year: claim.year })
  return overBudget(claim, budget.amount, granted, editions[0]?.scheme.currency ?? '')
}
