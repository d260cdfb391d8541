import { sql } from '../connect.ts'
import type { Statement } from '../connect.ts'

export type AgendaRow = { readonly sitting: string; readonly outcome: string | null }

/** Writes before which sittings a file lay or lies, where that changed. */
export function writeAgenda(id: string, had: readonly AgendaRow[], has: readonly AgendaRow[]): Statement[] {
  if (JSON.stringify(had) === JSON.stringify(has)) return []
  const gone = had.filter((each) => !has.some((kept) => kept.sitting === each.sitting))
  const removed = sql`delete from sitting_agenda where "case" = ${id}
    and sitting = any(${gone.map((each) => each.sitting)}::uuid[])`
  const written = sql`
    insert into sitting_agenda (sitting, "case", outcome)
    select t.sitting, ${id}::uuid, t.outcome
    from unnest(${has.map((each) => each.sitting)}::uuid[], ${has.map((each) => each.outcome)}::text[]) as t (sitting, outcome)
    on conflict (sitting, "case") do update set outcome = excluded.outcome`
  return gone.length > 0 ? [removed, written] : [written]
}
