import type { SittingSummary } from '../command.ts'
import type { RecordedSittingEvent, SittingEventData, SittingEventType } from './events.ts'
import type { SittingState } from './state.ts'

type Data<T extends SittingEventType> = SittingEventData[T]

/** The sitting before its first event. */
export function noSitting(id: string): SittingState {
  return {
    sitting: id,
    version: 0,
    status: 'planned',
    scheme: '',
    edition: '',
    committee: null,
    office: '',
    on: '',
    place: '',
    quorum: null,
    members: [],
    present: [],
    remote: [],
    interests: [],
    openedAt: null,
    closedAt: null,
    minutes: null,
    signatures: [],
  }
}

/** Folds a sitting's events, oldest first, into its state. */
export function foldSitting(id: string, events: readonly RecordedSittingEvent[]): SittingState {
  return events.reduce(evolveSitting, noSitting(id))
}

/** The state after one more event. Never throws; the compiler asks for an arm per event type. */
export function evolveSitting(state: SittingState, event: RecordedSittingEvent): SittingState {
  const arm = arms[event.type] as (state: SittingState, data: unknown) => SittingState
  return { ...arm(state, event.data), version: event.version }
}

const arms: { readonly [T in SittingEventType]: (state: SittingState, data: Data<T>) => SittingState } = {
  'sitting-planned': (state, data) => ({ ...state, ...data }),
  'quorum-set': (state, { quorum }) => ({ ...state, quorum }),
  'members-named': (state, { members }) => ({ ...state, members }),
  'sitting-moved': (state, { on, place }) => ({ ...state, on, place }),
  'interest-declared': (state, data) => ({ ...state, interests: [...state.interests, data] }),
  'interest-lifted': (state, data) => ({
    ...state,
    interests: state.interests.filter((each) => each.case !== data.case || each.member !== data.member),
  }),
  'sitting-opened': (state, { present, remote = [], at }) => ({
    ...state,
    status: 'open',
    present,
    remote,
    openedAt: at,
  }),
  'presence-changed': (state, { present, remote = [] }) => ({ ...state, present, remote }),
  'sitting-closed': (state, { minutes, at }) => ({ ...state, status: 'closed', minutes, closedAt: at }),
  'minutes-signed': (state, data) => ({ ...state, signatures: [...state.signatures, data] }),
  'sitting-cancelled': (state) => ({ ...state, status: 'cancelled' }),
}

/** What a case's decision needs of the sitting; `files` are the cases that were submitted to it. */
export function summaryOf(state: SittingState, files: readonly string[]): SittingSummary {
  const { sitting, scheme, committee, office, status, on, quorum, present, interests } = state
  return {
    sitting,
    scheme,
    committee,
    office,
    state: status,
    on,
    quorum,
    present,
    files: files.map((id) => ({
      case: id,
      recused: interests.filter((each) => each.case === id).map((each) => each.member),
    })),
  }
}
