import type { BudgetAnswer } from '#contract/answers.ts'
import { holdBudget, readBudgets } from '#db/budgets.ts'
import type { Transaction } from '#db/connect.ts'
import { claimOf, grantableIn, growingClaim, overBudget } from '#domain/case/budget.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Refusal } from '#domain/outcome.ts'
import { lineOf } from '#domain/scheme/funding.ts'
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

/** The lines of a scheme's budget this year, for an office that plays a part in it; none for any other. */
export async function budgetsOf(
  house: Pick<House, 'editions' | 'clock'>,
  tx: Transaction,
  office: string,
  scheme: string,
): Promise<readonly BudgetAnswer[]> {
  if (!Object.values(house.editions.offices(scheme)).flat().includes(office)) return []
  const editions = editionsOf(house, scheme)
  const year = Number(house.clock.today().slice(0, 4))
  const granted = await readBudgets(tx, scheme)
  return [...aidsByLine(editions)].flatMap(([line, aids]) => {
    const budget = grantableIn(editions, { line, year })
    if (budget === undefined) return []
    const taken = granted.find((each) => each.line === line && each.year === year)?.granted ?? 0
    const currency = editions[0]?.scheme.currency ?? ''
    return [{ line, aids: [...aids], year, ...budget, granted: taken, currency }]
  })
}

function aidsByLine(editions: readonly RunningEdition[]): ReadonlyMap<string, ReadonlySet<string>> {
  const lines = new Map<string, Set<string>>()
  for (const { edition } of editions)
    for (const aid of edition.aids) {
      const line = lineOf(edition, aid)
      if (line !== null) lines.set(line, (lines.get(line) ?? new Set()).add(aid.aid))
    }
  return lines
}
