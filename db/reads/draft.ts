import type { DraftAnswer, DraftRow } from '#contract/draft-answers.ts'
import type { DraftState } from '#domain/draft/state.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

/** Keeps the text of a scheme file under its fingerprint; one that is there already is not written twice. */
export function keepSchemeText(tx: Transaction, text: string, body: string): Promise<unknown> {
  return tx.rows(sql`insert into scheme_text (text, body) values (${text}, ${body}) on conflict do nothing`)
}

export async function readSchemeText(tx: Transaction, text: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ body: string }>(sql`select body from scheme_text where text = ${text}`)
  return row?.body
}

/** Drafts that somebody can still work on, and a number of those that are settled, the latest first. */
export function readDrafts(tx: Transaction, limit: number): Promise<DraftRow[]> {
  return tx.rows<DraftRow>(sql`
    select d.draft, d.status, d.scheme, d.state -> 'content' -> 'title' as title, d.state -> 'content' -> 'editions' as editions,
      (d.state -> 'content' ->> 'problems')::int as problems, t.body as name, w.name as "writtenBy",
      to_char(d.changed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
    from scheme_draft d
      left join erasable_text t on t.reference = d.state -> 'content' ->> 'name'
      left join account w on w.account = (d.state ->> 'writtenBy')::uuid
    order by d.status in ('published', 'discarded'), d.changed_at desc, d.draft limit ${limit}`)
}

/** One draft with its text, what was said about it, and who did what. */
export async function readDraft(tx: Transaction, id: string): Promise<DraftAnswer | undefined> {
  const [[row], texts, story] = await Promise.all([
    tx.rows<{ state: DraftState; body: string }>(sql`
      select d.state, t.body from scheme_draft d join scheme_text t on t.text = d.state -> 'content' ->> 'text'
      where d.draft = ${id}::uuid`),
    tx.rows<{ reference: string; body: string }>(
      sql`select reference, body from erasable_text where stream = ${id}::uuid`,
    ),
    tx.rows<DraftAnswer['story'][number]>(sql`
      select e.version, e.type, e.data, a.name as who, e.actor,
        to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from event e left join account a on a.account = e.actor
      where e.stream = ${id}::uuid order by e.version desc limit 200`),
  ])
  if (!row) return undefined
  const words = Object.fromEntries(texts.map((text) => [text.reference, text.body]))
  return { draft: row.state, text: row.body, texts: words, story }
}

export async function readDraftState(tx: Transaction, id: string): Promise<DraftState | undefined> {
  const [row] = await tx.rows<{ state: DraftState }>(sql`select state from scheme_draft where draft = ${id}::uuid`)
  return row?.state
}
