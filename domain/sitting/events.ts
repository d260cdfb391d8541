import type { Recorded } from '../case/events.ts'

/** What can have happened to a committee's sitting. Members are users of the committee's office; texts are references. */
export type SittingEventData = {
  'sitting-planned': {
    readonly scheme: string
    readonly edition: string
    readonly office: string
    readonly on: string
    readonly place: string
    readonly quorum: number | null
    readonly members: readonly string[]
  }
  'quorum-set': { readonly quorum: number; readonly reason: string }
  'members-named': { readonly members: readonly string[] }
  'sitting-moved': { readonly on: string; readonly place: string; readonly reason: string }
  'interest-declared': { readonly case: string; readonly member: string; readonly reason: string }
  'interest-lifted': { readonly case: string; readonly member: string; readonly reason: string }
  'sitting-opened': { readonly present: readonly string[]; readonly at: string }
  'presence-changed': { readonly present: readonly string[]; readonly at: string }
  'sitting-closed': { readonly minutes: string; readonly at: string }
  'minutes-signed': { readonly member: string; readonly at: string }
  'sitting-cancelled': { readonly reason: string; readonly at: string }
}

export type SittingEventType = keyof SittingEventData

export type SittingEvent = {
  [T in SittingEventType]: { readonly type: T; readonly data: SittingEventData[T] }
}[SittingEventType]

export type RecordedSittingEvent = Recorded<SittingEvent>
