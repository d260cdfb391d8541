import type { CaseState } from '#domain/case/state.ts'
import type { ProjectOutcome } from '#domain/project/outcome.ts'
import type { RecordedPrice } from '#domain/project/price.ts'

import { sql } from '../connect.ts'
import type { Statement } from '../connect.ts'

type Of = Pick<CaseState, 'case' | 'scheme'>

/** Writes what a case's project is and what became of it, where that changed. */
export function writeOutcome(
  { case: id, scheme }: Of,
  had: ProjectOutcome | null,
  has: ProjectOutcome | null,
): Statement[] {
  if (has === null || JSON.stringify(had) === JSON.stringify(has)) return []
  return [
    sql`
    insert into project_outcome ("case", scheme, sector, activity, region, started_on, alive_at_6, alive_at_12, closed_on,
      closed_for)
    values (${id}::uuid, ${scheme}, ${has.sector}, ${has.activity}, ${has.region}, ${has.startedOn}::date,
      ${has.aliveAt6}::boolean, ${has.aliveAt12}::boolean, ${has.closedOn}::date, ${has.closedFor})
    on conflict ("case") do update set scheme = excluded.scheme, sector = excluded.sector, activity = excluded.activity,
      region = excluded.region, started_on = excluded.started_on, alive_at_6 = excluded.alive_at_6,
      alive_at_12 = excluded.alive_at_12, closed_on = excluded.closed_on, closed_for = excluded.closed_for`,
  ]
}

/** Adds prices that invoices said to the price book. They carry the id of their event and nothing of the case. */
export function writePrices(had: readonly RecordedPrice[], has: readonly RecordedPrice[]): Statement[] {
  const known = new Set(had.map(({ price }) => price))
  const fresh = has.filter(({ price }) => !known.has(price))
  return fresh.length === 0 ? [] : [addPrices(fresh.map((each) => ({ ...each, source: 'invoice' })))]
}

export type BookedPrice = RecordedPrice & { readonly source: 'invoice' | 'document' | 'assumption' }

export function addPrices(prices: readonly BookedPrice[]): Statement {
  const of = <K extends keyof BookedPrice>(key: K) => prices.map((each) => each[key])
  return sql`
    insert into price (price, country, region, activity, item, unit, amount, currency, "on", source)
    select * from unnest(${of('price')}::uuid[], ${of('country')}::text[], ${of('region')}::text[],
      ${of('activity')}::text[], ${of('item')}::text[], ${of('unit')}::text[], ${of('amount')}::bigint[],
      ${of('currency')}::text[], ${of('on')}::date[], ${of('source')}::text[])
    on conflict (price) do nothing`
}
