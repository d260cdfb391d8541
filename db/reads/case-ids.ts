import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

/** Ids of cases that end in these hexadecimal signs, without their hyphens; at most five. */
export async function readCaseIds(tx: Transaction, signs: string): Promise<string[]> {
  const rows = await tx.rows<{ case: string }>(sql`
    select "case" from case_file where replace("case"::text, '-', '') like ${`%${signs}`} order by "case" limit 5`)
  return rows.map((row) => row.case)
}

/** Names of accounts and offices by their ids. */
export async function readStaffNames(tx: Transaction): Promise<Readonly<Record<string, string>>> {
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    select account::text as id, name from account union all select office, name from office`)
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
