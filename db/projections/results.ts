import type { SchemeOffices } from '#domain/case/access.ts'
import { resultsOf } from '#domain/case/results.ts'
import type { CaseState } from '#domain/case/state.ts'
import { figureRoles } from '#domain/role.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { sql } from '../connect.ts'
import type { Statement } from '../connect.ts'

/** A case counts in a result, as one office reads it. */
export type ResultRow = {
  readonly office: string
  readonly result: string
  readonly region: string
  readonly people: number
}

/** One row for each result and office: those that see the case, and those that only read the scheme's figures. */
export function resultRows(
  state: CaseState,
  running: RunningEdition,
  access: readonly { readonly office: string }[],
  offices: SchemeOffices,
): readonly ResultRow[] {
  const counted = resultsOf(state, running)
  if (counted.length === 0) return []
  const readers = figureRoles.flatMap((role) => offices[role] ?? [])
  const all = [...new Set([...access.map(({ office }) => office), ...readers])]
  return all.flatMap((office) => counted.map((each) => ({ office, region: state.region ?? '', ...each })))
}

/** Writes the difference: most acts change no result and write nothing. */
export function writeResults(
  { case: id, scheme, registeredOn }: CaseState,
  had: readonly ResultRow[],
  has: readonly ResultRow[],
): Statement[] {
  const before = new Map(had.map((each) => [keyOf(each), JSON.stringify(each)]))
  const after = new Set(has.map(keyOf))
  const gone = had.filter((each) => !after.has(keyOf(each)))
  const fresh = has.filter((each) => before.get(keyOf(each)) !== JSON.stringify(each))
  const removed = sql`delete from case_result where "case" = ${id} and (office, result) in (
    select * from unnest(${gone.map((each) => each.office)}::text[], ${gone.map((each) => each.result)}::text[]))`
  const written = sql`
    insert into case_result (office, scheme, result, "case", region, people, opened_on)
    select t.office, ${scheme}, t.result, ${id}::uuid, t.region, t.people, ${registeredOn}::date
    from unnest(${fresh.map((each) => each.office)}::text[], ${fresh.map((each) => each.result)}::text[],
      ${fresh.map((each) => each.region)}::text[], ${fresh.map((each) => each.people)}::int[]) as t (office, result, region, people)
    on conflict ("case", office, result) do update set region = excluded.region, people = excluded.people`
  return [...(gone.length > 0 ? [removed] : []), ...(fresh.length > 0 ? [written] : [])]
}

function keyOf({ office, result }: ResultRow): string {
  return `${office} ${result}`
}
