export const sittingStates = ['planned', 'open', 'closed', 'cancelled'] as const
export type SittingStatus = (typeof sittingStates)[number]

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
  /** The committee's own quorum for this sitting; null = the edition's. */
  readonly quorum: number | null
  /** Users who may sit. */
  readonly members: readonly string[]
  readonly present: readonly string[]
  /** Those of the present who take part at a distance. */
  readonly remote: readonly string[]
  readonly interests: readonly { readonly case: string; readonly member: string; readonly reason: string }[]
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly minutes: string | null
  readonly signatures: readonly { readonly member: string; readonly at: string }[]
}
