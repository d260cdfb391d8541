import { build, sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

export type ListFilters = {
  readonly stage?: string | undefined
  readonly region?: string | undefined
  readonly scheme?: string | undefined
  readonly aid?: string | undefined
  readonly status?: string | undefined
  readonly custody?: string | undefined
  readonly operator?: string | undefined
  /** Only what was due before this day. */
  readonly lateOn?: string | undefined
  readonly sort: 'opened' | 'due'
  readonly after?: { readonly date: string; readonly case: string } | undefined
  readonly limit: number
}

const equal = ['stage', 'region', 'scheme', 'aid', 'status', 'custody', 'operator'] as const

/**
 * One page of an office's list as a JSON array in text, newest first (`opened`) or most urgent first (`due`), and the
 * rows' count. Filters are equalities on an index that begins with the office, so a page costs what it shows.
 */
export async function readList(
  tx: Transaction,
  office: string,
  filters: ListFilters,
): Promise<{ json: string; count: number; last: string | null }> {
  const page = listQuery(office, filters).as('page')
  const [row] = await tx.rows<{ json: string | null; count: number; last: string | null }>(
    build
      .selectFrom(page)
      .select([
        sql<string | null>`json_agg(page)::text`.as('json'),
        sql<number>`count(*)::int`.as('count'),
        filters.sort === 'due'
          ? sql<string | null>`(array_agg(page."dueOn"::text || ' ' || page."case"::text))[count(*)]`.as('last')
          : sql<string | null>`(array_agg(page."openedOn"::text || ' ' || page."case"::text))[count(*)]`.as('last'),
      ]),
  )
  return { json: row?.json ?? '[]', count: row?.count ?? 0, last: row?.last ?? null }
}

function listQuery(office: string, filters: ListFilters) {
  let query = build
    .selectFrom('case_list')
    .select(['case', 'name', 'scheme', 'stage', 'region', 'aid', 'status', 'custody', 'operator', 'road', 'household'])
    .select(['opened_on as openedOn', 'changed_at as changedAt', 'due_on as dueOn'])
    .where('office', '=', office)
    .limit(filters.limit)
  for (const key of equal) if (filters[key] !== undefined) query = query.where(key, '=', filters[key])
  if (filters.lateOn !== undefined) query = query.where('due_on', '<', filters.lateOn)
  const { after } = filters
  if (filters.sort === 'due') {
    query = query.where('due_on', 'is not', null).orderBy('due_on').orderBy('case')
    return after ? query.where(sql<boolean>`(due_on, "case") > (${after.date}::date, ${after.case}::uuid)`) : query
  }
  query = query.orderBy('opened_on', 'desc').orderBy('case', 'desc')
  return after ? query.where(sql<boolean>`(opened_on, "case") < (${after.date}::date, ${after.case}::uuid)`) : query
}

/** Cases by region and stage for the acting office, summed from differences. */
export function readCounts(
  tx: Transaction,
  office: string,
): Promise<{ region: string; stage: string; count: number }[]> {
  return tx.rows(sql`
    select region, stage, sum(difference)::int as count from case_count where office = ${office}
    group by region, stage having sum(difference) <> 0 order by region, stage`)
}
