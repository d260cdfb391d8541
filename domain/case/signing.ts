import house from '#catalogue/reference/signing.json' with { type: 'json' }

import type { Circumstances } from '../command.ts'
import type { Refusal } from '../outcome.ts'
import { refuse } from '../outcome.ts'
import type { Confirmation } from '../scheme/kinds.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Step } from '../scheme/scheme.ts'
import type { Party } from '../signature/party.ts'
import { stillToSign } from '../signature/signature.ts'
import type { DocumentParts } from '../signature/signature.ts'
import type { CaseSigning, CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

/** What a decision may know of a document that is kept for the case: its bytes' fingerprint and who wrote it. */
export type KeptDocument = {
  readonly document: string
  readonly paper: string
  /** SHA-256, hexadecimal. */
  readonly fingerprint: string
  /** What each party's part shows, as a digest; null where Homeward did not write the document. */
  readonly parts: DocumentParts
}

/** Pictures of signatures are kept as documents of this kind; they are never signed themselves. */
export const signatureImage = 'signature-image'
/** The page that says who signed a document, when and how. */
export const signatureCertificate = 'signature-certificate'

/** The commitment of this road that signing this paper completes, if there is one. */
export function stepSignedOn(paper: string, state: CaseState, running: RunningEdition): Step | undefined {
  return stepsOf(state, running).find(({ step }) => step.signing?.paper === paper)?.step
}

/** The request, or why there is none: `no-such-signing`. */
export function signingOf(state: CaseState, request: string): CaseSigning | Refusal {
  return state.signing?.find((each) => each.request === request) ?? refuse('no-such-signing', { request }, 'request')
}

/** What parties are asked to sign now: neither replaced nor called off. */
export function liveSignings(state: CaseState): readonly CaseSigning[] {
  return (state.signing ?? []).filter((each) => each.ended === null)
}

/** The last request under the same paper that still stands. */
export function liveSigningOf(paper: string, state: CaseState): CaseSigning | undefined {
  return liveSignings(state).findLast((each) => each.paper === paper)
}

/** The request that followed on this one, however often the document changed. */
export function newestAfter(signing: CaseSigning, state: CaseState): CaseSigning {
  const next = state.signing?.find((each) => each.request === signing.ended?.by)
  return next ? newestAfter(next, state) : signing
}

/** Who is still to sign what: one entry for each party of each request that stands. */
export function missingSignatures(
  state: CaseState,
): readonly { readonly signing: CaseSigning; readonly party: Party }[] {
  return liveSignings(state).flatMap((signing) =>
    stillToSign(signing).map((party) => ({ signing, party: party as Party })),
  )
}

/** How a link works: the edition's own way where the step has one, the house's otherwise. */
export function linkRules(step: Step | undefined): {
  readonly confirm: readonly Confirmation[]
  readonly linkDays: number
} {
  const { confirm, linkDays } = step?.signing ?? {}
  return { confirm: confirm ?? (house.confirm as readonly Confirmation[]), linkDays: linkDays ?? house.linkDays }
}

/** The office that signs as this party; null for the person. */
export function officeOfParty(party: Party, state: CaseState): string | null {
  if (party === 'beneficiary') return null
  return party === 'operator' ? (state.operator?.office ?? null) : state.custody.office
}

/** Documents that can be signed: everything kept for the case but the pictures and certificates of signatures. */
export function signableDocuments({ documents }: Circumstances): readonly KeptDocument[] | undefined {
  return documents?.filter(({ paper }) => paper !== signatureImage && paper !== signatureCertificate)
}
