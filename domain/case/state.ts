import type { Proposal } from '../designation/proposal.ts'
import type { BudgetLine, FactAnswers } from '../field.ts'
import type { FundedPart, Split } from './funding.ts'
import type { Standstill } from '../scheme/clock.ts'
import type { Designation } from '../operator/designations.ts'
import type { SignatureRequest } from '../signature/signature.ts'
import type { CaseEventData, Member } from './events.ts'
import type { ProjectVersion } from '../project/version.ts'

/** A case as its events leave it: JSON, the same on the server, in the browser and in a job. */
export type CaseState = {
  readonly case: string
  readonly version: number
  readonly status: 'open' | 'closed'
  readonly scheme: string
  readonly edition: string
  readonly registeredOn: string
  readonly registeredBy: { readonly user: string; readonly office: string }
  /** The office that answers for the case now, since when, and the office it was offered to. */
  readonly custody: { readonly office: string; readonly since: string; readonly offeredTo: string | null }
  /** Offices that had custody before: they keep a view of the road. */
  readonly formerOffices: readonly string[]
  readonly region: string | null
  readonly members: readonly Member[]
  /** People of other cases who are said to be the principal person of this one. */
  readonly samePerson?: readonly string[]
  readonly consents: Readonly<Record<string, { readonly given: boolean; readonly on: string }>>
  readonly facts: FactAnswers
  /** Steps that are done, with the date they were done on. */
  readonly done: Readonly<Record<string, string>>
  /** Each time that a plain step was done, oldest first: a step that repeats is there several times. */
  readonly completions: readonly { readonly step: string; readonly on: string; readonly text: string | null }[]
  /** `departure`, `arrival`, `first-payment`: dates that deadlines count from. */
  readonly marks: Readonly<Record<string, string>>
  readonly documents: readonly { readonly document: string; readonly paper: string; readonly title: string | null }[]
  readonly appointments: readonly {
    readonly appointment: string
    readonly at: string
    readonly place: string
    readonly with: string
  }[]
  readonly assessments: readonly CaseEventData['assessment-recorded'][]
  readonly verdict: CaseEventData['verdict-given'] | null
  readonly aid: string | null
  readonly travel: CaseEventData['travel-planned'] | null
  readonly operator: {
    readonly office: string
    readonly accepted: boolean
    readonly since: string
    readonly reason: string
    /** What was proposed when it was chosen; left out where nothing was known of the operators. */
    readonly proposal?: Proposal
  } | null
  /** Every time that an operator was named, oldest first, and what came of it; left out = never. */
  readonly designations?: readonly Designation[]
  readonly operatorsRefused: readonly { readonly office: string; readonly reason: string; readonly on: string }[]
  readonly idea: {
    readonly text: string
    readonly activity: string
    readonly state: 'submitted' | 'approved' | 'returned'
  } | null
  readonly feasibility: (CaseEventData['feasibility-recorded'] & { readonly lines: readonly BudgetLine[] }) | null
  readonly plan: CaseEventData['plan-submitted'] | null
  /** Saved versions of the project, oldest first. */
  readonly projects?: readonly ProjectVersion[]
  /** What invoices of the case said that things cost. */
  readonly prices?: readonly CaseEventData['price-recorded'][]
  readonly submission: { readonly sitting: string; readonly on: string; readonly step: string } | null
  /** `requested`: what was asked for when it was decided. */
  readonly decisions: readonly (CaseEventData['committee-decided'] & { readonly requested?: number | null })[]
  /** The last decision is contested, and nobody has decided on that yet. */
  readonly appeal?: CaseEventData['appeal-lodged'] | null
  readonly award: Award | null
  readonly signatures: readonly {
    readonly step: string
    readonly party: string
    readonly means: string
    readonly on: string
    /** The request that it was given under; none where only a paper was signed. */
    readonly request?: string
  }[]
  /** Documents that parties were asked to sign, oldest first. */
  readonly signing?: readonly CaseSigning[]
  /** Of a group: who was enrolled together, its meetings, and who completed it. */
  readonly enrolments: readonly CaseEventData['participants-enrolled'][]
  readonly sessions: readonly CaseEventData['session-recorded'][]
  readonly completion: CaseEventData['completion-recorded'] | null
  readonly trainings: readonly CaseEventData['training-recorded'][]
  readonly visits: readonly CaseEventData['visit-recorded'][]
  readonly difficulties: readonly {
    readonly difficulty: string
    readonly about: string
    readonly text: string
    readonly on: string
    readonly resolvedOn: string | null
  }[]
  readonly reports: readonly CaseEventData['report-submitted'][]
  /** How often the monitoring was renewed, and until when it runs since. */
  readonly renewal: { readonly times: number; readonly until: string } | null
  /** Deadlines that stood or stand still, oldest first: which step's, since when, until when, who stopped it and why. */
  readonly pauses: readonly (Standstill & { readonly step: string; readonly reason: string; readonly by: string })[]
  /** What happened by itself because a deadline passed, oldest first, and whether somebody took it back. */
  readonly byItself: readonly (CaseEventData['deadline-passed'] & { readonly undone: boolean })[]
  readonly remigratedOn: string | null
  readonly withdrewOn: string | null
  readonly closure: { readonly reason: string; readonly on: string; readonly step: string } | null
}

/** Signatures asked for under one document of the case. */
export type CaseSigning = SignatureRequest & {
  readonly paper: string
  readonly step: string | null
  /** The links that were sent, the last one last: when, how, and until when it opens. */
  readonly links: readonly Pick<CaseEventData['signing-link-sent'], 'link' | 'by' | 'on' | 'expiresOn'>[]
}

export type Award = Split & {
  /** Minor units of the case's currency. */
  readonly amount: number
  readonly on: string
  readonly conditions: readonly string[]
  readonly tranches: readonly AwardTranche[]
}

export type AwardTranche = {
  readonly tranche: string
  readonly amount: number
  readonly state: 'waiting' | 'requested' | 'released' | 'paid'
  readonly payee: 'beneficiary' | 'supplier' | 'operator' | null
  readonly evidence: readonly string[]
  readonly requestedBy: string | null
  readonly releasedBy: string | null
  readonly payments: readonly {
    readonly payment: string
    readonly amount: number
    readonly on: string
    readonly means: string
    readonly funding?: readonly FundedPart[]
  }[]
}

/** What was paid on a tranche so far, in minor units. */
export function paidOn(tranche: AwardTranche): number {
  return tranche.payments.reduce((sum, payment) => sum + payment.amount, 0)
}

/** What the file asks for, in minor units: the plan's figure, before that the study's; null when neither exists. */
export function requestedIn(state: CaseState): number | null {
  return state.plan?.requested ?? state.feasibility?.requested ?? null
}
