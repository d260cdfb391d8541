import { derivedId } from '../derived-id.ts'
import type { RecordedCommitteeEvent } from './events.ts'
import type { CommitteeState, Mandate } from './state.ts'

/** The stream in which the mandates of a committee are written down: the same wherever it is asked for. */
export function committeeStream(scheme: string, committee: string, office: string): string {
  return derivedId(`${scheme} ${committee} ${office}`, 'committee')
}

export function noCommittee(id: string): CommitteeState {
  return { id, version: 0, scheme: '', committee: '', office: '', mandates: [] }
}

/** Folds a committee's events, oldest first, into its state. */
export function foldCommittee(id: string, events: readonly RecordedCommitteeEvent[]): CommitteeState {
  return events.reduce(evolveCommittee, noCommittee(id))
}

/** The state after one more event. Never throws. */
export function evolveCommittee(state: CommitteeState, event: RecordedCommitteeEvent): CommitteeState {
  const { version } = event
  if (event.type === 'mandate-given') {
    const { scheme, committee, office, reason: _reason, ...mandate } = event.data
    return { ...state, version, scheme, committee, office, mandates: [...state.mandates, mandate] }
  }
  const { mandate, on } = event.data
  const mandates = state.mandates.map((each) => (each.mandate === mandate ? { ...each, until: on } : each))
  return { ...state, version, mandates }
}

/** Whether a mandate runs on a day: from its first to its last. */
export function isCurrent({ from, until }: Mandate, on: string): boolean {
  return from <= on && (until === null || on <= until)
}
