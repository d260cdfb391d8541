import { addMonths, daysBetween } from '../calendar.ts'
import { aliveAfter } from '../case/alive.ts'
import { monitoringPeriod, visitPlan } from '../case/monitoring.ts'
import type { CaseState } from '../case/state.ts'
import { servicesFor } from '../scheme/operators.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Designation } from './designations.ts'

/** What one case says of the operator of one designation: the rows that performance is counted from. No identity. */
export type OperatorCase = {
  /** Counted from 0: a case can have several operators, one after the other. */
  readonly number: number
  readonly office: string
  readonly designatedOn: string
  readonly accepted: boolean
  /** The case is open and the designation runs. */
  readonly open: boolean
  readonly daysToAnswer: number | null
  readonly daysToFirstMeeting: number | null
  readonly daysToPlan: number | null
  readonly daysToDifficultyAnswer: readonly number[]
  readonly visitsMade: number
  readonly visitsOnTime: number
  /** Days on which visits of the plan are due that were not made. */
  readonly visitsDue: readonly string[]
  readonly aliveAt6: boolean | null
  readonly aliveAt12: boolean | null
  /** Share (0 to 1) by the scheme's own instrument. */
  readonly satisfaction: number | null
  /** Services of the edition that were done, or are promised as long as the designation runs. */
  readonly services: readonly string[]
}

/** One row for each designation of a case, oldest first. Pure, so that rows can be made again and checked from events. */
export function operatorCasesOf(state: CaseState, running: RunningEdition): readonly OperatorCase[] {
  return (state.designations ?? []).map((designation, number) => {
    const { office, on, answeredOn, accepted, metOn, plannedOn, endedOn } = designation
    return {
      number,
      office,
      designatedOn: on,
      accepted,
      open: endedOn === null && state.status === 'open',
      daysToAnswer: daysTo(on, answeredOn ?? endedOn),
      daysToFirstMeeting: daysTo(on, metOn),
      daysToPlan: daysTo(on, plannedOn),
      daysToDifficultyAnswer: answersOf(state, designation),
      ...visitsOf(state, running, designation),
      aliveAt6: aliveAt(6, state, running, designation),
      aliveAt12: aliveAt(12, state, running, designation),
      satisfaction: satisfactionOf(state, running, designation),
      services: boundServices(state, running, designation),
    }
  })
}

/** Whether a day lies in the time of a designation. */
function within(day: string, { on, endedOn }: Designation): boolean {
  return day >= on && (endedOn === null || day <= endedOn)
}

/** Days that are claimed can lie before the designation; nobody answers in less than none. */
function daysTo(from: string, to: string | null): number | null {
  return to === null ? null : Math.max(daysBetween(from, to), 0)
}

function answersOf({ difficulties }: CaseState, designation: Designation): readonly number[] {
  return difficulties.flatMap(({ on, resolvedOn }) =>
    resolvedOn !== null && within(on, designation) ? [Math.max(daysBetween(on, resolvedOn), 0)] : [],
  )
}

function visitsOf(
  state: CaseState,
  running: RunningEdition,
  designation: Designation,
): Pick<OperatorCase, 'visitsMade' | 'visitsOnTime' | 'visitsDue'> {
  const plan = visitPlan(state, running)
  const due = new Map(plan.map(({ number, on }) => [number, on]))
  const own = state.visits.filter(
    ({ number, byOffice, on }) => number !== null && byOffice === designation.office && within(on, designation),
  )
  const onTime = own.filter(({ number, on }) => on <= (due.get(number ?? 0) ?? on))
  const made = new Set(state.visits.map(({ number }) => number))
  const isAtWork = designation.accepted && designation.endedOn === null && state.status === 'open'
  return {
    visitsMade: own.length,
    visitsOnTime: onTime.length,
    visitsDue: isAtWork ? plan.filter(({ number }) => !made.has(number)).map(({ on }) => on) : [],
  }
}

/** Null for an operator who had left by then. */
function aliveAt(months: number, state: CaseState, running: RunningEdition, designation: Designation): boolean | null {
  const period = monitoringPeriod(state, running)
  if (!period || !designation.accepted) return null
  if (designation.endedOn !== null && designation.endedOn < addMonths(period.from, months)) return null
  return aliveAfter(months, state, running)
}

function satisfactionOf(state: CaseState, { edition }: RunningEdition, designation: Designation): number | null {
  const measures = new Set(
    edition.instruments.filter((each) => each.measures === 'satisfaction').map((each) => each.instrument),
  )
  const last = state.assessments.findLast(
    ({ instrument, score, on }) => score !== null && measures.has(instrument) && within(on, designation),
  )
  return last?.score ?? null
}

/** As long as the designation runs, all that the aid asks for; afterwards only what was done in its time. */
function boundServices(state: CaseState, { edition }: RunningEdition, designation: Designation): readonly string[] {
  const runs = designation.endedOn === null && state.status === 'open'
  return servicesFor(edition, state.aid)
    .filter(({ done }) => {
      if (runs) return true
      if (done === undefined) return designation.accepted
      const on = state.done[done]
      return on !== undefined && within(on, designation)
    })
    .map(({ service }) => service)
}
