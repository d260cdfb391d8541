import type { Recorded } from '../case/events.ts'
import type { CallState } from './state.ts'

/** What can have happened to a call. Texts are references. */
export type CallEventData = {
  'call-opened': Omit<CallState, 'call' | 'version' | 'closedOn' | 'reason' | 'changedAt'> & { readonly on: string }
  'call-closed': { readonly reason: string; readonly on: string }
}

export type CallEventType = keyof CallEventData
export type CallEvent = {
  [T in CallEventType]: { readonly type: T; readonly data: CallEventData[T] }
}[CallEventType]
export type RecordedCallEvent = Recorded<CallEvent>

/** The call before its first event. */
export function noCall(id: string): CallState {
  return {
    call: id,
    version: 0,
    scheme: '',
    edition: '',
    office: '',
    from: '',
    until: '',
    lots: [],
    title: '',
    text: '',
    closedOn: null,
    reason: null,
    changedAt: '',
  }
}

/** Folds a call's events, oldest first, into its state. */
export function foldCall(id: string, events: readonly RecordedCallEvent[]): CallState {
  return events.reduce(evolveCall, noCall(id))
}

/** The state after one more event. Never throws. */
export function evolveCall(state: CallState, event: RecordedCallEvent): CallState {
  const kept = { version: event.version, changedAt: event.recordedAt }
  if (event.type === 'call-closed') return { ...state, closedOn: event.data.on, reason: event.data.reason, ...kept }
  const { on: _day, ...data } = event.data
  return { ...state, ...data, ...kept }
}

/** Whether organisations can apply on this day. */
export function isOpen({ from, until, closedOn }: CallState, today: string): boolean {
  return closedOn === null && from <= today && today <= until
}
