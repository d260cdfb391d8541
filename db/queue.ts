import { Logger, runMigrations } from 'graphile-worker'

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
