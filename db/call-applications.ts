import type { ApplicationOutcome, CallApplicationInput } from '#domain/operator-call/application.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

export type CallApplicationPlan = Omit<CallApplicationInput, 'consent'> & {
  readonly id: string
  readonly askedAt: string
  readonly eraseOn: string
}

/** Keeps an application; one from the same address to the same call that still waits is left as it is. */
export async function addCallApplication(tx: Transaction, plan: CallApplicationPlan): Promise<void> {
  const { id, call, organisation, contact, email, phone = null, place, type, lots, text, language } = plan
  await tx.rows(sql`
    insert into call_application (application, "call", organisation, contact, email, phone, place, type, lots, body,
      language, asked_at, erase_on)
    values (${id}, ${call}, ${organisation}, ${contact}, ${email}, ${phone}, ${place}, ${type}, ${lots}, ${text},
      ${language}, ${plan.askedAt}, ${plan.eraseOn})
    on conflict do nothing`)
}

/** How many applications reached a call since an instant. Until the transaction ends, others who count here wait. */
export async function countCallApplications(tx: Transaction, call: string, since: string): Promise<number> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext(${`call-applications ${call}`}))`)
  const [row] = await tx.rows<{ count: number }>(sql`
    select count(*)::int as count from call_application where "call" = ${call}::uuid and asked_at > ${since}`)
  return row?.count ?? 0
}

/** Settles an application that the actor may see, or puts it back. Answers whether there was one. */
export async function settleCallApplication(
  tx: Transaction,
  id: string,
  { outcome, at, by, eraseOn }: { outcome: ApplicationOutcome; at: string; by: string; eraseOn: string },
): Promise<boolean> {
  const isWaiting = outcome === 'waiting'
  const rows = await tx.rows(sql`
    update call_application set outcome = ${isWaiting ? null : outcome}, settled_at = ${isWaiting ? null : at},
      settled_by = ${isWaiting ? null : by}::uuid, erase_on = ${eraseOn}
    where application = ${id}::uuid returning 1`)
  return rows.length > 0
}

/** Erases what has had its time. Answers how many applications went. */
export async function eraseCallApplications(tx: Transaction, today: string): Promise<number> {
  const rows = await tx.rows(sql`delete from call_application where erase_on <= ${today}::date returning 1`)
  return rows.length
}
