import type { AccreditationEventType, RecordedAccreditationEvent } from './events.ts'
import type { OperatorContract, OperatorSheet } from './sheet.ts'
import type { AccreditationState, Application } from './state.ts'

type Event<T extends AccreditationEventType> = Extract<RecordedAccreditationEvent, { type: T }>
type Arms = {
  readonly [T in AccreditationEventType]: (state: AccreditationState, event: Event<T>) => AccreditationState
}

/** The standing before its first event. */
export function noAccreditation(id: string): AccreditationState {
  return {
    accreditation: id,
    version: 0,
    status: 'applied',
    scheme: '',
    edition: '',
    office: '',
    application: null,
    assessment: null,
    from: null,
    until: null,
    decision: null,
    contract: null,
    formerContracts: [],
    proposed: null,
    interests: [],
    changedAt: '',
  }
}

/** Folds the events of a standing, oldest first, into its state. */
export function foldAccreditation(id: string, events: readonly RecordedAccreditationEvent[]): AccreditationState {
  return events.reduce(evolveAccreditation, noAccreditation(id))
}

/** The state after one more event. Never throws; the compiler asks for an arm per event type. */
export function evolveAccreditation(state: AccreditationState, event: RecordedAccreditationEvent): AccreditationState {
  const arm = arms[event.type] as (state: AccreditationState, event: RecordedAccreditationEvent) => AccreditationState
  return { ...arm(state, event), version: event.version, changedAt: event.recordedAt }
}

const arms: Arms = {
  'application-submitted': applied,
  'application-assessed': (state, { data: { grid, score, on }, actor }) => ({
    ...state,
    assessment: { grid, score, on, by: actor },
  }),
  'accreditation-granted': (state, { data: { from, until, text, on }, actor }) => ({
    ...state,
    status: 'accredited',
    from,
    until,
    decision: { text, on, by: actor },
  }),
  'accreditation-refused': (state, { data: { text, on }, actor }) => ({
    ...state,
    status: 'refused',
    decision: { text, on, by: actor },
  }),
  'contract-proposed': (state, { data, actor }) => ({ ...state, proposed: { ...data, by: actor } }),
  'contract-approved': approved,
  'contract-returned': (state) => ({ ...state, proposed: null }),
  'accreditation-renewed': (state, { data: { until, reason, on }, actor }) => ({
    ...state,
    until,
    decision: { text: reason, on, by: actor },
  }),
  'accreditation-suspended': (state, event) => decided(state, 'suspended', event),
  'suspension-lifted': (state, event) => decided(state, 'accredited', event),
  'accreditation-ended': (state, event) => ({ ...decided(state, 'ended', event), proposed: null }),
  'sheet-updated': (state, { data: { on: _day, ...changes } }) => ({
    ...state,
    application: state.application && { ...state.application, ...changes },
  }),
  'conflict-declared': (state, { data }) => ({ ...state, interests: [...state.interests, data] }),
  'conflict-lifted': (state, { data }) => ({
    ...state,
    interests: state.interests.filter(({ conflict }) => conflict !== data.conflict),
  }),
}

/** Who applies again begins anew; the contracts that were, and the ties that were declared, stay known. */
function applied(state: AccreditationState, { data }: Event<'application-submitted'>): AccreditationState {
  const { scheme, edition, office, ...application } = data
  return {
    ...noAccreditation(state.accreditation),
    scheme,
    edition,
    office,
    application,
    formerContracts: former(state),
    interests: state.interests,
  }
}

function former({ formerContracts, contract }: AccreditationState): readonly OperatorContract[] {
  return contract ? [...formerContracts, contract] : formerContracts
}

function approved(state: AccreditationState): AccreditationState {
  if (!state.proposed) return state
  const { from, until, ceiling, cases, prices } = state.proposed
  return {
    ...state,
    contract: { from, until, ceiling, cases, prices },
    formerContracts: former(state),
    proposed: null,
  }
}

type Decided = Event<'accreditation-suspended' | 'suspension-lifted' | 'accreditation-ended'>

function decided(
  state: AccreditationState,
  status: AccreditationState['status'],
  { data: { reason, on }, actor }: Decided,
): AccreditationState {
  return { ...state, status, decision: { text: reason, on, by: actor } }
}

/** What designation asks of an operator. */
export function sheetOf(state: AccreditationState): OperatorSheet {
  const { office, scheme, status, from, until, contract, interests } = state
  const said: Partial<Application> = state.application ?? {}
  return {
    office,
    scheme,
    type: said.type ?? 'association',
    state: status,
    from,
    until,
    lots: said.lots ?? [],
    expertise: said.proven ?? [],
    sectors: said.sectors ?? [],
    regions: said.regions ?? [],
    languages: said.languages ?? [],
    capacity: said.capacity ?? null,
    contract,
    interests: interests.map(({ case: file, party, reason }) => ({ case: file, party, reason })),
  }
}
