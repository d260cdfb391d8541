import type { AgendaFile, PackAnswer, SittingAnswer, SittingRow, SittingWork } from '#contract/answers.ts'
import type { SittingSummary } from '#domain/command.ts'
import type { CommitteeState, Mandate } from '#domain/committee/state.ts'
import type { Actor } from '#domain/role.ts'
import { sittingFor } from '#domain/sitting/reader.ts'
import { summaryOf } from '#domain/sitting/summary.ts'
import type { SittingState } from '#domain/sitting/state.ts'
import { wordsOf } from '#domain/sitting/words-of.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'
import { joined } from '../sql.ts'

/** What a case's decision needs of a sitting, as far as the actor may see it. */
export async function readSitting(tx: Transaction, id: string): Promise<SittingSummary | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined
  const [[row], files, mandates, next] = await Promise.all([
    tx.rows<{ state: SittingState }>(sql`select state from sitting_file where sitting = ${id}::uuid`),
    readFilesOf(tx, id),
    readMandates(tx, id),
    readNext(tx, id),
  ])
  return row && summaryOf(row.state, files, { mandates, next })
}

/** Who holds the seats of the committee that meets; none when it keeps no list. */
export async function readMandates(tx: Transaction, sitting: string): Promise<readonly Mandate[]> {
  const [row] = await tx.rows<{ state: CommitteeState }>(sql`
    select c.state from sitting_file s join committee_file c
      on c.scheme = s.scheme and c.office = s.office and c.name = s.state ->> 'committee'
    where s.sitting = ${sitting}::uuid`)
  return row?.state.mandates ?? []
}

/** Who holds the seats of a committee at an office; of the only one where none is named. */
export async function readCommittee(
  tx: Transaction,
  scheme: string,
  committee: string | null,
  office: string,
): Promise<readonly Mandate[]> {
  const rows = await tx.rows<{ state: CommitteeState }>(sql`
    select state from committee_file
    where scheme = ${scheme} and office = ${office} and (${committee}::text is null or name = ${committee})`)
  return rows.length === 1 ? (rows[0]?.state.mandates ?? []) : []
}

/** The files of a sitting and what was decided on each, as far as the actor may see them. */
export function readAgendaOf(tx: Transaction, sitting: string): Promise<{ case: string; outcome: string | null }[]> {
  return tx.rows(sql`
    select "case", outcome from sitting_agenda where sitting = ${sitting}::uuid order by place, "case"`)
}

/** The next planned sitting of the same committee. */
export async function readNext(tx: Transaction, sitting: string): Promise<(SittingSummary['next'] & object) | null> {
  const [row] = await tx.rows<{ sitting: string; on: string }>(sql`
    select n.sitting, n."on"::text as on from sitting_file s join sitting_file n
      on n.office = s.office and n.scheme = s.scheme and n."on" >= s."on" and n.sitting <> s.sitting
        and n.status = 'planned' and n.state ->> 'committee' is not distinct from s.state ->> 'committee'
        and n.state ->> 'procedure' = 'meeting'
    where s.sitting = ${sitting}::uuid order by n."on", n.sitting limit 1`)
  return row ?? null
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

type FileRow = Omit<AgendaFile, 'minutes' | 'pack'> & { readonly version: number; readonly pack: PackRow | null }
type PackRow = Omit<PackAnswer, 'isChanged'> & { readonly version: number }

/**
 * One sitting as this reader may know it, with its agenda in order; files that the reader stepped aside from are counted,
 * not shown. Other offices of the scheme are told of the files that they may open.
 */
export async function readAgenda(tx: Transaction, id: string, actor: Actor): Promise<SittingAnswer | undefined> {
  const [[row], files, mandates, next, work] = await Promise.all([
    tx.rows<{ state: SittingState }>(sql`select state from sitting_file where sitting = ${id}::uuid`),
    readAgendaFiles(tx, id, actor.office),
    readMandates(tx, id),
    readNext(tx, id),
    tx.rows<SittingWork>(sql`
      select kind, total, done, failed, to_char(started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
        to_char(finished_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "finishedAt"
      from sitting_work where sitting = ${id}::uuid order by kind`),
  ])
  if (!row) return undefined
  const isOwn = row.state.office === actor.office
  const sitting = sittingFor(row.state, actor, isOwn ? null : files.map((each) => each.case))
  const [members, [hidden], texts] = await Promise.all([
    readMembers(tx, sitting.office),
    tx.rows<{ count: number }>(sql`select count(*)::int as count from recusal where sitting = ${id}::uuid`),
    tx.rows<{ reference: string; body: string }>(
      sql`select reference, body from erasable_text where stream = ${id}::uuid and reference = any(${wordsOf(sitting)})`,
    ),
  ])
  return {
    sitting,
    files: inOrder(files, sitting),
    hidden: hidden?.count ?? 0,
    texts: Object.fromEntries(texts.map((text) => [text.reference, text.body])),
    members,
    next,
    work,
    sheet: {
      files: files.map(({ case: file, outcome }) => ({ case: file, outcome })),
      mandates,
      chairs: members.filter(({ role }) => role === 'committee-chair').map(({ account }) => account),
      minutesHash: null,
    },
  }
}

function readAgendaFiles(tx: Transaction, id: string, office: string): Promise<FileRow[]> {
  return tx.rows<FileRow>(sql`
    select a."case", l.name, l.region, l.aid, a.outcome, (f.state -> 'plan' ->> 'requested')::bigint as requested, f.version,
      array(select i ->> 'member' from sitting_file s, jsonb_array_elements(s.state -> 'interests') i
        where s.sitting = a.sitting and i ->> 'case' = a."case"::text) as recused,
      (select jsonb_build_object('hash', p.hash, 'version', p.version, 'pages', p.pages, 'size', p.size,
          'frozenAt', to_char(p.frozen_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        from sitting_pack p where p.sitting = a.sitting and p."case" = a."case" order by p.frozen_at desc limit 1) as pack
    from sitting_agenda a join case_list l on l.office = ${office} and l."case" = a."case"
      join case_file f on f."case" = a."case"
    where a.sitting = ${id}::uuid order by a.place, l.name`)
}

/** As the agenda says; files that it does not name yet come after it, by name. */
function inOrder(files: readonly FileRow[], { agenda }: SittingState): AgendaFile[] {
  const places = new Map(agenda.map((item, place) => [item.case, { ...item, place }]))
  const placeOf = (file: FileRow) => places.get(file.case)?.place ?? agenda.length
  return files
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ version, pack, ...file }) => ({
      ...file,
      minutes: places.get(file.case)?.minutes ?? null,
      pack: pack && packOf(pack, version),
    }))
}

function packOf({ version, ...pack }: PackRow, now: number): PackAnswer {
  return { ...pack, isChanged: now > version }
}

/** When cases were registered: their numbers are made from it. */
export function readCaseDays(
  tx: Transaction,
  cases: readonly string[],
): Promise<{ case: string; registeredOn: string }[]> {
  return tx.rows(sql`
    select "case", state ->> 'registeredOn' as "registeredOn" from case_file where "case" = any(${cases}::uuid[])`)
}

/** The words of a sitting by their reference. */
export async function readTextsOf(tx: Transaction, sitting: string): Promise<Readonly<Record<string, string>>> {
  const rows = await tx.rows<{ reference: string; body: string }>(
    sql`select reference, body from erasable_text where stream = ${sitting}::uuid`,
  )
  return Object.fromEntries(rows.map(({ reference, body }) => [reference, body]))
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
