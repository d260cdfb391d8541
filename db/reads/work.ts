import type { HomeAnswer, ListRow, OwedAnswer } from '#contract/answers.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

/** What a role at an office owes, by kind and step: late, due within a week, later or without a date. */
export function readOwedGroups(
  tx: Transaction,
  office: string,
  role: string,
  today: string,
): Promise<HomeAnswer['groups'][number][]> {
  return tx.rows(sql`
    select kind, step,
      count(*) filter (where due_on < ${today}::date)::int as late,
      count(*) filter (where due_on >= ${today}::date and due_on <= ${today}::date + 7)::int as soon,
      count(*) filter (where due_on is null or due_on > ${today}::date + 7)::int as later,
      min(due_on) filter (where due_on < ${today}::date) as oldest,
      min(due_on) filter (where due_on >= ${today}::date) as next
    from obligation where office = ${office} and role = ${role} and (opens_on is null or opens_on <= ${today}::date)
    group by kind, step order by 3 desc, 4 desc, 5 desc`)
}

export type OwedFilters = {
  readonly kind?: string | undefined
  readonly step?: string | undefined
  readonly when?: 'late' | 'soon' | undefined
  readonly after?: { readonly due: string; readonly case: string; readonly key: string } | undefined
  readonly limit: number
}

/** One page of what a role at an office owes, most urgent first. */
export function readOwed(
  tx: Transaction,
  office: string,
  role: string,
  today: string,
  filters: OwedFilters,
): Promise<OwedAnswer[]> {
  const { kind = null, step = null, when = null, after, limit } = filters
  return tx.rows<OwedAnswer>(sql`
    select o."case", l.name, o.key, o.kind, o.step, o.role, o.office, o.opens_on as "opensOn", o.due_on as "dueOn",
      o.detail, l.scheme, l.stage
    from obligation o join case_list l on l.office = ${office} and l."case" = o."case"
    where o.office = ${office} and o.role = ${role} and (o.opens_on is null or o.opens_on <= ${today}::date)
      and (${kind}::text is null or o.kind = ${kind}) and (${step}::text is null or o.step = ${step})
      and (${when}::text is null or (${when} = 'late' and o.due_on < ${today}::date)
        or (${when} = 'soon' and o.due_on >= ${today}::date and o.due_on <= ${today}::date + 7))
      and (coalesce(o.due_on, '9999-12-31'), o."case", o.key)
        > (${after?.due ?? '0001-01-01'}::date, ${after?.case ?? '00000000-0000-0000-0000-000000000000'}::uuid, ${after?.key ?? ''})
    order by coalesce(o.due_on, '9999-12-31'), o."case", o.key limit ${limit}`)
}

/** What the system has to do by now because a deadline passed, case by case. */
export function readPassing(
  tx: Transaction,
  today: string,
  after: { readonly case: string; readonly step: string },
  limit: number,
): Promise<{ case: string; step: string; on: string }[]> {
  return tx.rows(sql`
    select "case", step, opens_on as on from obligation
    where role = 'system' and opens_on <= ${today}::date and ("case", step) > (${after.case}::uuid, ${after.step})
    order by "case", step limit ${limit}`)
}

/** The newest cases, and how many are open. */
export async function readRecent(tx: Transaction, office: string): Promise<{ recent: ListRow[]; open: number }> {
  const [recent, [open]] = await Promise.all([
    tx.rows<ListRow>(sql`
      select "case", name, scheme, stage, region, aid, status, custody, operator, road, household,
        opened_on as "openedOn", changed_at as "changedAt", due_on as "dueOn"
      from case_list where office = ${office} order by opened_on desc, "case" desc limit 6`),
    tx.rows<{ open: number }>(sql`
      select coalesce(sum(difference), 0)::int as open from case_count where office = ${office} and stage <> 'closed'`),
  ])
  return { recent, open: open?.open ?? 0 }
}

export type SavedView = { readonly name: string; readonly filters: Record<string, string> }

export function readViews(tx: Transaction): Promise<SavedView[]> {
  return tx.rows<SavedView>(sql`select name, filters from saved_view order by name`)
}

export function saveView(tx: Transaction, account: string, { name, filters }: SavedView): Promise<unknown> {
  return tx.rows(sql`
    insert into saved_view (account, name, filters) values (${account}, ${name}, ${JSON.stringify(filters)})
    on conflict (account, name) do update set filters = excluded.filters`)
}

export function removeView(tx: Transaction, account: string, name: string): Promise<unknown> {
  return tx.rows(sql`delete from saved_view where account = ${account}::uuid and name = ${name}`)
}

export type NoticeRow = {
  readonly notice: string
  readonly name: string
  readonly means: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly state: string
  readonly problem: string | null
  readonly createdAt: string
}

/** Notices, newest first: sent, kept because no server is set up, or failed and why. */
export function readNotices(tx: Transaction, before: string, limit: number): Promise<NoticeRow[]> {
  return tx.rows<NoticeRow>(sql`
    select notice, name, means, recipient, subject, body, state, problem,
      to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt"
    from notice where created_at < ${before}::timestamptz order by created_at desc limit ${limit}`)
}
