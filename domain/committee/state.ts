/** Somebody holds a seat of a committee, or stands in for its holder, from one day until another. */
export type Mandate = {
  readonly mandate: string
  readonly seat: string
  readonly member: string
  readonly as: 'holder' | 'alternate'
  readonly from: string
  /** The last day; null = open. */
  readonly until: string | null
}

/** A committee of a scheme as the events of its mandates leave it. */
export type CommitteeState = {
  readonly id: string
  readonly version: number
  readonly scheme: string
  readonly committee: string
  /** The office where it sits. */
  readonly office: string
  readonly mandates: readonly Mandate[]
}
