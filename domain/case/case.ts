import { designationsAfter } from '../operator/designations.ts'
import { clockArms } from './clock-arms.ts'
import { designationArms } from './designation-arms.ts'
import { done, marked, undone } from './done.ts'
import type { CaseEventData, CaseEventType, RecordedCaseEvent } from './events.ts'
import { signatureArms } from './signature-arms.ts'
import { requestedIn } from './state.ts'
import type { AwardTranche, CaseState } from './state.ts'

type Data<T extends CaseEventType> = CaseEventData[T]

/** The case before its first event. */
export function noCase(id: string): CaseState {
  return {
    case: id,
    version: 0,
    status: 'open',
    scheme: '',
    edition: '',
    registeredOn: '',
    registeredBy: { user: '', office: '' },
    custody: { office: '', since: '', offeredTo: null },
    formerOffices: [],
    region: null,
    members: [],
    consents: {},
    facts: {},
    done: {},
    completions: [],
    marks: {},
    documents: [],
    appointments: [],
    assessments: [],
    verdict: null,
    aid: null,
    travel: null,
    operator: null,
    operatorsRefused: [],
    idea: null,
    feasibility: null,
    plan: null,
    submission: null,
    decisions: [],
    award: null,
    signatures: [],
    enrolments: [],
    sessions: [],
    completion: null,
    trainings: [],
    visits: [],
    difficulties: [],
    reports: [],
    renewal: null,
    pauses: [],
    byItself: [],
    remigratedOn: null,
    withdrewOn: null,
    closure: null,
  }
}

/**
 * Folds a case's events, oldest first, into its state. After a correction the whole case is folded again: the event
 * that it names is taken as it should have been.
 */
export function foldCase(id: string, events: readonly RecordedCaseEvent[]): CaseState {
  return correctedEvents(events).reduce(evolve, noCase(id))
}

/** The events as they count: each correction put into the event that it names. The stream keeps both. */
export function correctedEvents(events: readonly RecordedCaseEvent[]): readonly RecordedCaseEvent[] {
  const values = new Map<number, Readonly<Record<string, unknown>>>()
  for (const event of events)
    if (event.type === 'event-corrected')
      values.set(event.data.corrects, { ...values.get(event.data.corrects), ...event.data.values })
  return events.map((event) => {
    const corrected = values.get(event.version)
    return corrected ? ({ ...event, data: { ...event.data, ...corrected } } as RecordedCaseEvent) : event
  })
}

/** The state after one more event. Never throws; the compiler asks for an arm per event type. */
export function evolve(state: CaseState, event: RecordedCaseEvent): CaseState {
  const arm = arms[event.type] as (state: CaseState, data: unknown, event: RecordedCaseEvent) => CaseState
  return { ...arm(state, event.data, event), ...designationsAfter(state, event), version: event.version }
}

type Arms = { readonly [T in CaseEventType]: (state: CaseState, data: Data<T>, event: RecordedCaseEvent) => CaseState }

const arms: Arms = {
  'case-registered': registered,
  'member-added': (state, { member }) => ({ ...state, members: [...state.members, member] }),
  'participants-enrolled': enrolled,
  'person-linked': (state, { known }) => ({ ...state, samePerson: [...(state.samePerson ?? []), known] }),
  'person-unlinked': (state, { known }) => ({
    ...state,
    samePerson: (state.samePerson ?? []).filter((person) => person !== known),
  }),
  'consent-recorded': consented,
  'facts-recorded': (state, { facts }) => ({ ...state, facts: { ...state.facts, ...facts } }),
  'document-attached': (state, data) => ({ ...state, documents: [...state.documents, data] }),
  'note-added': (state) => state,
  'appointment-planned': (state, data) => ({ ...state, appointments: [...state.appointments, data] }),
  'step-completed': (state, { step, on, text }) =>
    done({ ...state, completions: [...state.completions, { step, on, text }] }, { step, on }),
  'assessment-recorded': (state, data) => done({ ...state, assessments: [...state.assessments, data] }, data),
  'verdict-given': (state, data) => done({ ...state, verdict: data }, data),
  'aid-chosen': aidChosen,
  'travel-planned': (state, data) => done({ ...state, travel: data }, data),
  'departure-confirmed': (state, data) => done(marked(state, 'departure', data.on), data),
  'custody-offered': (state, { to }) => ({ ...state, custody: { ...state.custody, offeredTo: to } }),
  'custody-accepted': custodyAccepted,
  'custody-returned': (state) => ({ ...state, custody: { ...state.custody, offeredTo: null } }),
  'first-contact-made': firstContact,
  ...designationArms,
  'idea-submitted': (state, { text, activity }) => ({ ...state, idea: { text, activity, state: 'submitted' } }),
  'idea-approved': (state, data) => done({ ...state, idea: state.idea && { ...state.idea, state: 'approved' } }, data),
  'idea-returned': (state) => ({ ...state, idea: state.idea && { ...state.idea, state: 'returned' } }),
  'project-saved': (state, data, { actor }) => ({
    ...state,
    projects: [...(state.projects ?? []), { ...data, by: actor }],
  }),
  'price-recorded': (state, data) => ({ ...state, prices: [...(state.prices ?? []), data] }),
  'feasibility-recorded': studied,
  'plan-submitted': (state, data) => done({ ...state, plan: data }, data),
  'file-submitted-to-committee': (state, submission) => ({ ...state, submission }),
  'file-recalled': (state) => ({ ...state, submission: null }),
  'committee-decided': decided,
  'appeal-lodged': contested,
  'award-granted': (state, data) => done({ ...state, award: newAward(data, []) }, data),
  'commitment-signed': (state, data) => done({ ...state, signatures: [...state.signatures, data] }, data),
  'training-recorded': (state, data) => done({ ...state, trainings: [...state.trainings, data] }, data),
  'session-recorded': met,
  'completion-recorded': (state, data) => done({ ...state, completion: data }, data),
  'tranche-requested': (state, { tranche, evidence, payee }, { actor }) =>
    withTranche(state, tranche, { state: 'requested', evidence, payee, requestedBy: actor }),
  'tranche-released': (state, { tranche }, { actor }) =>
    withTranche(state, tranche, { state: 'released', releasedBy: actor }),
  'tranche-returned': (state, { tranche }) =>
    withTranche(state, tranche, { state: 'waiting', payee: null, evidence: [], requestedBy: null, releasedBy: null }),
  'payment-recorded': paid,
  'visit-recorded': (state, data) => done({ ...state, visits: [...state.visits, data] }, data),
  'difficulty-raised': (state, data) => ({
    ...state,
    difficulties: [...state.difficulties, { ...data, resolvedOn: null }],
  }),
  'difficulty-resolved': resolved,
  'report-submitted': (state, data) => done({ ...state, reports: [...state.reports, data] }, data),
  'monitoring-renewed': renewed,
  ...signatureArms,
  ...clockArms,
  'person-withdrew': (state, { on }) => ({ ...state, withdrewOn: on }),
  'person-remigrated': (state, { on }) => ({ ...state, remigratedOn: on }),
  'case-closed': (state, { reason, on, step }) =>
    done({ ...state, status: 'closed', closure: { reason, on, step } }, { step, on }),
  'case-reopened': reopened,
  'edition-moved': (state, { to }) => ({ ...state, edition: to }),
  // The fold has already put the corrected values into the event that the correction names.
  'event-corrected': (state) => state,
}

/** A file that lies before the committee asks for the aid it was made for: another aid takes it back. */
function aidChosen(state: CaseState, data: Data<'aid-chosen'>): CaseState {
  return done({ ...state, aid: data.aid, submission: data.aid === state.aid ? state.submission : null }, data)
}

/** A plan rests on its study: another study asks for another plan. */
function studied(state: CaseState, data: Data<'feasibility-recorded'>): CaseState {
  const before = state.plan ? undone(state, state.plan.step) : state
  return done({ ...before, plan: null, feasibility: data }, data)
}

function reopened(state: CaseState): CaseState {
  const open = state.closure ? undone(state, state.closure.step) : state
  return { ...open, status: 'open', closure: null, withdrewOn: null, remigratedOn: null }
}

function registered(state: CaseState, data: Data<'case-registered'>, recorded: RecordedCaseEvent): CaseState {
  return done(
    {
      ...state,
      scheme: data.scheme,
      edition: data.edition,
      registeredOn: data.on,
      registeredBy: { user: recorded.actor, office: data.office },
      custody: { office: data.office, since: data.on, offeredTo: null },
      members: data.members,
      region: data.region,
      consents: consentsOf(data),
    },
    data,
  )
}

function consentsOf({ consents, on }: Data<'case-registered'>): CaseState['consents'] {
  return Object.fromEntries(Object.entries(consents).map(([purpose, given]) => [purpose, { given, on }]))
}

function consented(state: CaseState, { purpose, given, on }: Data<'consent-recorded'>): CaseState {
  return { ...state, consents: { ...state.consents, [purpose]: { given, on } } }
}

function enrolled(state: CaseState, data: Data<'participants-enrolled'>): CaseState {
  const members = [...state.members, ...data.members]
  return done({ ...state, members, enrolments: [...state.enrolments, data] }, data)
}

/** A session that was recorded before is replaced. */
function met(state: CaseState, data: Data<'session-recorded'>): CaseState {
  const isKnown = state.sessions.some(({ session }) => session === data.session)
  const sessions = isKnown
    ? state.sessions.map((each) => (each.session === data.session ? data : each))
    : [...state.sessions, data]
  return done({ ...state, sessions }, data)
}

function custodyAccepted(state: CaseState, data: Data<'custody-accepted'>): CaseState {
  const formerOffices = [...new Set([...state.formerOffices, data.from])].filter((office) => office !== data.to)
  return done({ ...state, custody: { office: data.to, since: data.on, offeredTo: null }, formerOffices }, data)
}

function firstContact(state: CaseState, data: Data<'first-contact-made'>): CaseState {
  return done({ ...marked(state, 'arrival', data.arrivedOn), region: data.region ?? state.region }, data)
}

function newAward(data: Data<'award-granted'>, conditions: readonly string[]): NonNullable<CaseState['award']> {
  const waiting = {
    state: 'waiting',
    payee: null,
    evidence: [],
    requestedBy: null,
    releasedBy: null,
    payments: [],
  } as const
  const { funding, fundingReason } = data
  return {
    amount: data.amount,
    on: data.on,
    conditions,
    ...(funding ? { funding } : {}),
    ...(fundingReason ? { fundingReason } : {}),
    tranches: data.tranches.map((each) => ({ ...each, ...waiting })),
  }
}

function decided(state: CaseState, data: Data<'committee-decided'>): CaseState {
  const { appeal: _settled, ...rest } = state
  const decision = { ...data, requested: requestedIn(state) }
  const after = { ...rest, decisions: [...state.decisions, decision], submission: null }
  if (data.amount === null) return after
  return done({ ...after, award: newAward({ ...data, amount: data.amount }, data.conditions) }, data)
}

/** What was granted waits until the committee has decided again. */
function contested(state: CaseState, appeal: Data<'appeal-lodged'>): CaseState {
  const last = state.decisions.at(-1)
  if (!state.award || !last) return { ...state, appeal }
  return { ...undone(state, last.step), award: null, appeal }
}

function withTranche(state: CaseState, tranche: string, change: Partial<AwardTranche>): CaseState {
  if (!state.award) return state
  const tranches = state.award.tranches.map((each) => (each.tranche === tranche ? { ...each, ...change } : each))
  return { ...state, award: { ...state.award, tranches } }
}

function paid(state: CaseState, data: Data<'payment-recorded'>): CaseState {
  const tranche = state.award?.tranches.find((each) => each.tranche === data.tranche)
  if (!tranche) return state
  const { payment, amount, on, means, funding } = data
  const payments = [...tranche.payments, { payment, amount, on, means, ...(funding ? { funding } : {}) }]
  const sum = payments.reduce((total, payment) => total + payment.amount, 0)
  const after = withTranche(state, data.tranche, { payments, state: sum >= tranche.amount ? 'paid' : 'released' })
  return done(after.marks['first-payment'] ? after : marked(after, 'first-payment', data.on), data)
}

function resolved(state: CaseState, { difficulty, on }: Data<'difficulty-resolved'>): CaseState {
  const difficulties = state.difficulties.map((each) =>
    each.difficulty === difficulty ? { ...each, resolvedOn: on } : each,
  )
  return { ...state, difficulties }
}

function renewed(state: CaseState, data: Data<'monitoring-renewed'>): CaseState {
  return { ...state, renewal: { times: (state.renewal?.times ?? 0) + 1, until: data.until } }
}
