import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

/** What the queue has to say: only what somebody should look at, in one line; the reasons are on record with the job. */
export const queueLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`queue: ${message.split('\n')[0]}`)
})

/**
 * Brings the queue's own tables to their newest shape. Several processes may call it at the same time. `ownerUrl` must
 * be allowed to create the schema `graphile_worker`.
 */
export function migrateQueue(ownerUrl: string): Promise<void> {
  return runMigrations({ connectionString: ownerUrl, maxPoolSize: 2, noHandleSignals: true, logger: queueLogger })
}

/**
 * The worker's own connections. A connection that the database takes away is opened again; at the end it is taken away
 * for good, and neither may end the process.
 */
export function openQueuePool(ownerUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 6 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
