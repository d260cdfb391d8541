import type { Recorded } from '../case/events.ts'
import type { Mandate } from './state.ts'

/** What can have happened to the seats of a committee. Texts are references. */
export type CommitteeEventData = {
  'mandate-given': Mandate & {
    readonly scheme: string
    readonly committee: string
    readonly office: string
    readonly reason: string
  }
  'mandate-ended': { readonly mandate: string; readonly on: string; readonly reason: string }
}

export type CommitteeEventType = keyof CommitteeEventData

export type CommitteeEvent = {
  [T in CommitteeEventType]: { readonly type: T; readonly data: CommitteeEventData[T] }
}[CommitteeEventType]

export type RecordedCommitteeEvent = Recorded<CommitteeEvent>
