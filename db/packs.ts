import type { SittingState } from '#domain/sitting/state.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/** A pack as it was frozen; the hash names what lies in the file store. */
export type PackRow = {
  readonly sitting: string
  readonly case: string
  readonly hash: string
  /** Of the case when it was frozen. */
  readonly version: number
  readonly pages: number
  /** Bytes of the PDF. */
  readonly size: number
}

/** Puts a frozen pack on record, as the kernel; its bytes must lie in the file store by then. */
export function keepPack(tx: Transaction, row: PackRow, at: string): Promise<unknown> {
  return tx.rows(sql`
    insert into sitting_pack (sitting, "case", hash, version, pages, size, frozen_at)
    values (${row.sitting}, ${row.case}, ${row.hash}, ${row.version}, ${row.pages}, ${row.size}, ${at})
    on conflict (sitting, "case", hash) do update set frozen_at = excluded.frozen_at`)
}

/** The pack on which the sitting decides, as far as the actor may see its case. */
export async function findPack(tx: Transaction, sitting: string, file: string): Promise<PackRow | undefined> {
  const [row] = await tx.rows<PackRow>(sql`
    select p.sitting, p."case", p.hash, p.version, p.pages, p.size
    from sitting_pack p join sitting_file s using (sitting)
    where p.sitting = ${sitting}::uuid and p."case" = ${file}::uuid
      and exists (select from jsonb_array_elements(s.state -> 'packs') f
        where f ->> 'case' = p."case"::text and f ->> 'hash' = p.hash)`)
  return row
}

/**
 * The sitting whose packs are to be frozen, with its files in the order of the agenda and those nothing was decided on
 * yet; asked as the kernel.
 */
export async function readToFreeze(
  tx: Transaction,
  sitting: string,
): Promise<
  { readonly state: SittingState; readonly files: readonly string[]; readonly undecided: readonly string[] } | undefined
> {
  const [[row], files] = await Promise.all([
    tx.rows<{ state: SittingState }>(sql`select state from sitting_file where sitting = ${sitting}::uuid`),
    tx.rows<{ case: string; outcome: string | null }>(
      sql`select "case", outcome from sitting_agenda where sitting = ${sitting}::uuid order by place, "case"`,
    ),
  ])
  if (!row) return undefined
  const { agenda } = row.state
  const all = files.map((each) => each.case)
  const placed = agenda.map((each) => each.case).filter((file) => all.includes(file))
  return {
    state: row.state,
    files: [...placed, ...all.filter((file) => !placed.includes(file))],
    undecided: files.filter(({ outcome }) => outcome === null).map((each) => each.case),
  }
}

/** Planned sittings whose cut-off has come and whose packs nobody has frozen. */
export async function readDueSittings(tx: Transaction, today: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ sitting: string }>(sql`
    select sitting from sitting_file
    where status = 'planned' and state ->> 'cutOffOn' <= ${today} and jsonb_array_length(state -> 'packs') = 0
      and state -> 'freezing' = 'null'::jsonb
    order by sitting limit 100`)
  return rows.map((row) => row.sitting)
}

export type Work = { readonly sitting: string; readonly kind: 'packs' | 'letters' }

/** A job on all files of a sitting begins, or begins again. */
export function beginWork(tx: Transaction, { sitting, kind }: Work, total: number, at: string): Promise<unknown> {
  return tx.rows(sql`
    insert into sitting_work (sitting, kind, total, started_at) values (${sitting}, ${kind}, ${total}, ${at})
    on conflict (sitting, kind) do update set total = excluded.total, done = 0, failed = '[]',
      started_at = excluded.started_at, finished_at = null`)
}

export function noteWork(
  tx: Transaction,
  { sitting, kind }: Work,
  done: number,
  failed: readonly { readonly case: string; readonly code: string }[],
): Promise<unknown> {
  return tx.rows(sql`
    update sitting_work set done = ${done}, failed = ${JSON.stringify(failed)}::jsonb
    where sitting = ${sitting}::uuid and kind = ${kind}`)
}

export function endWork(tx: Transaction, { sitting, kind }: Work, at: string): Promise<unknown> {
  return tx.rows(sql`update sitting_work set finished_at = ${at} where sitting = ${sitting}::uuid and kind = ${kind}`)
}
