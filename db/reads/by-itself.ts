import type { CaseState } from '#domain/case/state.ts'

import { sql } from '../connect.ts'
import type { Statement, Transaction } from '../connect.ts'

/** Something that the system will do on a case because a deadline passes; `name` as the reader's office lists it. */
export type ForeseenRow = {
  readonly case: string
  readonly name: string | null
  readonly step: string
  /** The day on which it happens. */
  readonly on: string
  readonly state: CaseState
}

export type ForeseenCursor = { readonly on: string; readonly case: string; readonly step: string }

/** What will happen by itself on the cases that an office sees, the next day first. */
export function readForeseen(
  tx: Transaction,
  office: string,
  after: ForeseenCursor | undefined,
  limit: number,
): Promise<ForeseenRow[]> {
  return tx.rows(sql`
    select o."case", l.name, o.step, o.opens_on as on, f.state
    from obligation o join case_list l on l.office = ${office} and l."case" = o."case"
      join case_file f on f."case" = o."case"
    where ${since(after)} order by o.opens_on, o."case", o.step limit ${limit}`)
}

/** The same on all cases, without a name: for whoever watches over what machines decide, and opens no file. */
export function readForeseenEverywhere(
  tx: Transaction,
  after: ForeseenCursor | undefined,
  limit: number,
): Promise<ForeseenRow[]> {
  return tx.rowsAsKernel(sql`
    select o."case", null as name, o.step, o.opens_on as on, f.state
    from obligation o join case_file f on f."case" = o."case"
    where ${since(after)} order by o.opens_on, o."case", o.step limit ${limit}`)
}

function since(after: ForeseenCursor | undefined): Statement {
  const { on, case: id, step } = after ?? { on: '0001-01-01', case: '00000000-0000-0000-0000-000000000000', step: '' }
  return sql`o.role = 'system' and (o.opens_on, o."case", o.step) > (${on}::date, ${id}::uuid, ${step})`
}

/** Something that happened by itself: the event's own words, and the case as it is now. */
export type PassedRow = {
  readonly case: string
  readonly name: string | null
  readonly step: string
  readonly act: CaseState['byItself'][number]['act']
  readonly dueOn: string
  readonly on: string
  /** Instant with microseconds: the cursor. */
  readonly at: string
  readonly state: CaseState
}

export type PassedCursor = { readonly at: string; readonly case: string }

/** What happened by itself on the cases that an office sees, the latest first. */
export function readPassed(
  tx: Transaction,
  office: string,
  before: PassedCursor | undefined,
  limit: number,
): Promise<PassedRow[]> {
  return tx.rows(sql`
    select ${passedColumns}, l.name
    from event e join case_list l on l.office = ${office} and l."case" = e.stream
      join case_file f on f."case" = e.stream
    where ${until(before)} order by e.recorded_at desc, e.stream desc limit ${limit}`)
}

/** The same on all cases, without a name. */
export function readPassedEverywhere(
  tx: Transaction,
  before: PassedCursor | undefined,
  limit: number,
): Promise<PassedRow[]> {
  return tx.rowsAsKernel(sql`
    select ${passedColumns}, null as name
    from event e join case_file f on f."case" = e.stream
    where ${until(before)} order by e.recorded_at desc, e.stream desc limit ${limit}`)
}

const passedColumns = sql`e.stream as "case", e.data ->> 'step' as step, e.data ->> 'act' as act,
  e.data ->> 'dueOn' as "dueOn", e.data ->> 'on' as on,
  to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, f.state`

function until(before: PassedCursor | undefined): Statement {
  const { at, case: id } = before ?? { at: '9999-12-31T00:00:00Z', case: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  return sql`e.type = 'deadline-passed' and (e.recorded_at, e.stream) < (${at}::timestamptz, ${id}::uuid)`
}

/** A plain date until which, and an instant since which. */
export type Around = { readonly until: string; readonly since: string }

/** How much will happen by itself, and how much did, on the cases that an office sees. */
export async function countForOffice(tx: Transaction, office: string, around: Around) {
  const [[soon], [passed]] = await Promise.all([
    tx.rows<{ count: number }>(sql`
      select count(*)::int as count from obligation o
        join case_list l on l.office = ${office} and l."case" = o."case"
      where o.role = 'system' and o.opens_on <= ${around.until}::date`),
    tx.rows<{ count: number }>(sql`
      select count(*)::int as count from event e join case_list l on l.office = ${office} and l."case" = e.stream
      where e.type = 'deadline-passed' and e.recorded_at > ${around.since}::timestamptz`),
  ])
  return { soon: soon?.count ?? 0, passed: passed?.count ?? 0 }
}

/** The same on all cases. */
export async function countEverywhere(tx: Transaction, around: Around) {
  const [[soon], [passed]] = await Promise.all([
    tx.rowsAsKernel<{ count: number }>(sql`
      select count(*)::int as count from obligation o
      where o.role = 'system' and o.opens_on <= ${around.until}::date`),
    tx.rowsAsKernel<{ count: number }>(sql`
      select count(*)::int as count from event e
      where e.type = 'deadline-passed' and e.recorded_at > ${around.since}::timestamptz`),
  ])
  return { soon: soon?.count ?? 0, passed: passed?.count ?? 0 }
}
