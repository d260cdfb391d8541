import type { ContractUse } from '#domain/designation/contract-use.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'
import { waitForTurn } from './event-store.ts'

/**
 * Holds the designations of a scheme until this transaction ends: whoever designates, or changes a contract, at the same
 * time, on any server, waits here and then sees what this one did.
 */
export function holdDesignations(tx: Transaction, scheme: string): Promise<unknown> {
  return waitForTurn(tx, `designations ${scheme}`)
}

/** The same transaction, whose reads the kernel does: of operators, a decision knows also what its actor may not see. */
export function asKernelReads(tx: Transaction): Transaction {
  return { ...tx, rows: tx.rowsAsKernel }
}

/** How many cases each operator's present contract counts by now; offices that have none are left out. */
export async function readContractCases(tx: Transaction, scheme: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ office: string; cases: number }>(sql`
    select s.office, count(distinct c."case")::int as cases
    from operator_sheet s join operator_case c on c.scheme = s.scheme and c.office = s.office
      and c.designated_on between s.contract_from and s.contract_until
    where s.scheme = ${scheme} and (c.open or c.accepted)
    group by s.office`)
  return new Map(rows.map(({ office, cases }) => [office, cases]))
}

/** The languages in which the person of a case can be spoken to, as far as they were asked. */
export async function readLanguages(tx: Transaction, id: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ language: string }>(sql`
    select language from person where "case" = ${id}::uuid and relation = 'principal' and language is not null
    order by language`)
  return rows.map(({ language }) => language)
}

/** What all cases but one take of an operator's present contract; nothing as long as it has none. */
export async function readUseByOthers(
  tx: Transaction,
  { scheme, office, besides }: { readonly scheme: string; readonly office: string; readonly besides: string },
): Promise<ContractUse> {
  const [row] = await tx.rows<ContractUse>(sql`
    select count(distinct c."case")::int as cases,
      coalesce(sum((select sum((s.prices ->> service)::bigint) from unnest(c.services) service)), 0)::bigint as committed
    from operator_sheet s join operator_case c on c.scheme = s.scheme and c.office = s.office
      and c.designated_on between s.contract_from and s.contract_until
    where s.scheme = ${scheme} and s.office = ${office} and (c.open or c.accepted) and c."case" <> ${besides}::uuid`)
  return row ?? { cases: 0, committed: 0 }
}

/** The streams of the operators' standings in a scheme, by office. */
export async function readStandings(tx: Transaction, scheme: string): Promise<Readonly<Record<string, string>>> {
  const rows = await tx.rows<{ office: string; accreditation: string }>(
    sql`select office, accreditation from operator_sheet where scheme = ${scheme} order by office`,
  )
  return Object.fromEntries(rows.map(({ office, accreditation }) => [office, accreditation]))
}
