import type { EditionChange } from '#domain/case/edition-change.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Actor } from '#domain/role.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

export type MoveState = 'previewing' | 'previewed' | 'moving' | 'moved' | 'cancelled'

/** A move of all open cases of a scheme to an edition, and how far it is. */
export type EditionMoveRow = {
  readonly move: string
  readonly scheme: string
  readonly edition: string
  readonly reason: string
  readonly state: MoveState
  readonly askedBy: string
  readonly confirmedBy: string | null
  readonly role: Actor['role']
  readonly office: string
  readonly askedAt: string
  readonly endedAt: string | null
  readonly reached: string
  readonly total: number
  readonly judged: number
  readonly changed: number
  readonly refused: number
  readonly moved: number
  readonly changes: Readonly<Record<string, number>>
  readonly refusals: Readonly<Record<string, number>>
}

const columns = sql`move, scheme, edition, reason, state, asked_by as "askedBy", confirmed_by as "confirmedBy", role,
  office, to_char(asked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt",
  to_char(ended_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "endedAt", reached, total, judged, changed,
  refused, moved, changes, refusals`

/** The open cases of a scheme that are on another edition than this one. */
export async function countMovable(tx: Transaction, scheme: string, edition: string): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(sql`
    select count(*)::int as count from case_file where scheme = ${scheme} and status = 'open' and edition <> ${edition}`)
  return row?.count ?? 0
}

type Asked = {
  readonly move: string
  readonly scheme: string
  readonly edition: string
  readonly reason: string
  readonly total: number
}

/** Begins a preview. False when the scheme has a move under way, or the id was used before. */
export async function insertMove(tx: Transaction, asked: Asked, actor: Actor, now: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into edition_move (move, scheme, edition, reason, state, asked_by, role, office, asked_at, touched_at, total)
    values (${asked.move}, ${asked.scheme}, ${asked.edition}, ${asked.reason}, 'previewing', ${actor.user}, ${actor.role},
      ${actor.office}, ${now}, ${now}, ${asked.total})
    on conflict do nothing returning 1`)
  return rows.length === 1
}

/** One move, as far as who acts may see it. */
export async function readMove(tx: Transaction, move: string): Promise<EditionMoveRow | undefined> {
  const [row] = await tx.rows<EditionMoveRow>(sql`select ${columns} from edition_move where move = ${move}::uuid`)
  return row
}

/** The moves of a scheme, newest first. */
export function readMoves(tx: Transaction, scheme: string, limit: number): Promise<EditionMoveRow[]> {
  return tx.rows(sql`
    select ${columns} from edition_move where scheme = ${scheme} order by asked_at desc limit ${limit}`)
}

/** Moves that a worker should be at and none has touched lately: it was killed, or never heard of them. */
export async function readForsakenMoves(tx: Transaction, before: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ move: string }>(sql`
    select move from edition_move where state in ('previewing', 'moving') and touched_at < ${before}::timestamptz`)
  return rows.map(({ move }) => move)
}

/** From one state to another; false when it was in neither of the earlier ones, or somebody was faster. */
export async function changeMove(
  tx: Transaction,
  move: string,
  from: readonly MoveState[],
  to: MoveState,
  now: string,
  confirmedBy: string | null = null,
): Promise<boolean> {
  const rows = await tx.rows(sql`
    update edition_move set state = ${to}, touched_at = ${now}, confirmed_by = coalesce(${confirmedBy}::uuid, confirmed_by),
      ended_at = case when ${to} in ('moved', 'cancelled') then ${now}::timestamptz end
    where move = ${move}::uuid and state = any(${from}::text[]) returning 1`)
  return rows.length === 1
}

export function forgetMoveCases(tx: Transaction, move: string): Promise<unknown> {
  return tx.rows(sql`delete from edition_move_case where move = ${move}::uuid`)
}

export type OpenCase = { readonly case: string; readonly version: number; readonly state: CaseState }

/** The next open cases of a scheme on another edition than this one, in the order of their ids. */
export function readOpenCases(
  tx: Transaction,
  { scheme, edition }: Pick<EditionMoveRow, 'scheme' | 'edition'>,
  after: string,
  limit: number,
): Promise<OpenCase[]> {
  return tx.rows(sql`
    select "case", version, state from case_file
    where scheme = ${scheme} and status = 'open' and edition <> ${edition} and "case" > ${after}::uuid
    order by "case" limit ${limit}`)
}

/** What the move does to one case, judged at a version of it. */
export type JudgedCase = {
  readonly case: string
  readonly version: number
  /** The edition it is on. */
  readonly from: string
  readonly result: 'changed' | 'same' | 'refused'
  readonly changes: readonly EditionChange[]
  readonly refusal: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | null
}

export type Tally = Pick<EditionMoveRow, 'judged' | 'changed' | 'refused' | 'changes' | 'refusals'>

/**
 * Keeps what was found out about a page of cases. False when the preview is not where it was when the page was read:
 * another worker judged it, or somebody stopped it.
 */
export async function keepPreview(
  tx: Transaction,
  move: string,
  { from, to }: { readonly from: string; readonly to: string },
  tally: Tally,
  cases: readonly JudgedCase[],
  now: string,
): Promise<boolean> {
  const rows = await tx.rows(sql`
    update edition_move set reached = ${to}, judged = ${tally.judged}, changed = ${tally.changed}, refused = ${tally.refused},
      changes = ${JSON.stringify(tally.changes)}::jsonb, refusals = ${JSON.stringify(tally.refusals)}::jsonb,
      touched_at = ${now}
    where move = ${move}::uuid and state = 'previewing' and reached = ${from}::uuid returning 1`)
  if (rows.length === 0) return false
  const of = <K extends keyof JudgedCase>(key: K) => cases.map((each) => each[key])
  await tx.rows(sql`
    insert into edition_move_case (move, "case", version, from_edition, result, changes, refusal)
    select ${move}::uuid, t.* from unnest(${of('case')}::uuid[], ${of('version')}::int[], ${of('from')}::text[], ${of('result')}::text[],
      ${cases.map((each) => JSON.stringify(each.changes))}::jsonb[],
      ${cases.map(({ refusal }) => refusal && JSON.stringify(refusal))}::jsonb[]) as t
    on conflict do nothing`)
  return true
}

/** A case whose turn it is, as it is now; `judged` is the version at which it was previewed. */
export type WaitingCase = OpenCase & {
  readonly judged: number
  readonly changes: readonly EditionChange[]
  readonly hash: Buffer
}

/** Takes the next cases that wait to be moved, and holds them until the transaction ends; what others hold is left to them. */
export function takeWaiting(tx: Transaction, move: string, limit: number): Promise<WaitingCase[]> {
  return tx.rows(sql`
    select c."case", c.version as judged, c.changes, f.version, f.state, e.hash
    from edition_move_case c
      join case_file f on f."case" = c."case"
      join event e on e.stream = c."case" and e.version = f.version
    where c.move = ${move}::uuid and c.moved_at is null and c.result <> 'refused'
    order by c."case" limit ${limit}
    for update of c, f skip locked`)
}

export async function isAnyWaiting(tx: Transaction, move: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from edition_move_case where move = ${move}::uuid and moved_at is null and result <> 'refused' limit 1`)
  return rows.length === 1
}

/** Notes which of the taken cases were moved, and which were refused after all; each is counted once. */
export function settleTaken(
  tx: Transaction,
  move: string,
  moved: readonly string[],
  refused: readonly JudgedCase[],
  now: string,
): Promise<unknown> {
  return tx.rows(sql`
    with moved as (
      update edition_move_case set moved_at = ${now}
      where move = ${move}::uuid and "case" = any(${moved}::uuid[]) and moved_at is null
      returning 1
    ), refused as (
      update edition_move_case c set result = 'refused', refusal = t.refusal, version = t.version
      from unnest(${refused.map((each) => each.case)}::uuid[], ${refused.map((each) => each.version)}::int[],
        ${refused.map(({ refusal }) => JSON.stringify(refusal))}::jsonb[]) as t ("case", version, refusal)
      where c.move = ${move}::uuid and c."case" = t."case" and c.moved_at is null and c.result <> 'refused'
      returning c.refusal ->> 'code' as code
    )
    update edition_move set moved = moved + (select count(*) from moved), refused = refused + (select count(*) from refused),
      refusals = refusals || coalesce((
        select jsonb_object_agg(t.code, coalesce((refusals ->> t.code)::int, 0) + t.count)
        from (select code, count(*)::int as count from refused group by code) as t), '{}'),
      touched_at = ${now}
    where move = ${move}::uuid`)
}

/** One case of a move for a list, with what it is called where the reader's office lists it. */
export type MoveCaseRow = Omit<JudgedCase, 'version'> & {
  readonly name: string | null
  readonly movedAt: string | null
}

/** The next cases of a move with one result, in the order of their ids, as far as who acts may see them. */
export function readMoveCases(
  tx: Transaction,
  move: string,
  result: JudgedCase['result'],
  office: string,
  after: string,
  limit: number,
): Promise<MoveCaseRow[]> {
  return tx.rows(sql`
    select c."case", c.result, c.changes, c.refusal, l.name, c.from_edition as "from", c.moved_at::text as "movedAt"
    from edition_move_case c left join case_list l on l."case" = c."case" and l.office = ${office}
    where c.move = ${move}::uuid and c.result = ${result} and c."case" > ${after}::uuid
    order by c."case" limit ${limit}`)
}
