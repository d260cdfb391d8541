import type { DecisionOutcome } from '../case/committee.ts'
import type { DecidingRule } from '../scheme/committee.ts'
import type { AgendaItem, FrozenPack, Hearing, Procedure, Vote, VoteCount } from './events.ts'

export const sittingStates = ['planned', 'open', 'closed', 'cancelled'] as const
export type SittingStatus = (typeof sittingStates)[number]

/** A proposal that is, or was, put to the vote. */
export type Ballot = {
  readonly vote: string
  readonly case: string
  readonly outcome: DecisionOutcome
  readonly amount: number | null
  readonly text: string | null
  readonly openedAt: string
  /** One vote per member, the last one they gave. `hidden` for a reader who may not know it yet. */
  readonly cast: readonly {
    readonly member: string
    readonly says: Vote | 'hidden'
    readonly by: string
    readonly at: string
  }[]
  readonly result: 'adopted' | 'rejected' | 'tied' | 'withdrawn' | null
  readonly count: VoteCount | null
  /** Who made the quorum when it was closed. */
  readonly present: readonly string[]
  /** The chair's vote decided a tie. */
  readonly casting: boolean
  readonly closedAt: string | null
}

/**
 * One meeting of a committee as its events leave it. Which files it has is not its own knowledge: a file belongs to a
 * sitting because its case says so, so that it can never lie in two places.
 */
export type SittingState = {
  readonly sitting: string
  readonly version: number
  readonly status: SittingStatus
  readonly scheme: string
  readonly edition: string
  /** The committee that meets; null = the only one that the edition had. */
  readonly committee: string | null
  readonly office: string
  readonly on: string
  readonly place: string
  readonly procedure: Procedure
  /** The last day for answers in writing. */
  readonly answerBy: string | null
  /** The day on which the packs are frozen; null = nobody has said it. */
  readonly cutOffOn: string | null
  /** The committee's own quorum for this sitting; null = the edition's. */
  readonly quorum: number | null
  /** The committee's own rule for this sitting; null = the edition's. */
  readonly rule: { readonly decides: DecidingRule; readonly casting: boolean; readonly reason: string } | null
  /** Users who may sit. */
  readonly members: readonly string[]
  /** Who votes for somebody absent, as that one said in writing (`letter` refers to the words or the paper). */
  readonly proxies: readonly { readonly member: string; readonly proxy: string; readonly letter: string }[]
  readonly calledAt: string | null
  /** Order and minutes as far as they were set; files that came later follow. */
  readonly agenda: readonly AgendaItem[]
  /** Packs that somebody asked to freeze; null once they are frozen. */
  readonly freezing: { readonly cases: readonly string[]; readonly reason: string | null; readonly at: string } | null
  readonly packs: readonly (FrozenPack & { readonly at: string; readonly reason: string | null })[]
  readonly present: readonly string[]
  /** Those of the present who take part at a distance. */
  readonly remote: readonly string[]
  /** Who chairs; null = nobody said it. */
  readonly chair: string | null
  readonly interests: readonly { readonly case: string; readonly member: string; readonly reason: string }[]
  /** The file on the table: a case, or `hidden` for a reader who stepped aside from it. */
  readonly openFile: string | null
  readonly hearings: readonly {
    readonly case: string
    readonly how: Hearing
    readonly text: string | null
    readonly at: string
  }[]
  readonly questions: readonly {
    readonly question: string
    readonly case: string
    readonly member: string
    readonly text: string
    readonly answer: string | null
  }[]
  readonly ballots: readonly Ballot[]
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly minutes: string | null
  /** Words added to parts of the minutes: of a case, or `general`. */
  readonly additions: readonly { readonly part: string; readonly text: string; readonly at: string }[]
  readonly signatures: readonly { readonly member: string; readonly at: string; readonly hash?: string }[]
  /** Signatures under minutes that were changed afterwards. */
  readonly voided: readonly { readonly member: string; readonly at: string; readonly hash?: string }[]
  readonly lettersAskedAt: string | null
}
