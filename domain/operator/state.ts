import type { AccreditationEventData, Mark } from './events.ts'
import type { AccreditationStatus, ConflictOfInterest, OperatorContract } from './sheet.ts'

export type Application = Omit<AccreditationEventData['application-submitted'], 'scheme' | 'edition' | 'office'>

/** A contract that somebody has written down and a second person must confirm. */
export type ProposedContract = OperatorContract & {
  readonly reason: string | null
  readonly by: string
  readonly on: string
}

/** An organisation's standing in one scheme, as its events leave it. Users and offices are ids, words are references. */
export type AccreditationState = {
  readonly accreditation: string
  readonly version: number
  readonly status: AccreditationStatus
  readonly scheme: string
  readonly edition: string
  readonly office: string
  /** What it says of itself, kept true by `update-sheet`. */
  readonly application: Application | null
  readonly assessment: {
    readonly grid: Readonly<Record<string, Mark>>
    readonly score: number
    readonly on: string
    readonly by: string
  } | null
  readonly from: string | null
  readonly until: string | null
  /** The last words of a decision: why it was granted, refused, suspended, taken up again, renewed or ended. */
  readonly decision: { readonly text: string | null; readonly on: string; readonly by: string } | null
  readonly contract: OperatorContract | null
  /** Contracts that ran before, and what the present one was before it was changed; oldest first. */
  readonly formerContracts: readonly OperatorContract[]
  readonly proposed: ProposedContract | null
  readonly interests: readonly (ConflictOfInterest & { readonly conflict: string; readonly on: string })[]
  readonly changedAt: string
}
