import type { WorkingCalendar } from '#domain/calendar.ts'
import { claimOf } from '#domain/case/budget.ts'
import type { Claim } from '#domain/case/budget.ts'
import { accessOf } from '#domain/case/access.ts'
import type { SchemeOffices } from '#domain/case/access.ts'
import { stageOf } from '#domain/case/decide.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import { obligationsOf } from '#domain/case/obligations.ts'
import { storedStrip } from '#domain/case/road.ts'
import type { CaseState } from '#domain/case/state.ts'
import { operatorCasesOf } from '#domain/operator/operator-case.ts'
import type { OperatorCase } from '#domain/operator/operator-case.ts'
import { outcomeOf } from '#domain/project/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { budgetMoved } from '../budgets.ts'
import { sql } from '../connect.ts'
import type { Statement, Transaction } from '../connect.ts'
import { together } from '../sql.ts'
import { writeAgenda } from './agenda.ts'
import type { AgendaRow } from './agenda.ts'
import { writeOperatorCases } from './operator-case.ts'
import { writeOutcome, writePrices } from './project.ts'
import { resultRows, writeResults } from './results.ts'
import type { ResultRow } from './results.ts'
import { writeSigned } from './signed.ts'

export type OwedRow = {
  readonly key: string
  readonly kind: string
  readonly step: string | null
  readonly role: string
  readonly office: string
  readonly opensOn: string | null
  readonly dueOn: string | null
  readonly detail: string
}

/** All rows that follow from a case's state: what the projections write is the difference of two views. */
export type CaseView = {
  readonly state: CaseState
  readonly access: readonly { readonly office: string; readonly reason: string }[]
  readonly owed: readonly OwedRow[]
  readonly stage: string
  /** The number of the file: its name for those who may not know the person's. */
  readonly number: string
  readonly road: string
  readonly agenda: readonly AgendaRow[]
  readonly claim: Claim | null
  /** The principal person, and the people of other cases who are said to be the same. */
  readonly same: { readonly person: string | null; readonly as: readonly string[] }
  /** Fingerprints of the documents that parties were asked to sign. */
  readonly signed: readonly string[]
  /** The results in which it counts, for the offices that see it or read the scheme's figures. */
  readonly results: readonly ResultRow[]
  /** What it says of each operator that was named for it. */
  readonly operators: readonly OperatorCase[]
  /** What its project is and what became of it. */
  readonly outcome: ReturnType<typeof outcomeOf>
}

/** What the tables should say about a case in this state. Pure, so that rows can be rebuilt and checked from events. */
export function viewOf(
  state: CaseState,
  running: RunningEdition,
  offices: SchemeOffices,
  calendar: WorkingCalendar,
): CaseView {
  const debts = obligationsOf(state, running, calendar)
  const owed = debts.map((each) => ({
    key: each.key,
    kind: each.kind,
    step: each.step,
    role: each.role,
    office: each.office ?? offices[each.role]?.[0] ?? state.custody.office,
    opensOn: each.opensOn,
    dueOn: each.dueOn,
    detail: JSON.stringify({ source: each.source, number: each.number, ref: each.ref }),
  }))
  const agenda = new Map<string, string | null>(state.decisions.map((decision) => [decision.sitting, decision.outcome]))
  if (state.submission) agenda.set(state.submission.sitting, null)
  const access = accessOf(state, offices)
  return {
    state,
    access,
    owed,
    stage: stageOf(state, running),
    number: fileNumber(state.case, state.registeredOn, running.scheme.country),
    road: storedStrip(state, running, calendar, debts),
    agenda: [...agenda].map(([sitting, outcome]) => ({ sitting, outcome })),
    claim: claimOf(state, running),
    same: {
      person: state.members.find(({ relation }) => relation === 'principal')?.person ?? null,
      as: state.samePerson ?? [],
    },
    signed: [...new Set((state.signing ?? []).map(({ fingerprint }) => fingerprint))],
    results: resultRows(state, running, access, offices),
    operators: operatorCasesOf(state, running),
    outcome: outcomeOf(state, running),
  }
}

export type Views = { readonly before: CaseView | undefined; readonly after: CaseView }

/** Writes the difference between two views of a case: file, access, lists, counts, obligations, agenda. */
export function projectCase(tx: Transaction, { before, after }: Views, now: string): Promise<unknown> {
  return tx.rows(
    together([
      writeFile(before, after),
      ...writeAccess(before, after),
      ...writeList(before, after, now),
      ...writeCounts(before, after),
      ...writeOwed(before, after),
      ...writeAgenda(after.state.case, before?.agenda ?? [], after.agenda),
      ...writeBudget(before, after),
      ...writeSame(before, after),
      ...writeSigned(before, after),
      ...writeResults(after.state, before?.results ?? [], after.results),
      ...writeOperatorCases(after.state, before?.operators ?? [], after.operators),
      ...writeOutcome(after.state, before?.outcome ?? null, after.outcome),
      ...writePrices(before?.state.prices ?? [], after.state.prices ?? []),
    ]),
  )
}

/**
 * Writes every row of a case anew, whatever was there: file, access, lists, obligations, agenda. The counts are left to
 * `settleCounts`, for nobody knows which of the old rows were counted; what awards take of a budget is no matter of
 * who sees the case. Commands on the case wait meanwhile.
 */
export async function projectAgain(
  tx: Transaction,
  id: string,
  viewed: () => Promise<{ readonly view: CaseView; readonly changedAt: string }>,
): Promise<void> {
  await tx.rows(sql`select 1 from case_file where "case" = ${id}::uuid for update`)
  const { view, changedAt } = await viewed()
  await Promise.all([
    tx.rows(sql`delete from case_list where "case" = ${id}::uuid`),
    tx.rows(sql`delete from case_access where "case" = ${id}::uuid`),
    tx.rows(sql`delete from obligation where "case" = ${id}::uuid`),
    tx.rows(sql`delete from sitting_agenda where "case" = ${id}::uuid`),
    tx.rows(sql`delete from case_result where "case" = ${id}::uuid`),
  ])
  await tx.rows(
    together([
      // Its file is there; all other rows were taken away.
      writeFile(view, view),
      ...writeAccess(undefined, view),
      ...writeList(undefined, view, changedAt),
      ...writeOwed(undefined, view),
      ...writeAgenda(view.state.case, [], view.agenda),
      ...writeResults(view.state, [], view.results),
      ...writeOutcome(view.state, null, view.outcome),
    ]),
  )
}

/**
 * The rows of a new case are not there yet, and what may not be there needs no arm for a conflict: with it, row security
 * weighs every rule of reading and changing too, which cost more than the writing (measured).
 */
const unlessNew = (before: CaseView | undefined, conflict: Statement): Statement => (before ? conflict : sql``)

function writeFile(before: CaseView | undefined, { state }: CaseView): Statement {
  const conflict = sql`on conflict ("case") do update set version = excluded.version, state = excluded.state`
  return sql`
    insert into case_file ("case", version, state) values (${state.case}, ${state.version}, ${JSON.stringify(state)})
    ${unlessNew(before, conflict)}`
}

function writeAccess(before: CaseView | undefined, after: CaseView): Statement[] {
  const id = after.state.case
  const had = new Set(before?.access.map(keyOf))
  const has = new Set(after.access.map(keyOf))
  const gained = after.access.filter((each) => !had.has(keyOf(each)))
  const lost = (before?.access ?? []).filter((each) => !has.has(keyOf(each)))
  const removed = sql`delete from case_access where "case" = ${id} and (office, reason) in (
    select * from unnest(${lost.map((each) => each.office)}::text[], ${lost.map((each) => each.reason)}::text[]))`
  const added = sql`insert into case_access ("case", office, reason)
    select ${id}::uuid, t.office, t.reason
    from unnest(${gained.map((each) => each.office)}::text[], ${gained.map((each) => each.reason)}::text[]) as t (office, reason)
    on conflict do nothing`
  return [...(lost.length > 0 ? [removed] : []), ...(gained.length > 0 ? [added] : [])]
}

function keyOf({ office, reason }: { office: string; reason: string }): string {
  return `${office} ${reason}`
}

export function officesOf(view: CaseView | undefined): string[] {
  return [...new Set(view?.access.map((each) => each.office))]
}

function writeList(before: CaseView | undefined, after: CaseView, now: string): Statement[] {
  const { state, stage, road } = after
  const offices = officesOf(after)
  const gone = officesOf(before).filter((office) => !offices.includes(office))
  const due = offices.map((office) => firstDue(after, office))
  const principal = state.members[0]?.person ?? null
  const removed = sql`delete from case_list where "case" = ${state.case} and office = any(${gone})`
  const asked = offices.map((office) => after.access.some((each) => each.office === office && each.reason === 'asked'))
  const conflict = sql`on conflict ("case", office) do update set stage = excluded.stage, region = excluded.region,
    aid = excluded.aid, status = excluded.status, custody = excluded.custody, operator = excluded.operator,
    road = excluded.road, name = excluded.name, household = excluded.household, changed_at = excluded.changed_at,
    due_on = excluded.due_on`
  const written = sql`
    insert into case_list (office, "case", scheme, stage, region, aid, status, custody, operator, road, name, household,
      opened_on, changed_at, due_on)
    select o.office, ${state.case}::uuid, ${state.scheme}, ${stage}, ${state.region}, ${state.aid}, ${state.status},
      ${state.custody.office}, ${state.operator?.office ?? null}, ${road},
      case when o.asked then ${after.number} else
        coalesce((select b.name from beneficiary b where b."case" = ${state.case}::uuid),
          (select coalesce(p.chosen_name, p.given_name) || ' ' || p.family_name from person p where p.person = ${principal}), '')
      end,
      ${state.members.length}, ${state.registeredOn}::date, ${now}::timestamptz, o.due_on
    from unnest(${offices}::text[], ${due}::date[], ${asked}::boolean[]) as o (office, due_on, asked)
    ${unlessNew(before, conflict)}`
  return gone.length > 0 ? [removed, written] : [written]
}

export function firstDue(view: CaseView, office: string): string | null {
  const dates = view.owed.filter((each) => each.office === office && each.dueOn).map((each) => each.dueOn ?? '')
  return dates.sort()[0] ?? null
}

/** Adds and takes away ones; readers sum. Nothing is written when neither office, region nor stage changed. */
function writeCounts(before: CaseView | undefined, after: CaseView): Statement[] {
  const cell = (view: CaseView, office: string) => [office, view.state.region ?? '', view.stage].join('\u0001')
  const had = new Set(before ? officesOf(before).map((office) => cell(before, office)) : [])
  const has = new Set(officesOf(after).map((office) => cell(after, office)))
  const changes = [
    ...[...has].filter((each) => !had.has(each)).map((each) => [...each.split('\u0001'), 1] as const),
    ...[...had].filter((each) => !has.has(each)).map((each) => [...each.split('\u0001'), -1] as const),
  ]
  if (changes.length === 0) return []
  const column = (index: number) => changes.map((change) => change[index])
  const added = sql`
    insert into case_count (office, scheme, region, stage, difference)
    select t.office, ${after.state.scheme}, t.region, t.stage, t.difference
    from unnest(${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[], ${column(3)}::int[]) as t (office, region, stage, difference)`
  return [added]
}

function writeOwed(before: CaseView | undefined, after: CaseView): Statement[] {
  const same = (a: OwedRow, b: OwedRow | undefined) => b !== undefined && JSON.stringify(a) === JSON.stringify(b)
  const had = new Map(before?.owed.map((each) => [each.key, each]))
  const has = new Set(after.owed.map((each) => each.key))
  const settled = [...had.keys()].filter((key) => !has.has(key))
  const fresh = after.owed.filter((each) => !same(each, had.get(each.key)))
  const id = after.state.case
  const of = <K extends keyof OwedRow>(key: K) => fresh.map((each) => each[key])
  const removed = sql`delete from obligation where "case" = ${id} and key = any(${settled})`
  const conflict = sql`on conflict ("case", key) do update set kind = excluded.kind, step = excluded.step,
    role = excluded.role, office = excluded.office, opens_on = excluded.opens_on, due_on = excluded.due_on,
    detail = excluded.detail`
  const written = sql`
      insert into obligation ("case", key, kind, step, role, office, opens_on, due_on, detail)
      select ${id}::uuid, t.* from unnest(${of('key')}::text[], ${of('kind')}::text[], ${of('step')}::text[],
        ${of('role')}::text[], ${of('office')}::text[], ${of('opensOn')}::date[], ${of('dueOn')}::date[],
        ${of('detail')}::jsonb[]) as t (key, kind, step, role, office, opens_on, due_on, detail)
      ${unlessNew(before, conflict)}`
  return [...(settled.length > 0 ? [removed] : []), ...(fresh.length > 0 ? [written] : [])]
}

/** What the award takes of a budget now, instead of what it took before. */
function writeBudget(before: CaseView | undefined, after: CaseView): Statement[] {
  const { scheme } = after.state
  const [had, has] = [before?.claim, after.claim]
  const isSameLine = had && has && had.line === has.line && had.year === has.year
  const moves = isSameLine
    ? [{ ...has, amount: has.amount - had.amount }]
    : [had && { ...had, amount: -had.amount }, has].filter((claim) => claim !== null && claim !== undefined)
  return moves
    .filter(({ amount }) => amount !== 0)
    .map(({ line, year, amount }) => budgetMoved({ scheme, line, year, granted: amount }))
}

/** Who is said to be the person of this case, instead of who was said before. */
function writeSame(before: CaseView | undefined, after: CaseView): Statement[] {
  const id = after.state.case
  const { person, as } = after.same
  const had = before?.same.as ?? []
  const gone = had.filter((each) => !as.includes(each))
  const fresh = as.filter((each) => !had.includes(each))
  const removed = sql`delete from person_link where "case" = ${id}::uuid and same_as = any(${gone}::uuid[])`
  const written = sql`
    insert into person_link ("case", person, same_as)
    select ${id}::uuid, ${person}::uuid, t.same_as from unnest(${fresh}::uuid[]) as t (same_as)`
  return [...(gone.length > 0 ? [removed] : []), ...(fresh.length > 0 ? [written] : [])]
}
