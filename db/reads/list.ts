import type { OperatorFigure } from '#domain/operator/performance.ts'

import { enqueue } from '../jobs.ts'
import { joined, sql } from '../sql.ts'
import type { Statement } from '../sql.ts'
import type { Reading, Transaction } from '../connect.ts'

export type ListFilters = {
  readonly stage?: string | undefined
  readonly region?: string | undefined
  readonly scheme?: string | undefined
  readonly aid?: string | undefined
  readonly status?: string | undefined
  readonly custody?: string | undefined
  readonly operator?: string | undefined
  /** With an operator: the cases that one of its figures is counted from, whoever works with the person now. */
  readonly figure?: OperatorFigure | undefined
  /** Only what counts in this result of the scheme; without a scheme, in a result of this name. */
  readonly result?: string | undefined
  /** Only what was due before this day. */
  readonly lateOn?: string | undefined
  readonly sort: 'opened' | 'due'
  readonly after?: { readonly date: string; readonly case: string } | undefined
  readonly limit: number
}

/**
 * One page of an office's list as a JSON array in text, newest first (`opened`) or most urgent first (`due`), and the
 * rows' count. Filters are equalities on an index that begins with the office, so a page costs what it shows.
 */
export async function readList(
  tx: Reading,
  office: string,
  filters: ListFilters,
): Promise<{ json: string; count: number; last: string | null }> {
  const { sort, limit } = filters
  const wanted = joined(conditions(office, filters), ' and ')
  const order = sort === 'due' ? sql`due_on, "case"` : sql`opened_on desc, "case" desc`
  const cursor = sort === 'due' ? sql`page."dueOn"` : sql`page."openedOn"`
  const [row] = await tx.rows<{ json: string | null; count: number; last: string | null }>(sql`
    select json_agg(page)::text as json, count(*)::int as count,
      (array_agg(${cursor}::text || ' ' || page."case"::text))[count(*)] as last
    from (
      select "case", name, scheme, stage, region, aid, status, custody, operator, road, household,
        opened_on as "openedOn", changed_at as "changedAt", due_on as "dueOn"
      from case_list where ${wanted} order by ${order} limit ${limit}
    ) page`)
  return { json: row?.json ?? '[]', count: row?.count ?? 0, last: row?.last ?? null }
}

function conditions(office: string, filters: ListFilters): Statement[] {
  const { stage, region, scheme, aid, status, custody, operator, figure, result, lateOn, sort, after } = filters
  const afterDue = after && sql`(due_on, "case") > (${after.date}::date, ${after.case}::uuid)`
  const afterOpened = after && sql`(opened_on, "case") < (${after.date}::date, ${after.case}::uuid)`
  const all = [
    sql`office = ${office}`,
    stage !== undefined && sql`stage = ${stage}`,
    region !== undefined && sql`region = ${region}`,
    scheme !== undefined && sql`scheme = ${scheme}`,
    aid !== undefined && sql`aid = ${aid}`,
    status !== undefined && sql`status = ${status}`,
    custody !== undefined && sql`custody = ${custody}`,
    operator !== undefined && (figure === undefined ? sql`operator = ${operator}` : counted(operator, figure)),
    result !== undefined && behind(office, scheme, result),
    lateOn !== undefined && sql`due_on < ${lateOn}::date`,
    sort === 'due' && sql`due_on is not null`,
    sort === 'due' ? afterDue : afterOpened,
  ]
  return all.filter((each) => each !== false && each !== undefined)
}

/** The cases behind a figure, found by the index that counts them. */
function behind(office: string, scheme: string | undefined, result: string): Statement {
  const ofScheme = scheme === undefined ? sql`` : sql`and r.scheme = ${scheme}`
  return sql`exists (select from case_result r where r.office = ${office} and r."case" = case_list."case"
    and r.result = ${result} ${ofScheme})`
}

/** The cases that an operator's figure is counted from. */
function counted(operator: string, figure: OperatorFigure): Statement {
  return sql`exists (select from operator_case o where o."case" = case_list."case" and o.office = ${operator}
    and ${counts[figure]})`
}

const counts: Readonly<Record<OperatorFigure, Statement>> = {
  designated: sql`true`,
  answer: sql`o.days_to_answer is not null`,
  'first-meeting': sql`o.days_to_first_meeting is not null`,
  plan: sql`o.days_to_plan is not null`,
  'difficulty-answer': sql`cardinality(o.days_to_difficulty_answer) > 0`,
  visits: sql`(o.visits_made > 0 or o.first_visit_due is not null)`,
  'alive-6': sql`o.alive_at_6 is not null`,
  'alive-12': sql`o.alive_at_12 is not null`,
  satisfaction: sql`o.satisfaction is not null`,
}

const manyDifferences = 500

/**
 * Cases by region and stage for the acting office, summed from differences. Finding many of them, it asks for them to
 * be folded: under heavy writing more often than the minute's round.
 */
export async function readCounts(
  tx: Transaction,
  office: string,
): Promise<{ region: string; stage: string; count: number }[]> {
  const rows = await tx.rows<{ region: string; stage: string; count: number; parts: number }>(sql`
    select region, stage, sum(difference)::int as count, count(*)::int as parts from case_count
    where office = ${office} group by region, stage having sum(difference) <> 0 order by region, stage`)
  const parts = rows.reduce((sum, row) => sum + row.parts, 0)
  if (parts > manyDifferences) await enqueue(tx, 'fold-counts', {}, 'fold-counts')
  return rows.map(({ region, stage, count }) => ({ region, stage, count }))
}
