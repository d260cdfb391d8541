import { createHash } from 'node:crypto'

import { canonicalJson } from '#domain/canonical.ts'

import { sql } from './connect.ts'
import type { Statement, Transaction } from './connect.ts'

/** An event as it lies in its stream, its place in the hash chain included. */
export type StoredEvent = {
  readonly stream: string
  readonly version: number
  readonly kind: string
  readonly type: string
  readonly data: unknown
  readonly actor: string
  readonly role: string
  readonly office: string
  readonly command: string
  /** Instants, ISO 8601 with milliseconds. */
  readonly happenedAt: string
  readonly recordedAt: string
  readonly hash: Buffer
}

type Row = Omit<StoredEvent, 'happenedAt' | 'recordedAt'> & {
  happened_at: Date
  recorded_at: Date
  previous_hash: Buffer
}

/** What the first event of every stream is chained to. */
export const chainStart = Buffer.alloc(32)

/** The hash of an event: SHA-256 over the hash before it and the event's canonical JSON. */
export function hashOf(previous: Buffer, event: Omit<StoredEvent, 'hash'>): Buffer {
  const { stream, version, kind, type, data, actor, role, office, command, happenedAt, recordedAt } = event
  const envelope = { stream, version, kind, type, data, actor, role, office, command, happenedAt, recordedAt }
  return createHash('sha256').update(previous).update(canonicalJson(envelope)).digest()
}

/** The events of a stream that the actor may see, oldest first. */
export async function readStream(tx: Transaction, stream: string): Promise<StoredEvent[]> {
  const rows = await tx.rows<Row>(sql`
    select stream, version, kind, type, data, actor, role, office, command, happened_at, recorded_at, hash
    from event where stream = ${stream}::uuid order by version`)
  return rows.map(toStored)
}

/**
 * The events of a case that the actor's office is only asked to take on, for its answer: it reads none of them, but what
 * it answers is judged on them. Empty where it is not asked.
 */
export async function readStreamAsked(tx: Transaction, stream: string): Promise<StoredEvent[]> {
  return (await isAsked(tx, stream)) ? readStream({ ...tx, rows: tx.rowsAsKernel }, stream) : []
}

/** Whether the actor's office is only asked to take a case on. */
export async function isAsked(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from case_access where "case" = ${id}::uuid and office = acting_office() and reason = 'asked'`)
  return rows.length > 0
}

export function toStored({ happened_at, recorded_at, ...row }: Row): StoredEvent {
  return { ...row, happenedAt: happened_at.toISOString(), recordedAt: recorded_at.toISOString() }
}

/** Who lost a race for a stream once stands in line for it (or for whatever has this name): until this transaction ends, the others in line wait. */
export function waitForTurn(tx: Transaction, stream: string): Promise<unknown> {
  return tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${stream}, 0))`)
}

/** Chains new events onto the last hash of their stream. */
export function chain(
  previous: Buffer,
  events: readonly Omit<StoredEvent, 'hash'>[],
): (StoredEvent & { previous: Buffer })[] {
  let last = previous
  return events.map((event) => {
    const hash = hashOf(last, event)
    const chained = { ...event, hash, previous: last }
    last = hash
    return chained
  })
}

/** Appends chained events. Another writer that was faster shows as a unique violation of (stream, version). */
export function append(events: readonly (StoredEvent & { previous: Buffer })[]): Statement {
  const of = <K extends keyof (StoredEvent & { previous: Buffer })>(key: K) => events.map((event) => event[key])
  return sql`
    insert into event (stream, version, kind, type, data, actor, role, office, command, happened_at, recorded_at, previous_hash, hash)
    select * from unnest(
      ${of('stream')}::uuid[], ${of('version')}::int[], ${of('kind')}::text[], ${of('type')}::text[],
      ${events.map((event) => JSON.stringify(event.data))}::jsonb[], ${of('actor')}::uuid[], ${of('role')}::text[],
      ${of('office')}::text[], ${of('command')}::uuid[], ${of('happenedAt')}::timestamptz[],
      ${of('recordedAt')}::timestamptz[], ${of('previous')}::bytea[], ${of('hash')}::bytea[])`
}
