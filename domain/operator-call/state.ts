import type { Lot } from '../scheme/operators.ts'

/** A call for operators of a scheme. `title` and `text` refer to words, which are public. */
export type CallState = {
  readonly call: string
  readonly version: number
  readonly scheme: string
  readonly edition: string
  readonly office: string
  /** First and last day on which organisations can apply. */
  readonly from: string
  readonly until: string
  readonly lots: readonly Lot[]
  readonly title: string
  readonly text: string
  /** When it was closed before its last day, and why. */
  readonly closedOn: string | null
  readonly reason: string | null
  readonly changedAt: string
}
