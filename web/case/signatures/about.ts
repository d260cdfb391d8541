import type { CaseSigning, CaseState } from '#domain/case/state.ts'
import { parties, type Party } from '#domain/signature/party.ts'

/** What an address says of a signature: under which request, whose, and whether its paper is filed. */
export function aboutSignature(request: string, party: Party): string {
  return `${request} ${party}`
}

export type About = { readonly signing: CaseSigning; readonly party: Party; readonly isOnPaper: boolean }

/** Read back from the address; undefined when there is nothing of that kind on the case. */
export function signatureAbout(of: string | undefined, state: CaseState): About | undefined {
  const [request, whose, how] = (of ?? '').split(' ')
  const signing = state.signing?.find((each) => each.request === request)
  const party = parties.find((each) => each === whose)
  return signing && party ? { signing, party, isOnPaper: how === 'on-paper' } : undefined
}
