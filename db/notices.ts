import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

export type StaffRow = { readonly account: string; readonly email: string; readonly language: string }

/** Who holds this role in one of these offices today. */
export function readStaff(tx: Transaction, role: string, offices: readonly string[]): Promise<StaffRow[]> {
  return tx.rows<StaffRow>(sql`
    select distinct a.account, a.email, a.language from seat s join account a using (account)
    where s.role = ${role} and s.office = any(${offices}::text[]) and a.active and (s.until is null or s.until > now())
    order by a.email`)
}

export type NoticeToSend = {
  readonly notice: string
  readonly means: 'e-mail' | 'sms'
  readonly recipient: string
  readonly subject: string
  readonly body: string
}

export type PreparedNotice = NoticeToSend & {
  /** Null when it is about no case: a call to a sitting. */
  readonly case: string | null
  readonly name: string
  readonly command: string
  /** `kept` with the reason when nobody can be reached. */
  readonly state: 'waiting' | 'kept'
  readonly problem: string | null
}

/** Puts notices on record before they leave; one that is there already (a job that runs again) stays as it is. */
export function keepNotices(tx: Transaction, notices: readonly PreparedNotice[]): Promise<unknown> {
  const of = <K extends keyof PreparedNotice>(key: K) => notices.map((each) => each[key])
  return tx.rows(sql`
    insert into notice (notice, "case", name, means, recipient, subject, body, state, problem, command)
    select * from unnest(${of('notice')}::uuid[], ${of('case')}::uuid[], ${of('name')}::text[], ${of('means')}::text[],
      ${of('recipient')}::text[], ${of('subject')}::text[], ${of('body')}::text[], ${of('state')}::text[],
      ${of('problem')}::text[], ${of('command')}::uuid[])
    on conflict do nothing`)
}

/** What of a notice has not left yet. */
export function readWaitingNotices(tx: Transaction, command: string, name: string): Promise<NoticeToSend[]> {
  return tx.rows<NoticeToSend>(sql`
    select notice, means, recipient, subject, body from notice
    where command = ${command}::uuid and name = ${name} and state = 'waiting' order by notice`)
}

export function settleNotice(
  tx: Transaction,
  notice: string,
  { state, problem }: { readonly state: 'sent' | 'kept' | 'failed'; readonly problem: string | null },
): Promise<unknown> {
  return tx.rows(sql`
    update notice set state = ${state}, problem = ${problem}, sent_at = case when ${state} = 'sent' then now() end
    where notice = ${notice}::uuid`)
}

/** These people, to be written to, as far as they still have an account. */
export function readAccounts(tx: Transaction, accounts: readonly string[]): Promise<StaffRow[]> {
  return tx.rows<StaffRow>(sql`
    select account, email, language from account where account = any(${accounts}::uuid[]) and active order by email`)
}
