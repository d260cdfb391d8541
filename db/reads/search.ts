import { sql } from '../connect.ts'
import type { Reading } from '../connect.ts'

export type Candidate = {
  readonly case: string
  readonly person: string
  readonly givenName: string
  readonly familyName: string
  readonly chosenName: string | null
  readonly relation: string
  readonly birth: string | null
  readonly sex: string | null
  readonly phone: string | null
  readonly nationality: string | null
  readonly stage: string
  readonly scheme: string
}

/** Keys to look for: those that say most, and those that are asked only when nobody has one of the first. */
export type KeysAsked = { readonly first: readonly string[]; readonly otherwise: readonly string[] }

/** Rows that one look may cost: each is checked against the rights of the office, and a common name has thousands. */
const rowsLookedAt = 60

/**
 * People, organisations and groups of the office's cases who share a search key, those who share most first, `most` at
 * the most. Equality on the key is all that row security lets an index do, so every spelling must already lie in the
 * keys.
 */
export function readCandidates(
  tx: Reading,
  office: string,
  { first, otherwise }: KeysAsked,
  most: number,
): Promise<Candidate[]> {
  return tx.rows<Candidate>(sql`
    with sharing_first as (
      select k.person, k."case" from unnest(${first}::text[]) as wanted (key)
      cross join lateral (select person, "case" from name_key where key = wanted.key limit ${rowsOfEach(first)}) k
    ), sharing as (
      select person, "case" from sharing_first
      union all
      select k.person, k."case" from unnest(${otherwise}::text[]) as wanted (key)
      cross join lateral (select person, "case" from name_key where key = wanted.key limit ${rowsOfEach(otherwise)}) k
      where not exists (select from sharing_first)
    ), matched as (
      select person, "case", count(*) as shared from sharing group by person, "case"
      order by shared desc, person limit ${most}
    )
    select m."case", m.person, coalesce(p.given_name, b.name) as "givenName",
      coalesce(p.family_name, '') as "familyName", p.chosen_name as "chosenName", coalesce(p.relation, b.kind) as relation,
      p.birth, p.sex, coalesce(p.phone, b.phone) as phone, p.nationality, l.stage, l.scheme
    from matched m left join person p on p.person = m.person left join beneficiary b on b."case" = m.person
      join case_list l on l.office = ${office} and l."case" = m."case"`)
}

function rowsOfEach(keys: readonly string[]): number {
  return Math.ceil(rowsLookedAt / Math.max(1, keys.length))
}
