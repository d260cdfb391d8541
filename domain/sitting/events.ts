import type { DecisionOutcome } from '../case/committee.ts'
import type { Recorded } from '../case/events.ts'
import type { DecidingRule } from '../scheme/committee.ts'

/** Who takes part, and who of them at a distance; left out = nobody. */
type Presence = { readonly present: readonly string[]; readonly remote?: readonly string[] }

/** A meeting; or answers in writing within a term, by some members (`restricted`) or in haste (`urgent`). */
export const procedures = ['meeting', 'restricted', 'urgent'] as const
export type Procedure = (typeof procedures)[number]

/** What a member says to a proposal. An objection belongs to consensus, a vote against to the other rules. */
export const votes = ['for', 'against', 'abstain', 'objection'] as const
export type Vote = (typeof votes)[number]

/** How the person spoke to the committee; `not-heard` = they did not come. */
export const hearings = ['in-the-room', 'remote', 'by-phone', 'not-heard'] as const
export type Hearing = (typeof hearings)[number]

export type AgendaItem = { readonly case: string; readonly minutes: number | null }
/** A pack as it was frozen: the version of its case, and SHA-256 over its PDF and its data. */
export type FrozenPack = { readonly case: string; readonly version: number; readonly hash: string }
export type VoteCount = Readonly<Record<Vote, number>>

/** What can have happened to a committee's sitting. Members are users of the committee's office; texts are references. */
export type SittingEventData = {
  'sitting-planned': {
    readonly scheme: string
    readonly edition: string
    /** Left out in sittings from the time when an edition had one committee. */
    readonly committee?: string
    readonly office: string
    readonly on: string
    readonly place: string
    readonly quorum: number | null
    readonly members: readonly string[]
    /** Left out = a meeting. */
    readonly procedure?: Procedure
    /** Until which day members answer in writing. */
    readonly answerBy?: string | null
    /** The day on which the packs are frozen. */
    readonly cutOffOn?: string | null
  }
  'quorum-set': { readonly quorum: number; readonly reason: string }
  'voting-rule-set': { readonly decides: DecidingRule; readonly casting: boolean; readonly reason: string }
  'members-named': { readonly members: readonly string[] }
  'proxy-named': { readonly member: string; readonly proxy: string; readonly letter: string }
  'sitting-moved': {
    readonly on: string
    readonly place: string
    readonly reason: string
    readonly cutOffOn?: string | null
    readonly answerBy?: string | null
  }
  'members-called': { readonly text: string | null; readonly at: string }
  'agenda-set': { readonly files: readonly AgendaItem[] }
  /** `place` counts from 1. */
  'file-moved': { readonly case: string; readonly place: number; readonly minutes: number | null }
  /** No cases = every file of the agenda. */
  'packs-asked': { readonly cases: readonly string[]; readonly reason: string | null; readonly at: string }
  'packs-frozen': { readonly packs: readonly FrozenPack[]; readonly at: string }
  'interest-declared': { readonly case: string; readonly member: string; readonly reason: string }
  'interest-lifted': { readonly case: string; readonly member: string; readonly reason: string }
  'sitting-opened': Presence & { readonly at: string; readonly chair?: string | null }
  'presence-changed': Presence & { readonly at: string }
  'file-opened': { readonly case: string; readonly at: string }
  'candidate-heard': {
    readonly case: string
    readonly how: Hearing
    readonly text: string | null
    readonly at: string
  }
  'question-asked': {
    readonly question: string
    readonly case: string
    readonly member: string
    readonly text: string
    readonly at: string
  }
  'question-answered': { readonly question: string; readonly text: string; readonly at: string }
  'vote-opened': {
    readonly vote: string
    readonly case: string
    readonly outcome: DecisionOutcome
    readonly amount: number | null
    readonly text: string | null
    readonly at: string
  }
  'vote-cast': {
    readonly vote: string
    readonly case: string
    /** Whose vote it is, and who gave it: themselves, the proxy they named, or the secretary who noted a show of hands. */
    readonly member: string
    readonly says: Vote
    readonly by: string
    readonly at: string
  }
  'vote-closed': {
    readonly vote: string
    readonly case: string
    readonly result: 'adopted' | 'rejected' | 'tied'
    readonly count: VoteCount
    /** Those who were there and could vote: who made the quorum. */
    readonly present: readonly string[]
    readonly casting: boolean
    readonly at: string
  }
  'vote-withdrawn': { readonly vote: string; readonly case: string; readonly reason: string; readonly at: string }
  'sitting-closed': { readonly minutes: string | null; readonly at: string }
  /** Words added to a part of the minutes: a case, or `general`. Later words replace earlier ones. */
  'minutes-written': { readonly part: string; readonly text: string; readonly at: string }
  /** `hash` of the minutes that were signed; left out in sittings from the time before. */
  'minutes-signed': { readonly member: string; readonly at: string; readonly hash?: string }
  'letters-asked': { readonly at: string }
  'sitting-cancelled': { readonly reason: string; readonly at: string }
}

export type SittingEventType = keyof SittingEventData

export type SittingEvent = {
  [T in SittingEventType]: { readonly type: T; readonly data: SittingEventData[T] }
}[SittingEventType]

export type RecordedSittingEvent = Recorded<SittingEvent>
