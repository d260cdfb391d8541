import pg from 'pg'

import type { Actor } from '#domain/role.ts'

import { sql } from './sql.ts'
import type { Statement } from './sql.ts'

export { sql }
export type { Statement }

pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type Database = { readonly pool: pg.Pool; readonly url: string; close(): Promise<void> }

/** The acting person, or the kernel and its jobs. */
export type Acting = Actor | 'system'

/** The id of the worker, as an actor. */
export const systemUser = '00000000-0000-7000-8000-000000000000'
export const systemActor: Actor = { user: systemUser, role: 'system', office: 'homeward' }

export type Transaction = {
  /** Runs a statement and gives its rows. */
  rows<Row>(statement: Statement): Promise<Row[]>
  /**
   * One statement by the kernel in the middle of the actor's work, for what a decision must know of rows that the actor
   * may not see. Whoever calls it answers for telling no more of them than that.
   */
  rowsAsKernel<Row>(statement: Statement): Promise<Row[]>
  /** From here on the kernel writes what the actor's command decided; reads before it ran under the actor's own rights. */
  asKernel(): void
  /**
   * These are the last statements of the work, all sent by now: the commit travels with them instead of after them. If
   * one of them fails, the database has rolled back.
   */
  andCommit<T>(last: Promise<T>): Promise<T>
}

/**
 * Opens the pool. Every connection takes the application role for good, so nothing runs as the owner. Statements are
 * pipelined: those sent without waiting for one another cost one round trip together.
 */
export function openDatabase(url: string, connections = 12): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    pipeline: true,
    options:
      '-c role=homeward_app -c search_path=homeward,public -c statement_timeout=30000 -c plan_cache_mode=force_generic_plan',
  } as pg.PoolConfig)
  // An idle connection that the server closes must not end the process; the next query opens a new one.
  let closing = false
  pool.on('error', (error) => {
    if (!closing) console.error(`database connection lost: ${error.message}`)
  })
  // One that is lost at work must not either: its statements fail, and whoever sent them says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    pool,
    url,
    close() {
      closing = true
      return pool.end()
    },
  }
}

const begin = { name: 'begin', text: 'begin' }
const commit = { name: 'commit', text: 'commit' }
const setActor =
  "select set_config('homeward.user',$1,true),set_config('homeward.role',$2,true),set_config('homeward.office',$3,true)"
const setRole = "select set_config('homeward.role',$1,true)"

/** The only door to the tables: runs `work` in one transaction in which row security knows who acts. */
export async function asActor<T>(
  database: Database,
  acting: Acting,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const actor = acting === 'system' ? systemActor : acting
  const client = await database.pool.connect()
  gather(client)
  const opened = [
    client.query(begin),
    client.query({ name: 'actor', text: setActor, values: [actor.user, actor.role, actor.office] }),
  ]
  const first = Promise.all(opened)
  // A failure of the opening shows in the work's own statements too; it is awaited below.
  first.catch(() => undefined)
  let broken: Error | undefined
  try {
    const ending: Ending = { sent: false }
    const result = await work(transactionOn(client, actor, opened, ending))
    await Promise.all(opened)
    if (!ending.sent) await commitNow(client)
    return result
  } catch (error) {
    await client.query('rollback').catch((problem: Error) => (broken = problem))
    throw error
  } finally {
    client.release(broken)
  }
}

type Socket = { cork(): void; uncork(): void }
const gathering = new WeakSet<Socket>()

/**
 * Sends the statements of one turn of the event loop in one write. The driver writes each by itself, and waking the
 * database a dozen times a command cost more than the command (measured: 43 % of the time in writev).
 */
function gather(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  if (gathering.has(stream)) return
  gathering.add(stream)
  stream.cork()
  setImmediate(() => {
    gathering.delete(stream)
    stream.uncork()
  })
}

type Ending = { sent: boolean }

/** A transaction in which a statement failed answers `ROLLBACK` to a commit: then nothing was kept. */
async function commitNow(client: pg.PoolClient): Promise<void> {
  gather(client)
  const { command } = await client.query(commit)
  if (command !== 'COMMIT') throw new Error(`the database answered ${command} to a commit`)
}

function transactionOn(client: pg.PoolClient, actor: Actor, opened: Promise<unknown>[], ending: Ending): Transaction {
  const become = (role: string): void => {
    const set = client.query({ name: 'role', text: setRole, values: [role] })
    set.catch(() => undefined)
    opened.push(set)
  }
  return {
    async rows<Row>({ name, text, values }: Statement): Promise<Row[]> {
      gather(client)
      const result = await client.query({ name, text, values: values as unknown[] })
      return result.rows as Row[]
    },
    async rowsAsKernel<Row>({ name, text, values }: Statement): Promise<Row[]> {
      gather(client)
      become('system')
      const result = client.query({ name, text, values: values as unknown[] })
      become(actor.role)
      return (await result).rows as Row[]
    },
    asKernel() {
      become('system')
    },
    async andCommit<T>(last: Promise<T>): Promise<T> {
      ending.sent = true
      const committed = commitNow(client)
      committed.catch(() => undefined)
      const value = await last
      await committed
      return value
    },
  }
}
