import type { CallBackAnswer } from '#contract/questionnaire-answers.ts'
import type { CallBackInput, CallBackOutcome } from '#domain/call-back.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

export type CallBackPlan = Omit<CallBackInput, 'wishes' | 'consent'> & {
  readonly id: string
  readonly office: string
  readonly role: string
  readonly schemes: readonly string[]
  readonly askedAt: string
  readonly eraseOn: string
}

/** Adds a request; one from the same contact that still waits at the office is left as it is. */
export async function addCallBack(tx: Transaction, plan: CallBackPlan): Promise<void> {
  const { id, office, role, schemes, name, phone = null, email = null, bestTime, language, askedAt, eraseOn } = plan
  await tx.rows(sql`
    insert into call_back (call_back, office, role, schemes, name, phone, email, best_time, language, asked_at, erase_on)
    values (${id}, ${office}, ${role}, ${schemes}, ${name}, ${phone}, ${email}, ${bestTime}, ${language}, ${askedAt},
      ${eraseOn})
    on conflict do nothing`)
}

/** How many requests reached an office since an instant. Until the transaction ends, others who count here wait. */
export async function countCallBacks(tx: Transaction, office: string, since: string): Promise<number> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext(${`call-backs ${office}`}))`)
  const [row] = await tx.rows<{ count: number }>(
    sql`select count(*)::int as count from call_back where office = ${office} and asked_at > ${since}`,
  )
  return row?.count ?? 0
}

const columns = sql`
  call_back as "callBack", schemes, name, phone, email, best_time as "bestTime", language, to_char(asked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "askedAt",
  erase_on as "eraseOn", outcome, to_char(settled_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "settledAt"`

/** One page of who waits for a call from this office, longest first. */
export function readWaiting(
  tx: Transaction,
  office: string,
  role: string,
  after: { readonly askedAt: string; readonly id: string } | undefined,
  limit: number,
): Promise<CallBackAnswer[]> {
  return tx.rows<CallBackAnswer>(sql`
    select ${columns} from call_back
    where office = ${office} and role = ${role} and outcome is null
      and (asked_at, call_back) > (${after?.askedAt ?? '0001-01-01T00:00:00Z'}::timestamptz,
        ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by asked_at, call_back limit ${limit}`)
}

/** What was settled last and is not erased yet. */
export function readSettled(tx: Transaction, office: string, role: string): Promise<CallBackAnswer[]> {
  return tx.rows<CallBackAnswer>(sql`
    select ${columns} from call_back where office = ${office} and role = ${role} and outcome is not null
    order by settled_at desc limit 20`)
}

export async function readCallBack(tx: Transaction, id: string): Promise<CallBackAnswer | undefined> {
  const [row] = await tx.rows<CallBackAnswer>(sql`select ${columns} from call_back where call_back = ${id}::uuid`)
  return row
}

export async function countWaiting(tx: Transaction, office: string, role: string): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(sql`
    select count(*)::int as count from call_back where office = ${office} and role = ${role} and outcome is null`)
  return row?.count ?? 0
}

/** Settles a request that the actor may see, or puts it back. Answers whether there was one. */
export async function settleCallBack(
  tx: Transaction,
  id: string,
  { outcome, at, by, eraseOn }: { outcome: CallBackOutcome; at: string; by: string; eraseOn: string },
): Promise<boolean> {
  const isWaiting = outcome === 'waiting'
  const rows = await tx.rows(sql`
    update call_back set outcome = ${isWaiting ? null : outcome}, settled_at = ${isWaiting ? null : at},
      settled_by = ${isWaiting ? null : by}::uuid, erase_on = ${eraseOn}
    where call_back = ${id}::uuid returning 1`)
  return rows.length > 0
}

/** Erases what has had its time. Answers how many requests went. */
export async function eraseCallBacks(tx: Transaction, today: string): Promise<number> {
  const rows = await tx.rows(sql`delete from call_back where erase_on <= ${today}::date returning 1`)
  return rows.length
}
