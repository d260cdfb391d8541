import { phoneKey, searchKeys } from '#domain/identity/keys.ts'
import type { BeneficiaryInput, PersonInput } from '#domain/field.ts'
import type { BeneficiaryKind } from '#domain/scheme/beneficiary.ts'
import type { KeptText } from '#domain/text.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/** Keeps the words that events refer to. */
export function keepTexts(tx: Transaction, stream: string, texts: readonly KeptText[]): Promise<unknown> {
  if (texts.length === 0) return Promise.resolve()
  return tx.rows(sql`
    insert into erasable_text (reference, stream, body)
    select reference, ${stream}::uuid, body
    from unnest(${texts.map((text) => text.reference)}::text[], ${texts.map((text) => text.body)}::text[]) as t (reference, body)`)
}

/** Keeps the same words for many streams, each under its own reference, so that they can be erased one by one. */
export function keepSameText(
  tx: Transaction,
  body: string,
  texts: readonly { readonly reference: string; readonly stream: string }[],
): Promise<unknown> {
  return tx.rows(sql`
    insert into erasable_text (reference, stream, body)
    select reference, stream, ${body}
    from unnest(${texts.map((text) => text.reference)}::text[], ${texts.map((text) => text.stream)}::uuid[]) as t (reference, stream)`)
}

/** Keeps who the people of a case are. Identity lives here and nowhere else, and can be erased. */
export function keepPeople(tx: Transaction, caseId: string, people: readonly PersonInput[]): Promise<unknown> {
  if (people.length === 0) return Promise.resolve()
  const of = <K extends keyof PersonInput>(key: K) => people.map((person) => person[key] ?? null)
  return tx.rows(sql`
    insert into person (person, "case", relation, given_name, family_name, chosen_name, birth, birth_estimated, sex,
      nationality, phone, email, language)
    select p.person, ${caseId}::uuid, p.relation, p.given_name, p.family_name, p.chosen_name, p.birth,
      coalesce(p.birth_estimated, false), p.sex, p.nationality, p.phone, p.email, p.language
    from unnest(${of('person')}::uuid[], ${of('relation')}::text[], ${of('givenName')}::text[],
      ${of('familyName')}::text[], ${of('chosenName')}::text[], ${of('birth')}::text[],
      ${of('birthEstimated')}::boolean[], ${of('sex')}::text[], ${of('nationality')}::text[], ${of('phone')}::text[],
      ${of('email')}::text[], ${of('language')}::text[])
      as p (person, relation, given_name, family_name, chosen_name, birth, birth_estimated, sex, nationality, phone,
        email, language)`)
}

/** Keeps the name of the organisation or group that a case is about, and how to reach it; found by it too. */
export async function keepBeneficiary(
  tx: Transaction,
  caseId: string,
  kind: BeneficiaryKind,
  named: BeneficiaryInput | undefined,
): Promise<void> {
  if (!named) return
  await Promise.all([
    tx.rows(sql`
      insert into beneficiary ("case", kind, name, registration, place, phone, email)
      values (${caseId}::uuid, ${kind}, ${named.name}, ${named.registration ?? null}, ${named.place ?? null},
        ${named.phone ?? null}, ${named.email ?? null})`),
    keepNameKeys(tx, caseId, [asNamed(caseId, named)]),
  ])
}

/** An organisation or a group has one name and the id of its case. */
export function asNamed(caseId: string, { name, phone }: Pick<BeneficiaryInput, 'name' | 'phone'>): NamedPerson {
  return { person: caseId, givenName: name, familyName: '', ...(phone ? { phone } : {}) }
}

export type NamedPerson = Pick<PersonInput, 'person' | 'givenName' | 'familyName' | 'chosenName' | 'phone'>

/** Everything a person can be found by: names in any spelling or script, and the phone. */
export function keysOf(person: NamedPerson): string[] {
  const phone = person.phone ? phoneKey(person.phone) : undefined
  return [...searchKeys({ ...person, otherNames: person.chosenName }), ...(phone ? [phone] : [])]
}

/** Search keys of new people. */
export function keepNameKeys(tx: Transaction, caseId: string, people: readonly NamedPerson[]): Promise<unknown> {
  if (people.length === 0) return Promise.resolve()
  const rows = people.flatMap((person) => keysOf(person).map((key) => ({ key, person: person.person })))
  return tx.rows(sql`
    insert into name_key (key, person, "case")
    select k.key, k.person, ${caseId}::uuid
    from unnest(${rows.map((row) => row.key)}::text[], ${rows.map((row) => row.person)}::uuid[]) as k (key, person)`)
}
