import type { CaseState } from '#domain/case/state.ts'

import { sql } from './connect.ts'
import type { Statement, Transaction } from './connect.ts'
import { waitForTurn } from './event-store.ts'

/** A line of a scheme's budget in a calendar year, and what awards take of it, in minor units. */
export type BudgetLine = {
  readonly scheme: string
  readonly line: string
  readonly year: number
  readonly granted: number
}

/**
 * Holds a line until this transaction ends, and tells what awards take of it: whoever decides at the same time, on any
 * server, waits here and then sees what this one granted.
 */
export async function holdBudget(
  tx: Transaction,
  { scheme, line, year }: Omit<BudgetLine, 'granted'>,
): Promise<number> {
  const [, [row]] = await Promise.all([
    waitForTurn(tx, `budget ${scheme} ${line} ${year}`),
    tx.rowsAsKernel<{ granted: number }>(
      sql`select granted from budget_line where scheme = ${scheme} and line = ${line} and year = ${year}`,
    ),
  ])
  return row?.granted ?? 0
}

/** Adds to what awards take of a line, or gives back. */
export function budgetMoved({ scheme, line, year, granted }: BudgetLine): Statement {
  return sql`
    insert into budget_line (scheme, line, year, granted) values (${scheme}, ${line}, ${year}, ${granted})
    on conflict (scheme, line, year) do update set granted = budget_line.granted + excluded.granted`
}

/** What awards take of a scheme's lines, as far as the actor's office plays a part in it; of all schemes without one. */
export function readBudgets(tx: Transaction, scheme?: string): Promise<BudgetLine[]> {
  return tx.rows<BudgetLine>(sql`
    select scheme, line, year, granted from budget_line
    where ${scheme ?? null}::text is null or scheme = ${scheme ?? null}
    order by scheme, line, year`)
}

/** The next cases with an award, in the order of their ids. */
export async function readAwards(tx: Transaction, after: string, limit: number): Promise<readonly CaseState[]> {
  const rows = await tx.rows<{ state: CaseState }>(sql`
    select state from case_file where "case" > ${after}::uuid and state ->> 'award' is not null
    order by "case" limit ${limit}`)
  return rows.map(({ state }) => state)
}
