import { createHash } from 'node:crypto'

import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import type { Compilable, RawBuilder } from 'kysely'
import pg from 'pg'

import type { Actor } from '#domain/role.ts'

import type { Tables } from './tables.ts'

/** Builds queries, never runs them: running is for a transaction that knows who acts. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export { sql }

pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type Database = { readonly pool: pg.Pool; readonly url: string; close(): Promise<void> }

/** The acting person, or the kernel and its jobs. */
export type Acting = Actor | 'system'

/** The id of the worker, as an actor. */
export const systemUser = '00000000-0000-7000-8000-000000000000'
export const systemActor: Actor = { user: systemUser, role: 'system', office: 'homeward' }

export type Transaction = {
  /** Runs a built query and gives its rows. */
  rows<Row>(query: Compilable<Row> | RawBuilder<Row>): Promise<Row[]>
  /** From here on the kernel writes what the actor's command decided; reads before it ran under the actor's own rights. */
  asKernel(): void
}

/**
 * Opens the pool. Every connection takes the application role for good, so nothing runs as the owner. Statements are
 * pipelined: those sent without waiting for one another cost one round trip together.
 */
export function openDatabase(url: string, connections = 20): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    pipeline: true,
    options: '-c role=homeward_app -c search_path=homeward,public -c statement_timeout=30000',
  } as pg.PoolConfig)
  // An idle connection that the server closes must not end the process; the next query opens a new one.
  pool.on('error', (error) => console.error(`database connection lost: ${error.message}`))
  return { pool, url, close: () => pool.end() }
}

const names = new Map<string, string>()

/** One prepared statement per distinct text: parsed and planned once per connection. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const made = createHash('sha1').update(text).digest('base64url')
  names.set(text, made)
  return made
}

const begin = { name: 'begin', text: 'begin' }
const commit = { name: 'commit', text: 'commit' }
const setActor =
  "select set_config('homeward.user',$1,true),set_config('homeward.role',$2,true),set_config('homeward.office',$3,true)"
const setKernel = "select set_config('homeward.role','system',true)"

/** The only door to the tables: runs `work` in one transaction in which row security knows who acts. */
export async function asActor<T>(
  database: Database,
  acting: Acting,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const actor = acting === 'system' ? systemActor : acting
  const client = await database.pool.connect()
  const opened = [
    client.query(begin),
    client.query({ name: 'actor', text: setActor, values: [actor.user, actor.role, actor.office] }),
  ]
  const first = Promise.all(opened)
  // A failure of the opening shows in the work's own statements too; it is awaited below.
  first.catch(() => undefined)
  let broken: Error | undefined
  try {
    const result = await work(transactionOn(client, opened))
    await Promise.all(opened)
    await client.query(commit)
    return result
  } catch (error) {
    await client.query('rollback').catch((problem: Error) => (broken = problem))
    throw error
  } finally {
    client.release(broken)
  }
}

function transactionOn(client: pg.PoolClient, opened: Promise<unknown>[]): Transaction {
  return {
    async rows<Row>(query: Compilable<Row> | RawBuilder<Row>): Promise<Row[]> {
      const compiled = compileAny(query)
      const result = await client.query({
        name: nameOf(compiled.sql),
        text: compiled.sql,
        values: [...compiled.parameters],
      })
      return result.rows as Row[]
    },
    asKernel() {
      const set = client.query({ name: 'kernel', text: setKernel })
      set.catch(() => undefined)
      opened.push(set)
    },
  }
}

function compileAny(query: Compilable | RawBuilder<unknown>): { sql: string; parameters: readonly unknown[] } {
  return (query as RawBuilder<unknown>).compile(build)
}
