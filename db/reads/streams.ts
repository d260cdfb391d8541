import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'
import { toStored } from '../event-store.ts'
import type { StoredEvent } from '../event-store.ts'

type Row = Parameters<typeof toStored>[0]
export type ChainedEvent = StoredEvent & { readonly previous: Buffer }

/** The next streams of a kind in the order of their ids, each with all its events, oldest first. */
export async function readStreams(
  tx: Transaction,
  kind: string,
  after: string,
  limit: number,
): Promise<Map<string, ChainedEvent[]>> {
  const rows = await tx.rows<Row>(sql`
    select e.stream, e.version, e.kind, e.type, e.data, e.actor, e.role, e.office, e.command, e.happened_at, e.recorded_at,
      e.previous_hash, e.hash
    from event e
    where e.stream in (
      select stream from event where version = 1 and kind = ${kind} and stream > ${after}::uuid order by stream limit ${limit}
    )
    order by e.stream, e.version`)
  const streams = new Map<string, ChainedEvent[]>()
  for (const row of rows) {
    const list = streams.get(row.stream) ?? []
    if (list.length === 0) streams.set(row.stream, list)
    list.push({ ...toStored(row), previous: row.previous_hash })
  }
  return streams
}

export type ProjectedCase = {
  readonly case: string
  readonly version: number
  readonly state: unknown
  readonly access: readonly string[] | null
  readonly owed: readonly string[] | null
  readonly lists: readonly string[] | null
  readonly same: readonly string[] | null
  readonly signed: readonly string[] | null
  readonly results: readonly string[] | null
  readonly operators: readonly string[] | null
  readonly outcome: string | null
  readonly prices: readonly string[] | null
  /** Contents of saved projects that were not erased: the version, and the SHA-256 of what is there. */
  readonly contents: readonly string[] | null
}

/** What the projections say about some cases, in the words that `verify` compares. */
export function readProjected(tx: Transaction, cases: readonly string[]): Promise<ProjectedCase[]> {
  return tx.rows<ProjectedCase>(sql`
    select f."case", f.version, f.state,
      (select array_agg(a.office || ' ' || a.reason order by 1) from case_access a where a."case" = f."case" and a.until is null) as access,
      (select array_agg(o.key || ' ' || o.role || ' ' || o.office || ' ' || coalesce(o.due_on::text, '') order by 1)
        from obligation o where o."case" = f."case") as owed,
      (select array_agg(s.same_as::text) from person_link s where s."case" = f."case") as same,
      (select array_agg(d.fingerprint) from signed_document d where d."case" = f."case") as signed,
      (select array_agg(l.office || ' ' || l.stage || ' ' || coalesce(l.region, '') || ' ' || l.road || ' ' || l.custody order by 1)
        from case_list l where l."case" = f."case") as lists,
      (select array_agg(r.office || ' ' || r.result || ' ' || r.region || ' ' || r.people order by 1)
        from case_result r where r."case" = f."case") as results,
      (select array_agg(concat_ws(' ', o.number, o.office, o.designated_on, o.open, coalesce(o.days_to_answer, -1),
          coalesce(o.days_to_plan, -1), o.visits_made, o.visits_on_time, array_to_string(o.visits_due, ' '),
          array_to_string(o.services, ' ')))
        from operator_case o where o."case" = f."case") as operators,
      (select concat_ws(' ', coalesce(p.sector, '-'), coalesce(p.activity, '-'), coalesce(p.region, '-'), coalesce(p.started_on::text, '-'),
          coalesce(p.alive_at_6::text, '-'), coalesce(p.alive_at_12::text, '-'), coalesce(p.closed_for, '-'))
        from project_outcome p where p."case" = f."case") as outcome,
      (select array_agg(p.price || ' ' || p.item || ' ' || p.unit || ' ' || p.amount) from price p
        where p.price in (select (each ->> 'price')::uuid from jsonb_array_elements(f.state -> 'prices') each)) as prices,
      (select array_agg(c.project || ' ' || encode(sha256(convert_to(c.body, 'UTF8')), 'hex')) from project_content c
        where c."case" = f."case" and c.erased_at is null) as contents
    from case_file f where f."case" = any(${cases}::uuid[])`)
}

export type ProjectedSitting = {
  readonly sitting: string
  readonly state: unknown
  /** Who stepped aside from which file: `case account`. */
  readonly recusals: readonly string[] | null
}

export function readProjectedSittings(tx: Transaction, sittings: readonly string[]): Promise<ProjectedSitting[]> {
  return tx.rows<ProjectedSitting>(sql`
    select s.sitting, s.state,
      (select array_agg(r."case"::text || ' ' || r.account::text) from recusal r where r.sitting = s.sitting) as recusals
    from sitting_file s where s.sitting = any(${sittings}::uuid[])`)
}

export function readProjectedCommittees(
  tx: Transaction,
  committees: readonly string[],
): Promise<{ committee: string; state: unknown }[]> {
  return tx.rows(sql`select committee, state from committee_file where committee = any(${committees}::uuid[])`)
}

export function readProjectedDrafts(
  tx: Transaction,
  drafts: readonly string[],
): Promise<{ draft: string; state: unknown }[]> {
  return tx.rows(sql`select draft, state from scheme_draft where draft = any(${drafts}::uuid[])`)
}

export function readProjectedStandings(
  tx: Transaction,
  streams: readonly string[],
): Promise<{ stream: string; state: unknown; sheet: unknown }[]> {
  return tx.rows(sql`
    select accreditation as stream, state, sheet from operator_sheet where accreditation = any(${streams}::uuid[])
    union all select "call", state, null from operator_call where "call" = any(${streams}::uuid[])`)
}

/** The counts as they stand, and as a count of the lists gives them. Equal when nothing was lost. */
export function readCountDifferences(
  tx: Transaction,
): Promise<{ office: string; region: string; stage: string; said: number; counted: number }[]> {
  return tx.rows(sql`
    select coalesce(c.office, l.office) as office, coalesce(c.region, l.region) as region, coalesce(c.stage, l.stage) as stage,
      coalesce(c.n, 0)::int as said, coalesce(l.n, 0)::int as counted
    from (select office, scheme, region, stage, sum(difference) as n from case_count group by 1, 2, 3, 4) c
      full join (select office, scheme, coalesce(region, '') as region, stage, count(*) as n from case_list group by 1, 2, 3, 4) l
        using (office, scheme, region, stage)
    where coalesce(c.n, 0) <> coalesce(l.n, 0)`)
}

/** The next cases of a scheme in the order of their ids. */
export async function readCasesOf(
  tx: Transaction,
  scheme: string,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.rows<{ case: string }>(sql`
    select "case" from case_file where state ->> 'scheme' = ${scheme} and "case" > ${after}::uuid
    order by "case" limit ${limit}`)
  return rows.map((row) => row.case)
}

/**
 * Empties every projection; the facts and the people stay. Commands wait until the transaction ends, or the ones of a new
 * case would be counted by them and by whoever fills the tables again; readers see the old rows.
 */
export async function clearProjections(tx: Transaction): Promise<void> {
  await tx.rows(
    sql`lock table case_file, sitting_file, budget_line, operator_sheet, operator_call in share row exclusive mode`,
  )
  await tx.rows(sql`delete from case_access`)
  await tx.rows(sql`delete from case_list`)
  await tx.rows(sql`delete from case_result`)
  await tx.rows(sql`delete from case_count`)
  await tx.rows(sql`delete from obligation`)
  await tx.rows(sql`delete from name_key`)
  await tx.rows(sql`delete from budget_line`)
  await tx.rows(sql`delete from person_link`)
  await tx.rows(sql`delete from project_outcome`)
  await tx.rows(sql`delete from price where source = 'invoice'`)
  await tx.rows(sql`delete from operator_case`)
  await tx.rows(sql`delete from operator_performance`)
  await tx.rows(sql`delete from operator_changed`)
  await tx.rows(sql`delete from signed_document`)
  await tx.rows(sql`delete from case_file`)
  await tx.rows(sql`delete from sitting_agenda`)
  await tx.rows(sql`delete from sitting_file`)
  await tx.rows(sql`delete from recusal`)
  await tx.rows(sql`delete from committee_file`)
  await tx.rows(sql`delete from operator_sheet`)
  await tx.rows(sql`delete from operator_call`)
}

export type PersonNames = {
  readonly case: string
  readonly person: string
  readonly givenName: string
  readonly familyName: string
  readonly chosenName: string | null
  readonly phone: string | null
}

/** What people, organisations and groups of some cases are found by; the erased ones cannot be found. */
export function readPeopleNames(tx: Transaction, cases: readonly string[]): Promise<PersonNames[]> {
  return tx.rows(sql`
    select "case", person, given_name as "givenName", family_name as "familyName", chosen_name as "chosenName",
      phone
    from person where "case" = any(${cases}::uuid[]) and erased_at is null
    union all
    select "case", "case", name, '', null, phone
    from beneficiary where "case" = any(${cases}::uuid[]) and erased_at is null`)
}
