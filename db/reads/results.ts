import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

/** What a result of a scheme comes to in one region; the region is empty where a case has none yet. */
export type ResultCount = {
  readonly scheme: string
  readonly result: string
  readonly region: string
  readonly cases: number
  readonly people: number
}

/** The figures of the acting office, counted from the rows behind them. */
export function readResults(tx: Transaction, office: string): Promise<ResultCount[]> {
  return tx.rows<ResultCount>(sql`
    select scheme, result, region, count(*)::int as cases, sum(people)::int as people
    from case_result where office = ${office} group by scheme, result, region order by scheme, result, region`)
}

/** How many sittings were held of each scheme whose sittings the acting office may see. */
export function readHeldSittings(
  tx: Transaction,
  schemes: readonly string[],
): Promise<{ scheme: string; held: number }[]> {
  return tx.rows(sql`
    select scheme, count(*)::int as held from sitting_file
    where scheme = any(${schemes}::text[]) and status = 'closed' group by scheme`)
}
