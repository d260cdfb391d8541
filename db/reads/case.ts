import type { ReadingAnswer, StoryEvent } from '#contract/answers.ts'
import type { CaseState } from '#domain/case/state.ts'

import { sql } from '../connect.ts'
import type { Reading, Transaction } from '../connect.ts'

/**
 * A case's file as JSON text: state, people, words, documents. Text, because the server only passes it on. Undefined
 * when there is no such case or the actor's office may not see it; the two are not told apart.
 */
export async function readCase(tx: Reading, id: string): Promise<string | undefined> {
  const [row] = await tx.rows<{
    state: string
    beneficiary: string | null
    people: string | null
    texts: string | null
    documents: string | null
  }>(sql`
    select f.state::text as state,
      (select json_build_object('kind', b.kind, 'name', b.name, 'registration', b.registration, 'place', b.place,
        'phone', b.phone, 'email', b.email, 'erased', b.erased_at is not null)::text
        from beneficiary b where b."case" = f."case") as beneficiary,
      (select json_agg(json_build_object('person', p.person, 'relation', p.relation, 'givenName', p.given_name,
        'familyName', p.family_name, 'chosenName', p.chosen_name, 'birth', p.birth, 'birthEstimated', p.birth_estimated,
        'sex', p.sex, 'nationality', p.nationality, 'phone', p.phone, 'email', p.email, 'language', p.language,
        'erased', p.erased_at is not null))::text from person p where p."case" = f."case") as people,
      (select json_object_agg(t.reference, t.body)::text from erasable_text t where t.stream = f."case") as texts,
      (select json_agg(json_build_object('document', d.document, 'name', d.name, 'paper', d.paper, 'mediaType',
        d.media_type, 'size', d.size, 'fingerprint', d.fingerprint,
        'parts', d.parts, 'createdAt', d.created_at) order by d.created_at)::text
        from document d where d."case" = f."case" and d.erased_at is null) as documents
    from case_file f where f."case" = ${id}::uuid`)
  if (!row) return undefined
  return `{"case":${row.state},"beneficiary":${row.beneficiary ?? 'null'},"people":${row.people ?? '[]'},"texts":${row.texts ?? '{}'},"documents":${row.documents ?? '[]'}}`
}

/** Whether there is such a case for the actor. */
export async function isSeen(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.rows(sql`select 1 from case_file where "case" = ${id}::uuid`)
  return rows.length > 0
}

/** The story of a case, newest first, at most `limit` events before a version. */
export function readStory(tx: Transaction, id: string, before: number, limit: number): Promise<StoryEvent[]> {
  return tx.rows<StoryEvent>(sql`
    select e.version, e.type, e.data, a.name as who, e.role, coalesce(o.name, e.office) as office,
      to_char(e.happened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "happenedAt",
      to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
    from event e left join account a on a.account = e.actor left join office o on o.office = e.office
    where e.stream = ${id}::uuid and e.version < ${before}
    order by e.version desc limit ${limit}`)
}

/** The state of a case that the actor may see. */
export async function readCaseState(tx: Transaction, id: string): Promise<CaseState | undefined> {
  const [row] = await tx.rows<{ state: CaseState }>(sql`select state from case_file where "case" = ${id}::uuid`)
  return row?.state
}

/** Who opened the file, newest first. */
export function readReadings(tx: Transaction, id: string, before: string, limit: number): Promise<ReadingAnswer[]> {
  return tx.rows<ReadingAnswer>(sql`
    select coalesce(a.name, '') as who, r.role, coalesce(o.name, r.office) as office, r.what,
      to_char(r.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from reading r left join account a on a.account = r.account left join office o on o.office = r.office
    where r."case" = ${id}::uuid and r.at < ${before}::timestamptz
    order by r.at desc limit ${limit}`)
}

/** When and where one meeting of a case is. */
export async function readAppointment(
  tx: Transaction,
  id: string,
  appointment: string,
): Promise<{ at: string; place: string } | undefined> {
  const [row] = await tx.rows<{ at: string; place: string | null }>(sql`
    select a ->> 'at' as at, t.body as place
    from case_file f cross join jsonb_array_elements(f.state -> 'appointments') a
      left join erasable_text t on t.reference = a ->> 'place'
    where f."case" = ${id}::uuid and a ->> 'appointment' = ${appointment}`)
  return row && { at: row.at, place: row.place ?? '' }
}

/** Words by their references; what was erased is left out. */
export async function readWords(
  tx: Transaction,
  references: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const rows = await tx.rows<{ reference: string; body: string }>(sql`
    select reference, body from erasable_text where reference = any(${references}::text[])`)
  return Object.fromEntries(rows.map(({ reference, body }) => [reference, body]))
}
