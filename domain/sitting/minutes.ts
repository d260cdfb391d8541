import type { DecisionOutcome } from '../case/committee.ts'
import type { Attendance } from './attendance.ts'
import type { Hearing, VoteCount } from './events.ts'
import type { SittingState } from './state.ts'
import { recusedFrom } from './voters.ts'

/** What the cases of a sitting say that its minutes need. */
export type DecidedFile = {
  readonly case: string
  readonly requested: number | null
  /** Null = the committee did not come to it. */
  readonly decision: {
    readonly outcome: DecisionOutcome
    readonly amount: number | null
    readonly conditions: readonly string[]
    readonly text: string | null
    readonly pack: string | null
  } | null
}

export type RecordedFile = DecidedFile & {
  readonly number: number
  readonly recused: readonly string[]
  readonly voting: readonly string[]
  readonly hearing: { readonly how: Hearing; readonly text: string | null } | null
  readonly questions: readonly { readonly member: string; readonly text: string; readonly answer: string | null }[]
  readonly votes: readonly {
    readonly outcome: DecisionOutcome
    readonly amount: number | null
    readonly result: 'adopted' | 'rejected' | 'tied'
    readonly count: VoteCount
    readonly casting: boolean
  }[]
  readonly addition: string | null
}

/** What the minutes of a sitting say, in no language: what is signed. Members are users, words are as they were typed. */
export type MinutesRecord = Pick<
  SittingState,
  'sitting' | 'scheme' | 'committee' | 'on' | 'procedure' | 'chair' | 'openedAt' | 'closedAt'
> & {
  /** Who took part at any time, and in which hours. */
  readonly attendance: readonly Attendance[]
  readonly place: string
  readonly quorum: number | null
  readonly members: readonly string[]
  readonly proxies: readonly { readonly member: string; readonly proxy: string }[]
  readonly files: readonly RecordedFile[]
  readonly text: string | null
  readonly general: string | null
}

/**
 * The minutes as the events of the sitting and of its cases make them. `files` in the order of the agenda; `words` by
 * their reference, an erased one is missing.
 */
export function minutesRecord(
  state: SittingState,
  files: readonly DecidedFile[],
  words: Readonly<Record<string, string>>,
  quorum: number | null,
  attendance: readonly Attendance[],
): MinutesRecord {
  const { sitting, scheme, committee, on, procedure, chair, openedAt, closedAt, members } = state
  const say = (reference: string | null | undefined) => (reference == null ? null : (words[reference] ?? null))
  const added = (part: string) => say(state.additions.find((each) => each.part === part)?.text)
  return {
    sitting,
    scheme,
    committee,
    on,
    procedure,
    chair,
    attendance,
    openedAt,
    closedAt,
    members,
    quorum,
    place: say(state.place) ?? '',
    proxies: state.proxies.map(({ member, proxy }) => ({ member, proxy })),
    text: say(state.minutes),
    general: added('general'),
    files: files.map((file, index) => recordOf(state, file, index + 1, say, added(file.case))),
  }
}

function recordOf(
  state: SittingState,
  { decision, ...file }: DecidedFile,
  number: number,
  say: (reference: string | null | undefined) => string | null,
  addition: string | null,
): RecordedFile {
  const of = <T extends { readonly case: string }>(list: readonly T[]) => list.filter((each) => each.case === file.case)
  const [hearing] = of(state.hearings)
  const counted = of(state.ballots).flatMap(({ outcome, amount, result, count, casting }) =>
    result === null || result === 'withdrawn' || count === null ? [] : [{ outcome, amount, result, count, casting }],
  )
  const recused = recusedFrom(state, file.case)
  const closed = of(state.ballots).findLast((each) => each.count !== null)
  return {
    ...file,
    number,
    recused,
    voting: closed?.present ?? state.present.filter((member) => !recused.includes(member)),
    hearing: hearing ? { how: hearing.how, text: say(hearing.text) } : null,
    questions: of(state.questions).map(({ member, text, answer }) => ({
      member,
      text: say(text) ?? '',
      answer: say(answer),
    })),
    votes: counted,
    addition,
    decision: decision && {
      ...decision,
      conditions: decision.conditions.flatMap((each) => say(each) ?? []),
      text: say(decision.text),
    },
  }
}
