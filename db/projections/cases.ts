import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'
import { firstDue, officesOf } from './case.ts'
import type { CaseView, OwedRow, Views } from './case.ts'

type Both = { readonly before: CaseView; readonly after: CaseView }

/**
 * Writes the differences between two views of many cases that are there already, each named once, in as many statements
 * as for one. They must concern nobody else than before (`concernsTheSame`).
 */
export async function projectCases(tx: Transaction, cases: readonly Both[], now: string): Promise<void> {
  if (cases.length === 0) return
  await Promise.all([
    writeFiles(tx, cases),
    writeLists(tx, cases, now),
    writeCounts(tx, cases),
    ...writeOwed(tx, cases),
  ])
}

/**
 * Whether the same offices see the case, the same sittings have it before them, it claims the same of a budget and says
 * the same of its operators.
 */
export function concernsTheSame({ before, after }: Both): boolean {
  const circle = ({ access, agenda, claim, same, operators }: CaseView) =>
    JSON.stringify([access, agenda, claim, same, operators])
  return circle(before) === circle(after)
}

function writeFiles(tx: Transaction, cases: readonly Views[]): Promise<unknown> {
  const states = cases.map(({ after }) => after.state)
  return tx.rows(sql`
    update case_file f set version = t.version, state = t.state
    from unnest(${states.map((state) => state.case)}::uuid[], ${states.map((state) => state.version)}::int[],
      ${states.map((state) => JSON.stringify(state))}::jsonb[]) as t ("case", version, state)
    where f."case" = t."case"`)
}

/** The lists keep the case's name and household: those follow from other facts than the ones that many cases share. */
function writeLists(tx: Transaction, cases: readonly Views[], now: string): Promise<unknown> {
  const rows = cases.flatMap(({ after }) => officesOf(after).map((office) => ({ office, view: after, ...after.state })))
  const of = <T>(value: (row: (typeof rows)[number]) => T) => rows.map(value)
  return tx.rows(sql`
    update case_list l set stage = t.stage, region = t.region, aid = t.aid, status = t.status, custody = t.custody,
      operator = t.operator, road = t.road, due_on = t.due_on, changed_at = ${now}::timestamptz
    from unnest(${of((row) => row.case)}::uuid[], ${of((row) => row.office)}::text[], ${of((row) => row.view.stage)}::text[],
      ${of((row) => row.region)}::text[], ${of((row) => row.aid)}::text[], ${of((row) => row.status)}::text[],
      ${of((row) => row.custody.office)}::text[], ${of((row) => row.operator?.office ?? null)}::text[],
      ${of((row) => row.view.road)}::text[], ${of((row) => firstDue(row.view, row.office))}::date[])
      as t ("case", office, stage, region, aid, status, custody, operator, road, due_on)
    where l."case" = t."case" and l.office = t.office`)
}

/** One difference for each office, region and stage, whatever the number of cases. */
async function writeCounts(tx: Transaction, cases: readonly Both[]): Promise<void> {
  const differences = new Map<string, number>()
  for (const { before, after } of cases)
    for (const [view, one] of [[after, 1] as const, [before, -1] as const])
      for (const office of officesOf(view)) {
        const cell = JSON.stringify([office, view.state.scheme, view.state.region ?? '', view.stage])
        differences.set(cell, (differences.get(cell) ?? 0) + one)
      }
  const changes = [...differences]
    .filter(([, difference]) => difference !== 0)
    .map(([cell, difference]) => [...(JSON.parse(cell) as string[]), difference])
  if (changes.length === 0) return
  const part = (index: number) => changes.map((change) => change[index])
  await tx.rows(sql`
    insert into case_count (office, scheme, region, stage, difference)
    select * from unnest(${part(0)}::text[], ${part(1)}::text[], ${part(2)}::text[], ${part(3)}::text[], ${part(4)}::int[])`)
}

function writeOwed(tx: Transaction, cases: readonly Both[]): Promise<unknown>[] {
  const settled: { readonly case: string; readonly key: string }[] = []
  const fresh: (OwedRow & { readonly case: string })[] = []
  for (const { before, after } of cases) {
    const id = after.state.case
    const had = new Map(before.owed.map((each) => [each.key, JSON.stringify(each)]))
    const has = new Set(after.owed.map(({ key }) => key))
    for (const key of had.keys()) if (!has.has(key)) settled.push({ case: id, key })
    for (const each of after.owed) if (had.get(each.key) !== JSON.stringify(each)) fresh.push({ ...each, case: id })
  }
  const of = <K extends keyof OwedRow | 'case'>(key: K) => fresh.map((each) => each[key])
  const removed = () =>
    tx.rows(sql`
      delete from obligation o
      using unnest(${settled.map((each) => each.case)}::uuid[], ${settled.map(({ key }) => key)}::text[]) as t ("case", key)
      where o."case" = t."case" and o.key = t.key`)
  const written = () =>
    tx.rows(sql`
      insert into obligation ("case", key, kind, step, role, office, opens_on, due_on, detail)
      select * from unnest(${of('case')}::uuid[], ${of('key')}::text[], ${of('kind')}::text[], ${of('step')}::text[],
        ${of('role')}::text[], ${of('office')}::text[], ${of('opensOn')}::date[], ${of('dueOn')}::date[],
        ${of('detail')}::jsonb[])
      on conflict ("case", key) do update set kind = excluded.kind, step = excluded.step, role = excluded.role,
        office = excluded.office, opens_on = excluded.opens_on, due_on = excluded.due_on, detail = excluded.detail`)
  return [...(settled.length > 0 ? [removed()] : []), ...(fresh.length > 0 ? [written()] : [])]
}
