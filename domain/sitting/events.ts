import type { Recorded } from '../case/events.ts'

/** Who takes part, and who of them at a distance; left out = nobody. */
type Presence = { readonly present: readonly string[]; readonly remote?: readonly string[] }

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
  }
  'quorum-set': { readonly quorum: number; readonly reason: string }
  'members-named': { readonly members: readonly string[] }
  'sitting-moved': { readonly on: string; readonly place: string; readonly reason: string }
  'interest-declared': { readonly case: string; readonly member: string; readonly reason: string }
  'interest-lifted': { readonly case: string; readonly member: string; readonly reason: string }
  'sitting-opened': Presence & { readonly at: string }
  'presence-changed': Presence & { readonly at: string }
  'sitting-closed': { readonly minutes: string; readonly at: string }
  'minutes-signed': { readonly member: string; readonly at: string }
  'sitting-cancelled': { readonly reason: string; readonly at: string }
}

export type SittingEventType = keyof SittingEventData

export type SittingEvent = {
  [T in SittingEventType]: { readonly type: T; readonly data: SittingEventData[T] }
}[SittingEventType]

export type RecordedSittingEvent = Recorded<SittingEvent>
