import type { Recorded } from '../case/events.ts'
import type { DraftContent } from './state.ts'

/** What can have happened to a draft of a scheme. Texts are references; who did it is the event's actor. */
export type DraftEventData = {
  'draft-uploaded': DraftContent
  'draft-replaced': DraftContent
  'draft-submitted': { readonly text: string }
  'draft-returned': { readonly reason: string }
  /** The fingerprint of each edition is that under which it is published. */
  'draft-published': {
    readonly scheme: string
    readonly editions: readonly { readonly edition: string; readonly fingerprint: string }[]
  }
  'draft-discarded': { readonly text: string }
}

export type DraftEventType = keyof DraftEventData

export type DraftEvent = {
  [T in DraftEventType]: { readonly type: T; readonly data: DraftEventData[T] }
}[DraftEventType]

export type RecordedDraftEvent = Recorded<DraftEvent>
