import type { Actor } from '#domain/role.ts'

import { asReader, sql } from './connect.ts'
import type { Database } from './connect.ts'

type Reading = { readonly actor: Actor; readonly case: string; readonly what: string; readonly at: string }
type Waiting = Reading & { resolve(): void; reject(error: unknown): void }

/**
 * Records that somebody opened a person's file. Readings that arrive together are written together, and the promise
 * settles only when they are: an answer is never sent before its reading is on record.
 */
export function readingRecorder(database: Database): (reading: Reading) => Promise<void> {
  let waiting: Waiting[] = []
  let writing = false
  async function write(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await insert(database, batch)
        for (const each of batch) each.resolve()
      } catch (error) {
        for (const each of batch) each.reject(error)
      }
    }
    writing = false
  }
  return (reading) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...reading, resolve, reject })
      if (!writing) void write()
    })
}

function insert(database: Database, batch: readonly Reading[]): Promise<unknown> {
  return asReader(database, 'system', (tx) =>
    tx.rows(sql`
      insert into reading ("case", account, role, office, what, at)
      select * from unnest(${batch.map((each) => each.case)}::uuid[], ${batch.map((each) => each.actor.user)}::uuid[],
        ${batch.map((each) => each.actor.role)}::text[], ${batch.map((each) => each.actor.office)}::text[],
        ${batch.map((each) => each.what)}::text[], ${batch.map((each) => each.at)}::timestamptz[])`),
  )
}
