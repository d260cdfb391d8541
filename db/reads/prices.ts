import type { PriceAnswer } from '#contract/project-answers.ts'

import { addPrices } from '../projections/project.ts'
import type { BookedPrice } from '../projections/project.ts'
import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

export type PriceFilter = {
  readonly country: string
  readonly region: string | null
  readonly activity: string | null
  readonly item: string | null
  /** Item, unit and currency where the page before ended. */
  readonly after: readonly [item: string, unit: string, currency: string] | null
  readonly limit: number
}

/** How many prices of papers it takes until the assumptions of the starting set no longer count. */
const enough = 3

/**
 * Median and quartiles by item, unit and currency, in the order of these. The prices of the region count where there are
 * any, else those of the country; the starting set's assumptions count until three papers say better.
 */
export function readPriceBook(tx: Transaction, filter: PriceFilter): Promise<PriceAnswer[]> {
  const [item, unit, currency] = filter.after ?? ['', '', '']
  return tx.rows<PriceAnswer>(sql`
    with near as (
      select *, bool_or(region = ${filter.region}) over place as in_region,
        count(*) filter (where source <> 'assumption') over place as papers
      from price
      where country = ${filter.country} and (${filter.item}::text is null or item = ${filter.item})
        and (${filter.activity}::text is null or activity is null or activity = ${filter.activity})
        and (item, unit, currency) > (${item}, ${unit}, ${currency})
      window place as (partition by item, unit, currency)
    )
    select item, unit, currency,
      percentile_disc(0.5) within group (order by amount) as median,
      percentile_disc(0.25) within group (order by amount) as lower,
      percentile_disc(0.75) within group (order by amount) as upper,
      count(*)::int as count, max("on")::text as newest, bool_and(source = 'assumption') as assumed
    from near
    where (in_region is not true or region = ${filter.region}) and (papers < ${enough} or source <> 'assumption')
    group by item, unit, currency
    order by item, unit, currency limit ${filter.limit}`)
}

/** Puts the catalogue's starting set in the place of the one before. What invoices said stays. */
export async function replaceStartingSet(tx: Transaction, prices: readonly BookedPrice[]): Promise<void> {
  await tx.rows(sql`
    delete from price where source <> 'invoice' and price <> all(${prices.map(({ price }) => price)}::uuid[])`)
  await tx.rows(addPrices(prices))
}
