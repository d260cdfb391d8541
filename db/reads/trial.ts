import type { TrialAnswer } from '#contract/draft-answers.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Actor } from '#domain/role.ts'
import type { Effect } from '#domain/simulation/past-case.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

export type TrialRow = {
  readonly trial: string
  readonly text: string
  readonly edition: string
  readonly account: string
  readonly role: Actor['role']
  readonly office: string
  readonly body: string
}

/** Notes that somebody tries an edition of a text; their earlier trial of the draft makes room. */
export async function beginTrial(
  tx: Transaction,
  { user, role, office }: Actor,
  trial: { readonly trial: string; readonly draft: string; readonly text: string; readonly edition: string },
): Promise<void> {
  await tx.rows(sql`delete from draft_trial where account = ${user}::uuid and draft = ${trial.draft}::uuid`)
  await tx.rows(sql`
    insert into draft_trial (trial, draft, text, edition, account, role, office)
    values (${trial.trial}, ${trial.draft}, ${trial.text}, ${trial.edition}, ${user}, ${role}, ${office})`)
}

/** What a trial is about, with the text; undefined when another one took its place. */
export async function readTrialTask(tx: Transaction, trial: string): Promise<TrialRow | undefined> {
  const [row] = await tx.rows<TrialRow>(sql`
    select d.trial, d.text, d.edition, d.account, d.role, d.office, t.body
    from draft_trial d join scheme_text t using (text) where d.trial = ${trial}::uuid`)
  return row
}

/** How many cases of a scheme the actor may see. */
export async function countCases(tx: Transaction, scheme: string): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(
    sql`select count(*)::int as count from case_file where state ->> 'scheme' = ${scheme}`,
  )
  return row?.count ?? 0
}

/** The next cases of a scheme that the actor may see, in the order of their ids. */
export async function readCaseStates(
  tx: Transaction,
  scheme: string,
  after: string,
  limit: number,
): Promise<readonly CaseState[]> {
  const rows = await tx.rows<{ state: CaseState }>(sql`
    select state from case_file where state ->> 'scheme' = ${scheme} and "case" > ${after}::uuid
    order by "case" limit ${limit}`)
  return rows.map(({ state }) => state)
}

/** How far a trial is. False when another one took its place. */
export async function noteTrial(
  tx: Transaction,
  trial: string,
  found: {
    readonly state: string
    readonly tried: number
    readonly total: number
    readonly counts: Readonly<Record<string, number>>
    readonly effects: readonly Effect[]
  },
): Promise<boolean> {
  const rows = await tx.rows(sql`
    update draft_trial set state = ${found.state}, tried = ${found.tried}, total = ${found.total},
      counts = ${JSON.stringify(found.counts)}, effects = ${JSON.stringify(found.effects)}
    where trial = ${trial}::uuid returning 1`)
  return rows.length > 0
}

/** A trial as its reader sees it: what it found about cases that they may still see, with the name of each. */
export async function readTrial(tx: Transaction, trial: string, office: string): Promise<TrialAnswer | undefined> {
  const [[row], rows] = await Promise.all([
    tx.rows<Omit<TrialAnswer, 'rows'>>(
      sql`select trial, state, edition, text, tried, total, counts from draft_trial where trial = ${trial}::uuid`,
    ),
    tx.rows<TrialAnswer['rows'][number]>(sql`
      select e.effect ->> 'case' as "case", e.effect ->> 'kind' as kind, e.effect -> 'because' as because,
        (e.effect ->> 'amount')::bigint as amount, (e.effect ->> 'ceiling')::bigint as ceiling, l.name, l.stage
      from draft_trial d, jsonb_array_elements(d.effects) with ordinality as e (effect, place)
        join case_list l on l.office = ${office} and l."case" = (e.effect ->> 'case')::uuid
      where d.trial = ${trial}::uuid order by e.place`),
  ])
  return row && { ...row, rows }
}
