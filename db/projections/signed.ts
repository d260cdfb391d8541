import { sql } from '../connect.ts'
import type { Statement } from '../connect.ts'
import type { CaseView } from './case.ts'

/** What was asked for once stays known: a file can be found again by its bytes. */
export function writeSigned(before: CaseView | undefined, { state, signed }: CaseView): Statement[] {
  const had = new Set(before?.signed)
  const fresh = signed.filter((fingerprint) => !had.has(fingerprint))
  const written = sql`
    insert into signed_document (fingerprint, "case") select t.fingerprint, ${state.case}::uuid
    from unnest(${fresh}::text[]) as t (fingerprint) on conflict do nothing`
  return fresh.length > 0 ? [written] : []
}
