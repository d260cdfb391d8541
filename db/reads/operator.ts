import type { OperatorPerformance } from '#domain/operator/performance.ts'
import type { OperatorSheet } from '#domain/operator/sheet.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

/** What is known of a scheme's operators, as far as the actor may see them: all, for those who oversee them. */
export async function readOperatorSheets(tx: Transaction, scheme: string): Promise<readonly OperatorSheet[]> {
  const rows = await tx.rows<{ sheet: OperatorSheet }>(
    sql`select sheet from operator_sheet where scheme = ${scheme} order by office`,
  )
  return rows.map(({ sheet }) => sheet)
}

/**
 * How a scheme's operators work, as far as the actor may see them: one row for each that was ever named for a case. The
 * counted figures, and those of operators whose cases have changed since, counted now. A visit that is due and was not
 * made is not on time: hence `today`. With an `office`, of that one only.
 */
export function readPerformance(
  tx: Transaction,
  scheme: string,
  today: string,
  office: string | null = null,
): Promise<readonly OperatorPerformance[]> {
  return tx.rows<OperatorPerformance>(sql`
    with changed as materialized (
      select distinct office from operator_changed
      where scheme = ${scheme} and (${office}::text is null or office = ${office})
    ), figures as (
      select p.* from operator_performance p
      where p.scheme = ${scheme} and (${office}::text is null or p.office = ${office})
        and p.office not in (select office from changed)
      union all
      select f.* from changed c cross join lateral operator_figures(${scheme}, c.office) f
    ), missed as (
      select office, sum(width_bucket(${today}::date - 1, visits_due))::int as visits
      from operator_case where scheme = ${scheme} and first_visit_due < ${today}::date
        and (${office}::text is null or office = ${office}) group by office
    )
    select f.office, f.scheme, f.caseload, f.designated, f.committed, f.days_to_answer as "daysToAnswer",
      f.days_to_first_meeting as "daysToFirstMeeting", f.days_to_plan as "daysToPlan",
      f.days_to_difficulty_answer as "daysToDifficultyAnswer",
      f.visits_on_time::float8 / nullif(f.visits_made + coalesce(m.visits, 0), 0) as "visitsOnTime",
      f.alive_at_6 as "aliveAt6", f.alive_at_12 as "aliveAt12", f.satisfaction
    from figures f left join missed m on m.office = f.office
    where f.designated > 0 order by f.office`)
}

/** What one operator's present contract has given out so far: cases, and minor units. Counted now, from its own rows. */
export async function readContractUse(
  tx: Transaction,
  scheme: string,
  office: string,
): Promise<{ readonly cases: number; readonly committed: number }> {
  const [row] = await tx.rows<{ cases: number; committed: number }>(sql`
    select count(distinct c."case")::int as cases,
      coalesce(sum((select sum((s.prices ->> service)::bigint) from unnest(c.services) service)), 0)::bigint as committed
    from operator_sheet s join operator_case c on c.scheme = s.scheme and c.office = s.office
      and c.designated_on between s.contract_from and s.contract_until
    where s.scheme = ${scheme} and s.office = ${office} and (c.open or c.accepted)`)
  return row ?? { cases: 0, committed: 0 }
}

/** Operators whose counted figures are not what their rows say, though nothing marks them as changed. */
export function readWrongFigures(tx: Transaction): Promise<{ readonly scheme: string; readonly office: string }[]> {
  return tx.rows(sql`
    select p.scheme, p.office from operator_performance p
      cross join lateral operator_figures(p.scheme, p.office) f
    where (p.scheme, p.office) not in (select scheme, office from operator_changed) and p is distinct from f`)
}

/**
 * Counts the figures anew of all operators whose cases have changed, and takes their marks away. One statement, so that
 * marks and rows are seen at the same moment; one at a time, so that older figures never replace newer ones.
 */
export async function countPerformance(tx: Transaction): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('homeward.operators'))`)
  await tx.rows(sql`
    with taken as (delete from operator_changed returning scheme, office),
      changed as (select distinct scheme, office from taken)
    insert into operator_performance
    select f.* from changed c cross join lateral operator_figures(c.scheme, c.office) f
    on conflict (scheme, office) do update set caseload = excluded.caseload, designated = excluded.designated,
      committed = excluded.committed, days_to_answer = excluded.days_to_answer,
      days_to_first_meeting = excluded.days_to_first_meeting, days_to_plan = excluded.days_to_plan,
      days_to_difficulty_answer = excluded.days_to_difficulty_answer, visits_made = excluded.visits_made,
      visits_on_time = excluded.visits_on_time, alive_at_6 = excluded.alive_at_6, alive_at_12 = excluded.alive_at_12,
      satisfaction = excluded.satisfaction`)
}
