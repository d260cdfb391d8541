import type { Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'

/** How a signature came about: through a link that was sent, on a device in the room, or on paper that was scanned. */
export const signatureMeans = ['by-link', 'on-device', 'on-paper'] as const
export type SignatureMeans = (typeof signatureMeans)[number]

/** What the party left: a drawn line, their typed name, a thumb beside a witness, the scan of a signed paper. */
export const signatureMarks = ['drawn', 'typed', 'thumb', 'scan'] as const
export type SignatureMark = (typeof signatureMarks)[number]

/** One party's signature under exact bytes. Names, drawings and witnesses stay outside: they can be erased. */
export type Signature = {
  readonly party: string
  /** SHA-256 (hexadecimal) of the document that lay before the party when they signed. */
  readonly fingerprint: string
  readonly on: string
  readonly means: SignatureMeans
  readonly mark: SignatureMark
}

/**
 * Signatures asked for under one exact document. `signatures` are those that count: under this document's own bytes, or
 * carried over from the version before because what this party's part shows did not change (then the signature keeps
 * the fingerprint that it was given under).
 */
export type SignatureRequest = {
  readonly request: string
  readonly document: string
  readonly fingerprint: string
  readonly askedOn: string
  readonly parties: readonly string[]
  readonly signatures: readonly Signature[]
  readonly declined: readonly { readonly party: string; readonly on: string; readonly reason: string }[]
  /** Void since: another version took its place, or it was called off. */
  readonly ended: { readonly why: 'replaced' | 'cancelled'; readonly on: string; readonly by: string | null } | null
}

export type NewRequest = Pick<SignatureRequest, 'request' | 'document' | 'fingerprint' | 'askedOn' | 'parties'>

/** A request as it begins; `carried` are signatures of the version before that stay. */
export function newRequest(
  { request, document, fingerprint, askedOn, parties }: NewRequest,
  carried: readonly Signature[] = [],
): SignatureRequest {
  const signatures = carried.filter(({ party }) => parties.includes(party))
  return { request, document, fingerprint, askedOn, parties, signatures, declined: [], ended: null }
}

/** Parties that have not signed yet, in the order in which they were asked. */
export function stillToSign({ parties, signatures }: SignatureRequest): readonly string[] {
  return parties.filter((party) => !signatures.some((each) => each.party === party))
}

/** Everybody signed, and nothing took it back. */
export function isComplete(request: SignatureRequest): boolean {
  return request.ended === null && stillToSign(request).length === 0
}

/**
 * Why this party cannot sign these bytes now, or undefined when it can. Refusals: `document-changed` with the
 * fingerprint that was shown and the one to sign (null when nothing is asked any more), `signatures-cancelled`,
 * `party-not-asked`, `already-signed`.
 */
export function signingRefusal(
  request: SignatureRequest,
  { party, fingerprint }: { readonly party: string; readonly fingerprint: string },
  newest: SignatureRequest | undefined = undefined,
): Refusal | undefined {
  const { ended, parties, signatures } = request
  const current = ended?.why === 'replaced' ? (newest?.fingerprint ?? null) : request.fingerprint
  return firstRefusal(
    ended?.why === 'cancelled' && refuse('signatures-cancelled', { date: ended.on }),
    (ended !== null || fingerprint !== request.fingerprint) &&
      refuse('document-changed', { shown: fingerprint, current }, 'fingerprint'),
    !parties.includes(party) && refuse('party-not-asked', { party, asked: parties }, 'party'),
    signatures.some((each) => each.party === party) && refuse('already-signed', { party }, 'party'),
  )
}

/** With one more signature. What `signingRefusal` refuses changes nothing: no order of events makes it count. */
export function withSignature<R extends SignatureRequest>(request: R, signature: Signature): R {
  if (signingRefusal(request, signature)) return request
  const declined = request.declined.filter(({ party }) => party !== signature.party)
  return { ...request, signatures: [...request.signatures, signature], declined }
}

/** With a party's no; it may still sign later. */
export function withDecline<R extends SignatureRequest>(request: R, decline: R['declined'][number]): R {
  const isOpen = request.ended === null && stillToSign(request).includes(decline.party)
  if (!isOpen) return request
  return { ...request, declined: [...request.declined.filter(({ party }) => party !== decline.party), decline] }
}

/** Void from now on. What ended once stays as it ended. */
export function ended<R extends SignatureRequest>(request: R, how: NonNullable<SignatureRequest['ended']>): R {
  return request.ended === null ? { ...request, ended: how } : request
}

/** Digests of what each party's part of a document shows, by party; null where nobody knows its parts. */
export type DocumentParts = Readonly<Record<string, string>> | null

/**
 * The parties whose signature under the version before stays under the next one: they signed, they are asked again, and
 * what their part shows is the same to the letter. Without known parts everybody is asked again.
 */
export function carriedParties(
  before: SignatureRequest,
  was: DocumentParts,
  will: DocumentParts,
  asked: readonly string[],
): readonly string[] {
  if (before.ended !== null || was === null || will === null) return []
  return before.signatures
    .map(({ party }) => party)
    .filter((party) => asked.includes(party) && was[party] !== undefined && was[party] === will[party])
}

/** What can be said of a file from its bytes alone. */
export type Standing =
  | { readonly standing: 'unknown' }
  | {
      readonly standing: 'valid'
      readonly complete: boolean
      readonly askedOn: string
      readonly signed: readonly (Pick<Signature, 'party' | 'on' | 'means'> & { readonly carried: boolean })[]
      readonly missing: readonly string[]
    }
  | {
      readonly standing: 'void'
      readonly why: 'replaced' | 'cancelled'
      readonly on: string
      /** Who had signed it before it became void. */
      readonly signed: readonly Pick<Signature, 'party' | 'on' | 'means'>[]
    }

/**
 * Whether exactly these bytes are signed: valid while one request under them stands, void when each was replaced or
 * called off, unknown when nobody was ever asked to sign them. Roles and days only, never a name.
 */
export function standingOf(requests: readonly SignatureRequest[], fingerprint: string): Standing {
  const under = requests.filter((each) => each.fingerprint === fingerprint)
  const live = under.findLast((each) => each.ended === null)
  if (live)
    return {
      standing: 'valid',
      complete: isComplete(live),
      askedOn: live.askedOn,
      signed: live.signatures.map(({ party, on, means, fingerprint: under }) => ({
        party,
        on,
        means,
        carried: under !== fingerprint,
      })),
      missing: stillToSign(live),
    }
  const last = under.at(-1)
  if (!last?.ended) return { standing: 'unknown' }
  const signed = last.signatures.map(({ party, on, means }) => ({ party, on, means }))
  return { standing: 'void', why: last.ended.why, on: last.ended.on, signed }
}
