import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

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

/**
 * People of the office's cases who share a search key, those who share most first. Equality on the key is all that row
 * security lets an index do, so every spelling must already lie in the keys.
 */
export function readCandidates(
  tx: Transaction,
  office: string,
  keys: readonly string[],
  limit: number,
): Promise<Candidate[]> {
  return tx.rows<Candidate>(sql`
    with matched as (
      select person, "case", count(*) as shared from (
        select k.person, k."case" from unnest(${keys}::text[]) as wanted (key)
        cross join lateral (
          select person, "case" from name_key where key = wanted.key limit 200
        ) k
      ) hits group by person, "case" order by shared desc, person limit ${limit}
    )
    select m."case", m.person, p.given_name as "givenName", p.family_name as "familyName", p.chosen_name as "chosenName",
      p.relation, p.birth, p.sex, p.phone, p.nationality, l.stage, l.scheme
    from matched m join person p on p.person = m.person
      join case_list l on l.office = ${office} and l."case" = m."case"`)
}
