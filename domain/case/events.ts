import type { Proposal } from '../designation/proposal.ts'
import type { BudgetLine, FactAnswers, Relation } from '../field.ts'
import type { ByItselfAct } from '../scheme/clock.ts'
import type { Reason } from '../scheme/rules.ts'
import type { Party } from '../signature/party.ts'
import type { SignatureMark, SignatureMeans } from '../signature/signature.ts'
import type { EditionChange } from './edition-change.ts'
import type { RecordedPrice } from '../project/price.ts'
import type { ProjectVersion } from '../project/version.ts'
import type { Split } from './funding.ts'

/**
 * What can have happened to a case, in past tense. Events hold ids, dates, amounts (minor units of the case's
 * currency) and references to words; names and free text stay in erasable tables (`text` fields are such references).
 */
export type Member = {
  readonly person: string
  readonly relation: Relation
  /** Year of birth as far as it is known: rules count adults and minors by it. */
  readonly birthYear: number | null
}

type Fulfils = { readonly step: string; readonly on: string }
type Granted = Fulfils & Split
type Text = string

export type CaseEventData = {
  'case-registered': Fulfils & {
    readonly scheme: string
    readonly edition: string
    readonly office: string
    readonly members: readonly Member[]
    readonly region: string | null
    /** By purpose: whether the person agreed. */
    readonly consents: Readonly<Record<string, boolean>>
  }
  'member-added': { readonly member: Member }
  /** People who joined a group, and what each of them agreed to, by purpose. */
  'participants-enrolled': Fulfils & {
    readonly members: readonly Member[]
    readonly consents: Readonly<Record<string, boolean>>
  }
  'person-linked': { readonly known: string; readonly reason: Text; readonly on: string }
  'person-unlinked': { readonly known: string; readonly reason: Text; readonly on: string }
  'consent-recorded': { readonly purpose: string; readonly given: boolean; readonly on: string }
  'facts-recorded': { readonly facts: FactAnswers }
  'document-attached': { readonly document: string; readonly paper: string; readonly title: Text | null }
  'note-added': { readonly text: Text }
  'appointment-planned': {
    readonly appointment: string
    readonly at: string
    readonly place: Text
    readonly with: string
  }
  'step-completed': Fulfils & { readonly text: Text | null }
  'assessment-recorded': Fulfils & {
    readonly instrument: string
    readonly instrumentVersion: string
    readonly answers: Readonly<Record<string, string>>
    readonly score: number | null
    readonly band: string | null
  }
  'verdict-given': Fulfils & { readonly result: 'met' | 'not-met' | 'not-known'; readonly reasons: readonly Reason[] }
  'aid-chosen': Fulfils & { readonly aid: string; readonly previous: string | null; readonly reason: Text | null }
  'travel-planned': Fulfils & {
    readonly travellers: readonly string[]
    readonly departsOn: string
    readonly from: Text
    readonly to: Text
  }
  'departure-confirmed': Fulfils & { readonly travellers: readonly string[] }
  'custody-offered': { readonly from: string; readonly to: string; readonly reason: Text; readonly on: string }
  'custody-accepted': Fulfils & { readonly from: string; readonly to: string }
  'custody-returned': { readonly from: string; readonly to: string; readonly reason: Text; readonly on: string }
  'first-contact-made': Fulfils & {
    readonly arrivedOn: string
    readonly region: string | null
    readonly text: Text | null
  }
  'operator-designated': {
    readonly operator: string
    readonly reason: Text
    readonly on: string
    readonly step: string
    /** What was proposed when it was chosen; left out where nothing was known of the operators. */
    readonly proposal?: Proposal
  }
  'designation-accepted': Fulfils & { readonly operator: string }
  'designation-refused': { readonly operator: string; readonly reason: Text; readonly on: string }
  'idea-submitted': { readonly text: Text; readonly activity: string; readonly step: string; readonly on: string }
  'idea-approved': Fulfils & { readonly text: Text | null }
  'idea-returned': { readonly text: Text; readonly on: string }
  /** The content lies outside, under the id of the version. */
  'project-saved': Omit<ProjectVersion, 'by'>
  /** What one unit of an item cost, as an invoice of the case says. */
  'price-recorded': RecordedPrice & { readonly document: string }
  'feasibility-recorded': Fulfils & {
    /** The saved version that its lines and amounts come from. */
    readonly project?: string
    readonly relevance: 'good' | 'fair' | 'poor'
    readonly market: 'good' | 'fair' | 'poor'
    readonly viable: boolean
    readonly lines: readonly BudgetLine[]
    readonly cost: number
    readonly ownContribution: number
    readonly requested: number
    readonly text: Text | null
  }
  'plan-submitted': Fulfils & {
    readonly document: string | null
    readonly requested: number
    readonly text: Text
    /** The saved version whose amount it asks for. */
    readonly project?: string
  }
  'file-submitted-to-committee': { readonly sitting: string; readonly on: string; readonly step: string }
  'file-recalled': { readonly sitting: string; readonly reason: Text; readonly on: string }
  'committee-decided': Granted & {
    readonly sitting: string
    readonly outcome: 'select' | 'select-for-less' | 'postpone' | 'refuse' | 'absent'
    /** The committee has done its part: an amount was granted. */
    readonly complete: boolean
    readonly amount: number | null
    readonly conditions: readonly Text[]
    readonly text: Text | null
    readonly tranches: readonly { readonly tranche: string; readonly amount: number }[]
    /** SHA-256 of the frozen pack on which it was decided. */
    readonly pack?: string
    /** The other committee that decided because the person had contested; left out = that of the step. */
    readonly committee?: string
  }
  /** The person contests the last decision of a committee. */
  'appeal-lodged': {
    readonly on: string
    /** The day of the decision that is contested, and the last day for contesting it; null = no rule says it. */
    readonly against: string
    readonly until: string | null
    /** The other committee that decides on it; null = the same one, at its next sitting. */
    readonly committee: string | null
    readonly text: Text
  }
  'award-granted': Granted & {
    readonly amount: number
    readonly text: Text | null
    readonly tranches: readonly { readonly tranche: string; readonly amount: number }[]
  }
  'commitment-signed': Fulfils & {
    readonly party: Party
    readonly means: SignatureMeans
    readonly complete: boolean
  }
  /** Each party is asked to sign one exact document; `carried`: whose signature under the version before stays. */
  'signature-asked': {
    readonly request: string
    readonly document: string
    readonly fingerprint: string
    readonly paper: string
    /** The step that the last signature completes. */
    readonly step: string | null
    readonly parties: readonly Party[]
    /** The request under the version before, void from now on. */
    readonly replaces: string | null
    readonly carried: readonly Party[]
    readonly on: string
  }
  /** A link with which the person can read and sign; the link itself is nowhere, only what it hashes to. */
  'signing-link-sent': {
    readonly request: string
    readonly party: Party
    readonly link: string
    readonly by: 'e-mail' | 'sms' | 'by-hand'
    readonly expiresOn: string
    readonly on: string
  }
  'document-signed': {
    readonly request: string
    readonly fingerprint: string
    readonly party: Party
    readonly means: SignatureMeans
    readonly mark: SignatureMark
    /** The drawing, the thumb or the scan: a document, erasable like every other. */
    readonly image: string | null
    readonly name: Text | null
    readonly witness: Text | null
    /** Which link, what kind of device and browser, in which language the page spoke, and since when the document was shown. */
    readonly link: string | null
    readonly device: string | null
    readonly language: string | null
    readonly shownAt: string | null
    /** The last signature that was asked for. */
    readonly complete: boolean
    readonly on: string
  }
  'signature-declined': {
    readonly request: string
    readonly party: Party
    readonly reason: Text
    readonly link: string | null
    readonly on: string
  }
  'signature-cancelled': { readonly request: string; readonly reason: Text; readonly on: string }
  'training-recorded': Fulfils & { readonly title: Text; readonly days: number; readonly attended: number }
  /** One meeting of a group, and which of its participants were there. */
  'session-recorded': Fulfils & { readonly session: string; readonly title: Text; readonly present: readonly string[] }
  'completion-recorded': Fulfils & { readonly completed: readonly string[] }
  'tranche-requested': {
    readonly tranche: string
    readonly evidence: readonly string[]
    readonly payee: 'beneficiary' | 'supplier' | 'operator'
    readonly text: Text | null
    readonly on: string
  }
  'tranche-released': { readonly tranche: string; readonly on: string }
  'tranche-returned': { readonly tranche: string; readonly reason: Text; readonly on: string }
  'payment-recorded': Fulfils & {
    /** What each funder carries of it, where several do. */
    readonly funding?: Split['funding']
    readonly payment: string
    readonly tranche: string
    readonly amount: number
    readonly means: 'bank' | 'cheque' | 'mobile-money' | 'cash'
    readonly reference: Text
    readonly complete: boolean
  }
  'visit-recorded': Fulfils & {
    readonly visit: string
    readonly number: number | null
    readonly finding: 'on-course' | 'needs-support' | 'stopped' | 'not-met'
    readonly income: number | null
    readonly documents: readonly string[]
    readonly text: Text
    readonly byOffice: string
    readonly complete: boolean
  }
  'difficulty-raised': { readonly difficulty: string; readonly about: string; readonly text: Text; readonly on: string }
  'difficulty-resolved': { readonly difficulty: string; readonly text: Text; readonly on: string }
  'report-submitted': Fulfils & {
    readonly report: 'interim' | 'final'
    readonly text: Text
    readonly documents: readonly string[]
    /** False for a report that shares its step with a later one. */
    readonly complete?: boolean
  }
  'monitoring-renewed': { readonly months: number; readonly until: string; readonly reason: Text; readonly on: string }
  'deadline-paused': { readonly step: string; readonly reason: Text; readonly on: string }
  'deadline-resumed': { readonly step: string; readonly on: string }
  /** What the edition says happens by itself; the event that follows says what it changed. */
  'deadline-passed': {
    readonly step: string
    readonly act: ByItselfAct
    readonly dueOn: string
    /** The office whose designation ended. */
    readonly designated: string | null
    readonly on: string
  }
  'designation-ended': { readonly operator: string; readonly on: string }
  'deadline-undone': { readonly step: string; readonly reason: Text; readonly on: string }
  'person-withdrew': { readonly reason: Text; readonly on: string }
  'person-remigrated': { readonly on: string; readonly text: Text | null }
  'case-closed': Fulfils & { readonly reason: string; readonly text: Text | null }
  'case-reopened': { readonly reason: Text; readonly on: string }
  /** From one edition of the scheme to another, with what that changed on this case. */
  'edition-moved': {
    readonly from: string
    readonly to: string
    readonly reason: Text
    readonly on: string
    readonly changes: readonly EditionChange[]
  }
  'event-corrected': {
    readonly corrects: number
    readonly values: Readonly<Record<string, string | number | boolean>>
    readonly reason: Text
  }
}

export type CaseEventType = keyof CaseEventData

/** One fact about a case. `version` counts from 1 in the stream; `happenedAt` is claimed, `recordedAt` the server's. */
export type CaseEvent = {
  [T in CaseEventType]: { readonly type: T; readonly data: CaseEventData[T] }
}[CaseEventType]

export type Recorded<E> = E & {
  readonly version: number
  readonly actor: string
  readonly role: string
  readonly office: string
  readonly happenedAt: string
  readonly recordedAt: string
}

export type RecordedCaseEvent = Recorded<CaseEvent>
