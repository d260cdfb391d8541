import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/**
 * Puts a job into the queue in the same transaction: rolled back with it, run after its commit. Payloads are ids; waiting
 * jobs with the same key are one job.
 */
export function enqueue(tx: Transaction, task: string, payload: object, key: string | null = null): Promise<unknown> {
  return tx.rows(sql`select homeward.enqueue(${task}, ${JSON.stringify(payload)}::json, ${key})`)
}
