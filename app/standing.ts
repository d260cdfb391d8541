import { asActor } from '#db/connect.ts'
import { readCaseState } from '#db/reads/case.ts'
import { casesThatSigned } from '#db/signing-links.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Text } from '#domain/scheme/scheme.ts'
import { standingOf } from '#domain/signature/signature.ts'
import type { Standing } from '#domain/signature/signature.ts'

import type { House } from './house.ts'

/** What can be said of a file to whoever has it: its standing, and what kind of paper it is. No case, no person. */
export type DocumentStanding = { readonly standing: Standing; readonly paper: Text | null }

/**
 * Whether the file with this fingerprint (SHA-256, hexadecimal) is signed, void, or not known. Nothing here leads from
 * a person or a case to a document: only whoever holds the very file can ask for it.
 */
export async function standingOfFile(
  { database, editions }: Pick<House, 'database' | 'editions'>,
  fingerprint: string,
): Promise<DocumentStanding> {
  const states = await asActor(database, 'system', async (tx) => {
    const cases = await casesThatSigned(tx, fingerprint)
    return Promise.all(cases.map((id) => readCaseState(tx, id)))
  })
  const known = states.filter((state): state is CaseState => state !== undefined)
  const requests = known.flatMap(({ signing = [] }) => signing)
  const request = requests.find((each) => each.fingerprint === fingerprint)
  const state = known.find(({ signing = [] }) => signing.some((each) => each === request))
  const papers = state && editions.find(state.scheme, state.edition)?.edition.papers
  return {
    standing: standingOf(requests, fingerprint),
    paper: papers?.find(({ paper }) => paper === request?.paper)?.title ?? null,
  }
}
