import type { WorkingCalendar } from '../calendar.ts'
import type { Role } from '../role.ts'
import type { PlacedStep } from '../scheme/journey.ts'
import { stepsFor } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Stage, StageKind, Step, Text } from '../scheme/scheme.ts'
import type { Foreseen } from './deadlines.ts'
import { foreseenOf, pauseOf, stepDueOn } from './deadlines.ts'
import type { Obligation } from './obligations.ts'
import { isEnding, nextRole, obligationsOf } from './obligations.ts'
import type { CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

/**
 * How far a stage or a step is. `waiting`: the next act is not with the office that answers for the case. `skipped`:
 * not for this aid, or left undone when the case ended. `unknown`: depends on the aid, which is not chosen yet, or on
 * answers that are not known yet.
 */
export const roadStates = ['done', 'now', 'late', 'waiting', 'skipped', 'unknown', 'ahead'] as const
export type RoadState = (typeof roadStates)[number]

export type RoadStep = {
  readonly step: string
  readonly title: Text
  readonly state: RoadState
  readonly doneOn: string | null
  readonly dueOn: string | null
  /** Whose turn it is. */
  readonly by: Role
  readonly optional: boolean
  /** Whether this person needs the step is not known yet: nobody owes it. */
  readonly perhaps: boolean
  /** The days on which it was done, where it may be done several times. */
  readonly times: readonly string[]
  /** Since when its deadline stands still, who stopped it, and why (a reference to words). */
  readonly paused: { readonly from: string; readonly by: string; readonly reason: string } | null
  /** What happens by itself if it is not done in time. */
  readonly foreseen: Foreseen | null
}

export type RoadStage = {
  readonly stage: string
  readonly kind: StageKind
  readonly title: Text
  readonly state: RoadState
  /** Since when the case is in this stage. */
  readonly since?: string
  readonly doneOn?: string
  readonly dueOn?: string
  readonly owes: { readonly role: Role; readonly office: string | null } | null
  readonly steps: readonly RoadStep[]
}

type Drawing = {
  readonly state: CaseState
  readonly running: RunningEdition
  readonly today: string
  readonly calendar: WorkingCalendar
  readonly owed: readonly Obligation[]
  readonly foreseen: readonly Foreseen[]
  /** Position of the stage the case is in; -1 when there is none left. */
  readonly current: number
  readonly ended: boolean
}

/**
 * The road of a case: every stage of its edition with where it stands, since when, by when and who owes the next act.
 * An open case with steps left is in exactly one stage (`now`, `late` or `waiting`); on a closed case every stage is
 * done or skipped.
 */
export function roadOf(
  state: CaseState,
  running: RunningEdition,
  today: string,
  calendar: WorkingCalendar,
  owed: readonly Obligation[] = obligationsOf(state, running, calendar),
): readonly RoadStage[] {
  const current = currentPosition(state, running)
  const ended = state.status === 'closed' || isEnding(state)
  const work = owed.filter(({ kind }) => kind !== 'escalation' && kind !== 'by-itself')
  const foreseen = foreseenOf(work, state, running, calendar)
  const drawing = { state, running, today, calendar, owed: work, foreseen, current, ended }
  return running.edition.journey.map((stage, position) => stageOnRoad(stage, position, drawing))
}

/** The stage that the case is in, or undefined when every step is done or the case is closed. */
export function currentStage(road: readonly RoadStage[]): RoadStage | undefined {
  return road.find(({ state }) => state === 'now' || state === 'late' || state === 'waiting')
}

/** The position of the first stage with a required step undone; of the closure's stage once the case is ending. */
function currentPosition(state: CaseState, running: RunningEdition): number {
  if (state.status === 'closed') return -1
  const undone = stepsOf(state, running).filter(
    ({ step }) => step.optional !== true && state.done[step.step] === undefined,
  )
  const closure = isEnding(state) ? undone.findLast(({ step }) => step.kind === 'closure') : undefined
  const next = closure ?? undone[0]
  return next ? running.edition.journey.indexOf(next.stage) : -1
}

function stageOnRoad(stage: Stage, position: number, drawing: Drawing): RoadStage {
  const steps = stage.steps.flatMap((step) => stepOnRoad(step, position, drawing))
  const { stage: id, kind, title } = stage
  const since = enteredOn(position, drawing)
  if (position === drawing.current) {
    const next = mostUrgent(owedHere(stage, drawing), drawing.today)
    return {
      stage: id,
      kind,
      title,
      state: next ? urgency(next, drawing) : 'now',
      since,
      ...(next?.dueOn == null ? {} : { dueOn: next.dueOn }),
      owes: next ? { role: next.role, office: next.office } : null,
      steps,
    }
  }
  const state = stateOfStage(steps, drawing)
  const doneOn = state === 'done' ? latest(steps.map((step) => step.doneOn)) : null
  return { stage: id, kind, title, state, ...(doneOn === null ? {} : { since, doneOn }), owes: null, steps }
}

function stateOfStage(steps: readonly RoadStep[], { ended }: Drawing): RoadState {
  const required = steps.filter((step) => !step.optional)
  if (steps.length === 0) return 'skipped'
  if (!ended && (required.length > 0 ? required : steps).every((step) => step.state === 'unknown')) return 'unknown'
  if (required.every((step) => step.state === 'done')) return 'done'
  return ended ? 'skipped' : 'ahead'
}

/** What is owed in this stage; what is late elsewhere on the case comes along, so that no lateness is hidden. */
function owedHere(stage: Stage, { owed, today }: Drawing): readonly Obligation[] {
  const here = owed.filter(({ step }) => stage.steps.some((each) => each.step === step))
  const lateElsewhere = owed.filter((each) => !here.includes(each) && isLate(each, today))
  return [...(here.length > 0 ? here : owed), ...lateElsewhere]
}

function stepOnRoad(step: Step, position: number, drawing: Drawing): RoadStep[] {
  const { state, running, calendar } = drawing
  const placed = stepsOf(state, running).find((each) => each.step.step === step.step)
  if (!placed && (state.aid !== null || stepsFor(running.edition, null).some((each) => each.step === step))) return []
  return [
    {
      step: step.step,
      title: step.title,
      state: placed ? stateOfStep(placed, position, drawing) : drawing.ended ? 'skipped' : 'unknown',
      doneOn: state.done[step.step] ?? null,
      dueOn: stepDueOn(step, state, calendar),
      by: nextRole(step, state, running),
      optional: placed?.step.optional === true || step.optional === true,
      perhaps: placed?.perhaps === true,
      times: step.repeats ? state.completions.filter((each) => each.step === step.step).map(({ on }) => on) : [],
      paused: pauseOf(step.step, state) ?? null,
      foreseen: drawing.foreseen.find((each) => each.step === step.step) ?? null,
    },
  ]
}

function stateOfStep({ step, perhaps }: PlacedStep, position: number, drawing: Drawing): RoadState {
  const { state, owed, current, ended } = drawing
  if (state.done[step.step] !== undefined) return 'done'
  const mine = owed.filter((each) => each.step === step.step)
  const next = mostUrgent(mine, drawing.today)
  if (next) return urgency(next, drawing)
  if (ended) return 'skipped'
  if (perhaps) return 'unknown'
  const isPassedBy = step.optional === true && (current === -1 || position < current)
  return isPassedBy ? 'skipped' : 'ahead'
}

function isLate({ dueOn }: Obligation, today: string): boolean {
  return dueOn !== null && dueOn < today
}

function urgency(next: Obligation, { state, today }: Drawing): 'now' | 'late' | 'waiting' {
  if (isLate(next, today)) return 'late'
  const isTime = next.opensOn === null || next.opensOn <= today
  return isTime && next.office !== state.custody.office ? 'waiting' : 'now'
}

/** The one that is due first, what can be done now before what cannot yet; without a date it is a matter of today. */
function mostUrgent(owed: readonly Obligation[], today: string): Obligation | undefined {
  const rank = ({ dueOn, opensOn }: Obligation) => `${opensOn !== null && opensOn > today ? 1 : 0} ${dueOn ?? today}`
  return owed.toSorted((left, right) => (rank(left) < rank(right) ? -1 : rank(left) > rank(right) ? 1 : 0))[0]
}

function enteredOn(position: number, { state, running }: Drawing): string {
  const before = running.edition.journey.slice(0, position).flatMap((stage) => stage.steps)
  return latest(before.map((step) => state.done[step.step] ?? null)) ?? state.registeredOn
}

function latest(days: readonly (string | null)[]): string | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
}

const letters: Readonly<Record<RoadState, string>> = {
  done: 'd',
  now: 'n',
  late: 'l',
  waiting: 'w',
  skipped: 's',
  unknown: 'u',
  ahead: 'a',
}

/** The road as one letter per stage, for lists: `ddwaa`. */
export function roadStrip(road: readonly RoadStage[]): string {
  return road.map(({ state }) => letters[state]).join('')
}

/**
 * The strip that lists store: the road on the day of the last thing done on the case, so that it follows from the
 * state alone. What became late since is added when it is read (`stripStates`).
 */
export function storedStrip(
  state: CaseState,
  running: RunningEdition,
  calendar: WorkingCalendar,
  owed?: readonly Obligation[],
): string {
  const days = [state.custody.since, state.operator?.since ?? null, ...Object.values({ ...state.done, ...state.marks })]
  return roadStrip(roadOf(state, running, latest([state.registeredOn, ...days]) ?? '', calendar, owed))
}

/**
 * The states behind a strip. A stored strip does not know what became late since: with the case's next due date and
 * today, the stage it is in turns `late`. A letter that means nothing is read as `unknown`.
 */
export function stripStates(strip: string, dueOn: string | null = null, today = ''): readonly RoadState[] {
  const isLate = dueOn !== null && dueOn < today
  return [...strip].map((letter) => {
    const state = roadStates.find((each) => letters[each] === letter) ?? 'unknown'
    return isLate && (state === 'now' || state === 'waiting') ? 'late' : state
  })
}
