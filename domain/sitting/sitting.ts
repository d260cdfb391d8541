import type { RecordedSittingEvent, SittingEventData, SittingEventType } from './events.ts'
import type { Ballot, SittingState } from './state.ts'

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
    procedure: 'meeting',
    answerBy: null,
    cutOffOn: null,
    quorum: null,
    rule: null,
    members: [],
    proxies: [],
    calledAt: null,
    agenda: [],
    freezing: null,
    packs: [],
    present: [],
    remote: [],
    chair: null,
    interests: [],
    openFile: null,
    hearings: [],
    questions: [],
    ballots: [],
    openedAt: null,
    closedAt: null,
    minutes: null,
    additions: [],
    signatures: [],
    voided: [],
    lettersAskedAt: null,
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

type Arms = { readonly [T in SittingEventType]: (state: SittingState, data: Data<T>) => SittingState }

const arms: Arms = {
  'sitting-planned': (state, data) => ({ ...state, ...data }),
  'quorum-set': (state, { quorum }) => ({ ...state, quorum }),
  'voting-rule-set': (state, rule) => ({ ...state, rule }),
  'members-named': (state, { members }) => ({ ...state, members }),
  'proxy-named': (state, data) => ({
    ...state,
    proxies: [...state.proxies.filter(({ member }) => member !== data.member), data],
  }),
  'sitting-moved': (state, { on, place, cutOffOn = state.cutOffOn, answerBy = state.answerBy }) => ({
    ...state,
    on,
    place,
    cutOffOn,
    answerBy,
  }),
  'members-called': (state, { at }) => ({ ...state, calledAt: at }),
  'agenda-set': (state, { files }) => ({ ...state, agenda: files }),
  'file-moved': fileMoved,
  'packs-asked': (state, freezing) => ({ ...state, freezing }),
  'packs-frozen': packsFrozen,
  'interest-declared': (state, data) => ({ ...state, interests: [...state.interests, data] }),
  'interest-lifted': (state, data) => ({
    ...state,
    interests: state.interests.filter((each) => each.case !== data.case || each.member !== data.member),
  }),
  'sitting-opened': (state, { present, remote = [], chair = null, at }) => ({
    ...state,
    status: 'open',
    present,
    remote,
    chair,
    openedAt: at,
  }),
  'presence-changed': (state, { present, remote = [] }) => ({ ...state, present, remote }),
  'file-opened': (state, { case: file }) => ({ ...state, openFile: file }),
  'candidate-heard': (state, data) => ({
    ...state,
    hearings: [...state.hearings.filter((each) => each.case !== data.case), data],
  }),
  'question-asked': (state, { question, case: file, member, text }) => ({
    ...state,
    questions: [...state.questions, { question, case: file, member, text, answer: null }],
  }),
  'question-answered': (state, { question, text }) => ({
    ...state,
    questions: state.questions.map((each) => (each.question === question ? { ...each, answer: text } : each)),
  }),
  'vote-opened': voteOpened,
  'vote-cast': voteCast,
  'vote-closed': (state, { vote, result, count, present, casting, at }) =>
    withBallot(state, vote, () => ({ result, count, present, casting, closedAt: at })),
  'vote-withdrawn': (state, { vote, at }) => withBallot(state, vote, () => ({ result: 'withdrawn', closedAt: at })),
  'sitting-closed': (state, { minutes, at }) => ({
    ...state,
    status: 'closed',
    openFile: null,
    minutes,
    closedAt: at,
  }),
  'minutes-written': (state, data) => ({
    ...state,
    additions: [...state.additions.filter(({ part }) => part !== data.part), data],
    signatures: [],
    voided: [...state.voided, ...state.signatures],
  }),
  'minutes-signed': (state, data) => ({
    ...state,
    signatures: [...state.signatures.filter(({ member }) => member !== data.member), data],
    voided: [...state.voided, ...state.signatures.filter(({ member }) => member === data.member)],
  }),
  'letters-asked': (state, { at }) => ({ ...state, lettersAskedAt: at }),
  'sitting-cancelled': (state) => ({ ...state, status: 'cancelled' }),
}

/** Taken out and put in again at its new place; a file that was not placed yet joins. */
function fileMoved(state: SittingState, { case: file, place, minutes }: Data<'file-moved'>): SittingState {
  const others = state.agenda.filter((each) => each.case !== file)
  return { ...state, agenda: others.toSpliced(place - 1, 0, { case: file, minutes }) }
}

/** A pack that is frozen again takes the place of the former one. */
function packsFrozen(state: SittingState, { packs, at }: Data<'packs-frozen'>): SittingState {
  const fresh = packs.map((each) => each.case)
  const kept = state.packs.filter((each) => !fresh.includes(each.case))
  const reason = state.freezing?.reason ?? null
  return { ...state, freezing: null, packs: [...kept, ...packs.map((pack) => ({ ...pack, at, reason }))] }
}

function voteOpened(state: SittingState, data: Data<'vote-opened'>): SittingState {
  const { at, ...proposal } = data
  const ballot: Ballot = {
    ...proposal,
    openedAt: at,
    cast: [],
    result: null,
    count: null,
    present: [],
    casting: false,
    closedAt: null,
  }
  return { ...state, ballots: [...state.ballots, ballot] }
}

/** A changed vote takes the place of the former one: nobody is counted twice. */
function voteCast(state: SittingState, { vote, member, says, by, at }: Data<'vote-cast'>): SittingState {
  return withBallot(state, vote, ({ cast }) => ({
    cast: [...cast.filter((each) => each.member !== member), { member, says, by, at }],
  }))
}

function withBallot(state: SittingState, vote: string, change: (ballot: Ballot) => Partial<Ballot>): SittingState {
  const ballots = state.ballots.map((each) => (each.vote === vote ? { ...each, ...change(each) } : each))
  return { ...state, ballots }
}
