import { addDays, type WorkingCalendar } from '../calendar.ts'
import type { ByItself } from '../scheme/clock.ts'
import { dueOn } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Step } from '../scheme/scheme.ts'
import type { Obligation } from './obligations.ts'
import { officeFor } from './office-of-role.ts'
import type { CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

/** The date by which a step of this case is due, or null: no deadline, not begun, or standing still. */
export function stepDueOn(step: Step, state: CaseState, calendar: WorkingCalendar): string | null {
  const after = step.deadline?.after
  const start = after === undefined ? undefined : (state.marks[after] ?? state.done[after])
  if (after === undefined || start === undefined) return null
  const pauses = state.pauses.filter((pause) => pause.step === step.step)
  return dueOn(step, { [after]: start }, calendar, pauses)
}

/** The pause that a step's deadline is in now. */
export function pauseOf(step: string, state: CaseState): CaseState['pauses'][number] | undefined {
  return state.pauses.find((pause) => pause.step === step && pause.until === null)
}

/** The steps whose deadline has begun, running or standing still. */
export function begunDeadlines(
  state: CaseState,
  running: RunningEdition,
  calendar: WorkingCalendar,
): readonly string[] {
  return stepsOf(state, running)
    .map(({ step }) => step)
    .filter(
      (step) =>
        state.done[step.step] === undefined && (stepDueOn(step, state, calendar) ?? pauseOf(step.step, state)) != null,
    )
    .map(({ step }) => step)
}

/** What will happen by itself on this case, on which day, unless the step is done before or its deadline is paused. */
export type Foreseen = ByItself & { readonly step: string; readonly dueOn: string; readonly on: string }

/**
 * What passes by itself of the steps that are owed: the case is closed as long as nothing was granted, a designation
 * ends as long as the operator has not accepted. What somebody once took back does not happen by itself again.
 */
export function foreseenOf(
  owed: readonly Obligation[],
  state: CaseState,
  running: RunningEdition,
  calendar: WorkingCalendar,
): readonly Foreseen[] {
  return clockedSteps(owed, state, running).flatMap((step) => {
    const { then } = step.deadline ?? {}
    const due = stepDueOn(step, state, calendar)
    if (then === undefined || due === null || isTakenBack(step, state)) return []
    const isPossible = then.act === 'close-case' ? state.award === null : state.operator?.accepted === false
    return isPossible ? [{ ...then, step: step.step, dueOn: due, on: addDays(due, 1) }] : []
  })
}

/** What follows from deadlines of the steps owed: who hears that one has passed, and what the system then does. */
export function clockOwed(
  owed: readonly Obligation[],
  state: CaseState,
  running: RunningEdition,
  calendar: WorkingCalendar,
): readonly Obligation[] {
  const escalated = clockedSteps(owed, state, running).flatMap((step): Obligation[] => {
    const role = step.deadline?.escalateTo
    const due = stepDueOn(step, state, calendar)
    if (role === undefined || due === null) return []
    return [
      {
        ...owedBy('escalation', step.step, addDays(due, 1)),
        role,
        office: officeFor(role, state),
        source: step.deadline?.source ?? null,
      },
    ]
  })
  const passing = foreseenOf(owed, state, running, calendar).map(({ step, on, source }): Obligation => ({
    ...owedBy('by-itself', step, on),
    role: 'system',
    office: null,
    source,
  }))
  return [...escalated, ...passing]
}

function owedBy(kind: 'escalation' | 'by-itself', step: string, opensOn: string) {
  return { key: `${kind}:${step}`, kind, step, opensOn, dueOn: null }
}

/** The steps with a deadline that somebody owes now. Visits and reports have dates of their own. */
function clockedSteps(owed: readonly Obligation[], state: CaseState, running: RunningEdition): readonly Step[] {
  const clocked = new Set(owed.filter(({ kind }) => !ownDates.has(kind)).map(({ step }) => step))
  return stepsOf(state, running)
    .map(({ step }) => step)
    .filter((step) => step.deadline !== undefined && clocked.has(step.step))
}

const ownDates: ReadonlySet<Obligation['kind']> = new Set(['visit', 'own-visit', 'report', 'difficulty'])

function isTakenBack({ step }: Step, { byItself }: CaseState): boolean {
  return byItself.some((each) => each.step === step && each.undone)
}
