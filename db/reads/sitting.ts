import type { AgendaFile, SittingAnswer, SittingRow } from '#contract/answers.ts'
import type { SittingSummary } from '#domain/command.ts'
import { summaryOf } from '#domain/sitting/sitting.ts'
import type { SittingState } from '#domain/sitting/state.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'
import { joined } from '../sql.ts'

/** What a case's decision needs of a sitting, as far as the actor may see it. */
export async function readSitting(tx: Transaction, id: string): Promise<SittingSummary | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined
  const [[row], files] = await Promise.all([
    tx.rows<{ state: SittingState }>(sql`select state from sitting_file where sitting = ${id}::uuid`),
    readFilesOf(tx, id),
  ])
  return row && summaryOf(row.state, files)
}

/** The cases that were submitted to a sitting, as far as the actor may see them. */
export async function readFilesOf(tx: Transaction, sitting: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ case: string }>(
    sql`select "case" from sitting_agenda where sitting = ${sitting}::uuid order by place, "case"`,
  )
  return rows.map((each) => each.case)
}

export type SittingFilters = {
  readonly scheme?: string | undefined
  readonly status?: string | undefined
  /** Only those before this day. */
  readonly before?: string | undefined
}

/** Sittings the office has to do with, the latest first. */
export function readSittings(
  tx: Transaction,
  { scheme, status, before = '9999-12-31' }: SittingFilters,
  limit: number,
): Promise<SittingRow[]> {
  const wanted = [
    sql`s."on" < ${before}::date`,
    ...(scheme === undefined ? [] : [sql`s.scheme = ${scheme}`]),
    ...(status === undefined ? [] : [sql`s.status = ${status}`]),
  ]
  return tx.rows<SittingRow>(sql`
    select s.sitting, s.scheme, s.state ->> 'committee' as committee, s.office, s."on", s.status,
      count(a."case")::int as files, count(a.outcome)::int as decided
    from sitting_file s left join sitting_agenda a using (sitting)
    where ${joined(wanted, ' and ')}
    group by s.sitting order by s."on" desc, s.sitting limit ${limit}`)
}

/** One sitting with its agenda; files that the reader stepped aside from are counted, not shown. */
export async function readAgenda(tx: Transaction, id: string, office: string): Promise<SittingAnswer | undefined> {
  const [[row], files, texts] = await Promise.all([
    tx.rows<{ state: SittingState }>(sql`select state from sitting_file where sitting = ${id}::uuid`),
    tx.rows<AgendaFile>(sql`
      select a."case", l.name, l.region, l.aid, a.outcome, (f.state -> 'plan' ->> 'requested')::bigint as requested,
        array(select i ->> 'member' from sitting_file s, jsonb_array_elements(s.state -> 'interests') i
          where s.sitting = a.sitting and i ->> 'case' = a."case"::text) as recused
      from sitting_agenda a join case_list l on l.office = ${office} and l."case" = a."case"
        join case_file f on f."case" = a."case"
      where a.sitting = ${id}::uuid order by a.place, l.name`),
    tx.rows<{ reference: string; body: string }>(
      sql`select reference, body from erasable_text where stream = ${id}::uuid`,
    ),
  ])
  if (!row) return undefined
  const [members, [hidden]] = await Promise.all([
    readMembers(tx, row.state.office),
    tx.rows<{ count: number }>(sql`select count(*)::int as count from recusal where sitting = ${id}::uuid`),
  ])
  const words = Object.fromEntries(texts.map((text) => [text.reference, text.body]))
  return { sitting: row.state, files, hidden: hidden?.count ?? 0, texts: words, members }
}

/** Who can sit: people with a committee seat at the office. */
export function readMembers(
  tx: Transaction,
  office: string,
): Promise<{ account: string; name: string; role: string }[]> {
  return tx.rows(sql`
    select a.account, a.name, s.role from seat s join account a using (account)
    where s.office = ${office} and s.role in ('committee-chair', 'committee-member', 'committee-secretary')
      and (s.until is null or s.until > now()) and a.active
    order by s.role, a.name`)
}
