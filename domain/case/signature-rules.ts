import type { Circumstances } from '../command.ts'
import type { Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import type { Party } from '../signature/party.ts'
import { signingRefusal, stillToSign } from '../signature/signature.ts'
import type { SignatureMark, SignatureMeans } from '../signature/signature.ts'
import { dayOfAct } from './checks.ts'
import type { CaseEvent } from './events.ts'
import { newestAfter } from './signing.ts'
import type { CaseSigning, CaseState } from './state.ts'

/** What a signature consists of, whichever way it came. Texts are references; `image` is a document of the case. */
export type GivenSignature = {
  readonly request: string
  readonly fingerprint: string
  readonly party: Party
  readonly means: SignatureMeans
  readonly mark: SignatureMark
  readonly image?: string | undefined
  readonly name?: string | undefined
  readonly witness?: string | undefined
  readonly link?: string | undefined
  readonly device?: string | undefined
  readonly language?: string | undefined
  readonly shownAt?: string | undefined
  readonly on: string
}

/**
 * Why a signature is not one. Refusals: those of `signingRefusal`, `evidence-missing` (a drawing, a name, a witness or
 * a scan that this kind of signature consists of; the field is the one to fill), `date-ahead`, `date-too-early`.
 */
export function notSigned(
  signing: CaseSigning,
  given: GivenSignature,
  state: CaseState,
  circumstances: Circumstances,
): Refusal | undefined {
  const { mark, image, name, witness, on } = given
  const lacking = (evidence: 'image' | 'name' | 'witness') => refuse('evidence-missing', { mark, evidence }, evidence)
  return firstRefusal(
    signingRefusal(signing, given, newestAfter(signing, state)),
    mark !== 'typed' && image === undefined && lacking('image'),
    mark === 'typed' && name === undefined && lacking('name'),
    mark === 'thumb' && witness === undefined && lacking('witness'),
    dayOfAct(on, state, circumstances, signing.askedOn),
  )
}

/** The event of a signature that was judged: nobody is missing after the last one. */
export function documentSigned(signing: CaseSigning, given: GivenSignature): CaseEvent {
  const { request, fingerprint, party, means, mark, on } = given
  const complete = stillToSign(signing).every((each) => each === party)
  return {
    type: 'document-signed',
    data: {
      request,
      fingerprint,
      party,
      means,
      mark,
      image: given.image ?? null,
      name: given.name ?? null,
      witness: given.witness ?? null,
      link: given.link ?? null,
      device: given.device ?? null,
      language: given.language ?? null,
      shownAt: given.shownAt ?? null,
      complete,
      on,
    },
  }
}
