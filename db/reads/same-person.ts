import type { OtherCaseAnswer } from '#contract/answers.ts'
import type { CaseState } from '#domain/case/state.ts'

import { sql } from '../connect.ts'
import type { Statement, Transaction } from '../connect.ts'

/** Everybody who is said to be the principal person of a case, that person included, however many links lie between. */
function samePeople(ids: readonly string[]): Statement {
  return sql`
    with recursive same ("case", person) as (
      select "case", person from person where "case" = any(${ids}::uuid[]) and relation = 'principal'
      union
      select s."case", linked.person from same s cross join lateral (
        select same_as as person from person_link where person = s.person
        union all select person from person_link where same_as = s.person
      ) linked
    )
    select "case", person from same`
}

/**
 * Which of a person's cases answer for them: their own, and that of a group whose course they completed; who was only
 * enrolled has done nothing yet.
 */
const answering = sql`(p.relation = 'principal'
  or (p.relation = 'participant' and f.state -> 'completion' -> 'completed' ? p.person::text))`

/** The other cases of a case's principal person, whoever may see them: for the kernel's ear alone. */
export type OtherCases = {
  /** The same for every case of the person: what decisions about this person wait in line under. */
  readonly person: string
  readonly states: readonly CaseState[]
}

export async function readOtherCases(tx: Transaction, id: string): Promise<OtherCases> {
  const rows = await tx.rowsAsKernel<{ person: string; state: CaseState | null }>(sql`
    select p.person, f.state
    from (${samePeople([id])}) same join person p on p.person = same.person
      left join case_file f on f."case" = p."case" and p."case" <> ${id}::uuid and ${answering}
    order by p.person`)
  return { person: rows[0]?.person ?? id, states: rows.flatMap(({ state }) => (state ? [state] : [])) }
}

/** The same for many cases at once; a case whose person has no other one is not among the answers. */
export async function readOthersOf(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseState[]>> {
  const rows = await tx.rowsAsKernel<{ case: string; state: CaseState }>(sql`
    select same."case", f.state
    from (${samePeople(ids)}) same
      join person p on p.person = same.person and p."case" <> same."case"
      join case_file f on f."case" = p."case" and ${answering}
    order by same."case", p.person`)
  const grouped = Map.groupBy(rows, (row) => row.case)
  return new Map([...grouped].map(([id, others]) => [id, others.map(({ state }) => state)]))
}

/** The other cases of a case's principal person that the actor may see, the newest first. */
export async function readSeenOthers(tx: Transaction, office: string, id: string): Promise<readonly OtherCaseAnswer[]> {
  const same = await tx.rowsAsKernel<{ case: string; person: string }>(sql`
    select p."case", p.person from (${samePeople([id])}) same join person p on p.person = same.person
    where p."case" <> ${id}::uuid`)
  if (same.length === 0) return []
  return tx.rows<OtherCaseAnswer>(sql`
    select l."case", s.person, l.scheme, l.stage, l.status, l.aid, l.custody, l.opened_on::text as "openedOn"
    from unnest(${same.map((row) => row.case)}::uuid[], ${same.map((row) => row.person)}::uuid[]) as s ("case", person)
      join case_list l on l.office = ${office} and l."case" = s."case"
    order by l.opened_on desc, l."case"`)
}

/** The case of a person whom the actor may see, or undefined. */
export async function readCaseOfPerson(tx: Transaction, person: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ case: string }>(sql`
    select "case" from person where person = ${person}::uuid and erased_at is null`)
  return row?.case
}
