import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/**
 * Adds up the differences of every count that has several rows. One statement: readers see the sum before or after it,
 * and a difference that is written meanwhile stays as its own row.
 */
export async function foldDifferences(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    with crowded as (
      select office, scheme, region, stage from case_count
      group by office, scheme, region, stage having count(*) > 1 or sum(difference) = 0
    ), gone as (
      delete from case_count c using crowded d
      where c.office = d.office and c.scheme = d.scheme and c.region = d.region and c.stage = d.stage
      returning c.office, c.scheme, c.region, c.stage, c.difference
    )
    insert into case_count (office, scheme, region, stage, difference)
    select office, scheme, region, stage, sum(difference) from gone
    group by office, scheme, region, stage having sum(difference) <> 0`)
}

/**
 * Makes the counts those of the lists again. One statement, in which both are seen at the same moment; one at a time, or
 * the same difference would be settled twice.
 */
export async function settleCounts(tx: Transaction): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('homeward.counts'))`)
  await tx.rows(sql`
    insert into case_count (office, scheme, region, stage, difference)
    select office, scheme, region, stage, coalesce(l.n, 0) - coalesce(c.n, 0)
    from (select office, scheme, region, stage, sum(difference) as n from case_count group by 1, 2, 3, 4) c
      full join (select office, scheme, coalesce(region, '') as region, stage, count(*) as n from case_list group by 1, 2, 3, 4) l
        using (office, scheme, region, stage)
    where coalesce(l.n, 0) <> coalesce(c.n, 0)`)
}
