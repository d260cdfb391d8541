import pg from 'pg'

import type { Actor } from '#domain/role.ts'

import { sql } from './sql.ts'
import type { Statement } from './sql.ts'
import { acting, actingAs as inRole, begin, inOneRound, teach } from './wire.ts'

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
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    teach(client)
  })
  return {
    pool,
    url,
    close() {
      closing = true
      return pool.end()
    },
  }
}

const commit: Statement = { name: 'commit', text: 'commit', values: [] }

/** The only door to the tables: runs `work` in one transaction in which row security knows who acts. */
export async function asActor<T>(database: Database, who: Acting, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const actor = who === 'system' ? systemActor : who
  const client = await database.pool.connect()
  const line = lineOf(client, actor)
  let broken: Error | undefined
  try {
    const result = await work(line.transaction)
    await line.end()
    return result
  } catch (error) {
    await client.query('rollback').catch((problem: Error) => (broken = problem))
    throw error
  } finally {
    client.release(broken)
  }
}

/** Reads that need no common moment: each statement is a transaction of its own. */
export type Reading = Pick<Transaction, 'rows'>

/** The same door for one statement: who acts travels in front of it, and there is nothing to begin or to commit. */
export function asReader<T>(database: Database, who: Acting, work: (reading: Reading) => Promise<T>): Promise<T> {
  const actor = who === 'system' ? systemActor : who
  return work({
    async rows<Row>(statement: Statement): Promise<Row[]> {
      const client = await database.pool.connect()
      try {
        gather(client)
        const { rows } = await inOneRound(client, [inNameOf(actor)], statement)
        return rows as Row[]
      } finally {
        client.release()
      }
    },
  })
}

const inNameOf = ({ user, role, office }: Actor) => acting(user, role, office)

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

type Line = { readonly transaction: Transaction; end(): Promise<void> }

/**
 * One transaction on one connection. It begins with its first statement; who acts and as what is sent in front of the
 * statement that needs it.
 */
function lineOf(client: pg.PoolClient, actor: Actor): Line {
  let forerunners = [begin, inNameOf(actor)]
  let role: string = actor.role
  let told = role
  let ended = false
  const send = (statement: Statement, as: string): Promise<pg.QueryResult> => {
    gather(client)
    if (as !== told) forerunners.push(inRole(as))
    told = as
    const before = forerunners
    forerunners = []
    return inOneRound(client, before, statement)
  }
  const commitNow = async (): Promise<void> => {
    ended = true
    const { command } = await send(commit, told)
    // A transaction in which a statement failed answers `ROLLBACK` to a commit: then nothing was kept.
    if (command !== 'COMMIT') throw new Error(`the database answered ${command} to a commit`)
  }
  const transaction: Transaction = {
    rows: async <Row>(statement: Statement) => (await send(statement, role)).rows as Row[],
    rowsAsKernel: async <Row>(statement: Statement) => (await send(statement, 'system')).rows as Row[],
    asKernel() {
      role = 'system'
    },
    async andCommit<T>(last: Promise<T>): Promise<T> {
      const committed = commitNow()
      committed.catch(() => undefined)
      const value = await last
      await committed
      return value
    },
  }
  return { transaction, end: async () => (ended ? undefined : commitNow()) }
}
