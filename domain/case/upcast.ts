import type { RecordedCaseEvent } from './events.ts'

/** An event as it lies in its stream, perhaps recorded years ago in a shape that has changed since. */
export type StoredCaseEvent = Omit<RecordedCaseEvent, 'type' | 'data'> & {
  readonly type: string
  readonly data: unknown
}

type Data = Readonly<Record<string, unknown>>

/**
 * How older shapes are lifted to today's, by event type. A lift only adds what was implied; a changed meaning is a new
 * event type. Stored events are never touched, and their hashes are taken of what was stored.
 */
const lifts: Readonly<Record<string, (data: Data) => Data>> = {
  // Until 2026-11 each consent given at registration was an event of its own.
  'case-registered': (data) => ('consents' in data ? data : { ...data, consents: {} }),
}

/** Stored events as today's code reads them. */
export function caseEvents(stored: readonly StoredCaseEvent[]): RecordedCaseEvent[] {
  return stored.map((event) => {
    const lift = lifts[event.type]
    return (lift ? { ...event, data: lift(event.data as Data) } : event) as RecordedCaseEvent
  })
}
