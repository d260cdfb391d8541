import type { OperatorCase } from '#domain/operator/operator-case.ts'

import { sql } from '../connect.ts'
import type { Statement } from '../connect.ts'

type Of = { readonly case: string; readonly scheme: string }

/** Writes the difference, and marks the operators whose figures it changes. Most acts change none and write nothing. */
export function writeOperatorCases(
  { case: id, scheme }: Of,
  had: readonly OperatorCase[],
  has: readonly OperatorCase[],
): Statement[] {
  const before = new Map(had.map((each) => [each.number, JSON.stringify(each)]))
  const fresh = has.filter((each) => before.get(each.number) !== JSON.stringify(each))
  const gone = had.filter((each) => !has.some(({ number }) => number === each.number))
  if (fresh.length === 0 && gone.length === 0) return []
  const numbers = new Set([...fresh, ...gone].map(({ number }) => number))
  const concerned = [...had, ...has].filter(({ number }) => numbers.has(number)).map(({ office }) => office)
  const marked = sql`
    insert into operator_changed (scheme, office)
    select ${scheme}, t.office from unnest(${[...new Set(concerned)].sort()}::text[]) as t (office)`
  const removed = sql`
    delete from operator_case where "case" = ${id}::uuid and number = any(${gone.map(({ number }) => number)}::int[])`
  return [
    ...(gone.length > 0 ? [removed] : []),
    ...(fresh.length > 0 ? [written({ case: id, scheme }, fresh)] : []),
    marked,
  ]
}

/** Rows travel as one document: a list of lists has no type of array. */
function written({ case: id, scheme }: Of, rows: readonly OperatorCase[]): Statement {
  return sql`
    insert into operator_case ("case", number, scheme, office, designated_on, accepted, open, days_to_answer,
      days_to_first_meeting, days_to_plan, days_to_difficulty_answer, visits_made, visits_on_time, visits_due, first_visit_due, alive_at_6,
      alive_at_12, satisfaction, services)
    select ${id}::uuid, t.number, ${scheme}, t.office, t."designatedOn", t.accepted, t.open, t."daysToAnswer",
      t."daysToFirstMeeting", t."daysToPlan", t."daysToDifficultyAnswer", t."visitsMade", t."visitsOnTime", t."visitsDue",
      (select min(due) from unnest(t."visitsDue") due), t."aliveAt6", t."aliveAt12", t.satisfaction, t.services
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (number int, office text, "designatedOn" date,
      accepted boolean, open boolean, "daysToAnswer" int, "daysToFirstMeeting" int, "daysToPlan" int, "daysToDifficultyAnswer" int[],
      "visitsMade" int, "visitsOnTime" int, "visitsDue" date[], "aliveAt6" boolean, "aliveAt12" boolean,
      satisfaction real, services text[])
    on conflict ("case", number) do update set office = excluded.office, designated_on = excluded.designated_on,
      accepted = excluded.accepted, open = excluded.open, days_to_answer = excluded.days_to_answer,
      days_to_first_meeting = excluded.days_to_first_meeting, days_to_plan = excluded.days_to_plan,
      days_to_difficulty_answer = excluded.days_to_difficulty_answer, visits_made = excluded.visits_made,
      visits_on_time = excluded.visits_on_time, visits_due = excluded.visits_due,
      first_visit_due = excluded.first_visit_due, alive_at_6 = excluded.alive_at_6, alive_at_12 = excluded.alive_at_12,
      satisfaction = excluded.satisfaction, services = excluded.services`
}
