import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/** Puts a job into the queue in the same transaction: rolled back with it, run after its commit. Payloads are ids. */
export function enqueue(tx: Transaction, task: string, payload: object): Promise<unknown> {
  return tx.rows(sql`select homeward.enqueue(${task}, ${JSON.stringify(payload)}::json)`)
}
