import { ended, isComplete, newRequest, withDecline, withSignature } from '../signature/signature.ts'
import type { CaseEventData, CaseEventType } from './events.ts'
import type { CaseSigning, CaseState } from './state.ts'

type SignatureEvent = Extract<CaseEventType, `signature-${string}` | 'signing-link-sent' | 'document-signed'>
type Data<T extends SignatureEvent> = CaseEventData[T]
type Arm<T extends SignatureEvent> = (state: CaseState, data: Data<T>) => CaseState

/** How a case changes when signatures are asked for, given, declined or called off. */
export const signatureArms: { readonly [T in SignatureEvent]: Arm<T> } = {
  'signature-asked': asked,
  'signing-link-sent': (state, { request, link, by, on, expiresOn }) =>
    changed(state, request, (each) => ({ ...each, links: [...each.links, { link, by, on, expiresOn }] })),
  'document-signed': signed,
  'signature-declined': (state, { request, party, on, reason }) =>
    changed(state, request, (each) => withDecline(each, { party, on, reason })),
  'signature-cancelled': (state, { request, on }) =>
    withoutSignatures(
      changed(state, request, (each) => ended(each, { why: 'cancelled', on, by: null })),
      request,
    ),
}

/**
 * A new version takes the place of the one before: what was signed under that one is void, except for whom nothing
 * changed. Signatures that were only noted, without their paper, do not count beside a document.
 */
function asked(state: CaseState, data: Data<'signature-asked'>): CaseState {
  const { request, replaces, carried, paper, step, on } = data
  const before = state.signing?.find((each) => each.request === replaces)
  const kept = (before?.signatures ?? []).filter(({ party }) => carried.some((each) => each === party))
  const made: CaseSigning = { ...newRequest({ ...data, askedOn: on }, kept), paper, step, links: [] }
  const cleared = replaces === null ? state : withoutSignatures(endedBy(state, replaces, request, on), replaces)
  const after = { ...cleared, signing: [...(cleared.signing ?? []), made] }
  if (step === null) return after
  const others = after.signatures.filter((each) => each.step !== step)
  const own = made.signatures.map(({ party, means, on: day }) => ({ step, party, means, on: day, request }))
  return settled({ ...after, signatures: [...others, ...own] }, made, on)
}

function endedBy(state: CaseState, request: string, by: string, on: string): CaseState {
  return changed(state, request, (each) => ended(each, { why: 'replaced', on, by }))
}

function signed(state: CaseState, data: Data<'document-signed'>): CaseState {
  const { request, party, fingerprint, means, mark, on } = data
  const before = state.signing?.find((each) => each.request === request)
  const after = changed(state, request, (each) => withSignature(each, { party, fingerprint, means, mark, on }))
  const made = after.signing?.find((each) => each.request === request)
  if (!made || made === before || made.step === null) return after
  const { step } = made
  return settled({ ...after, signatures: [...after.signatures, { step, party, means, on, request }] }, made, on)
}

/** The step is done once everybody has signed. */
function settled(state: CaseState, made: CaseSigning, on: string): CaseState {
  if (made.step === null || !isComplete(made)) return state
  return { ...state, done: { ...state.done, [made.step]: on } }
}

/** What was signed under this request no longer counts; a step that it had completed is open again. */
function withoutSignatures(state: CaseState, request: string): CaseState {
  const step = state.signing?.find((each) => each.request === request)?.step
  if (step == null) return state
  const { [step]: _, ...done } = state.done
  return { ...state, done, signatures: state.signatures.filter((each) => each.request !== request) }
}

function changed(state: CaseState, request: string, change: (signing: CaseSigning) => CaseSigning): CaseState {
  const signing = state.signing?.map((each) => (each.request === request ? change(each) : each))
  return signing ? { ...state, signing } : state
}
