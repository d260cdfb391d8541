import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  workingDaysBetween,
  type WorkingCalendar,
} from '../calendar.ts'
import type { Standstill } from './clock.ts'
import type { Role } from '../role.ts'
import type { Aid, Edition, Stage, Step } from './scheme.ts'

/** One step of the road together with the stage it belongs to. `perhaps`: whether it is asked for is not known yet. */
export type PlacedStep = { readonly stage: Stage; readonly step: Step; readonly perhaps?: boolean }

export function aidOf(edition: Edition, aid: string | null): Aid | undefined {
  return aid === null ? undefined : edition.aids.find((candidate) => candidate.aid === aid)
}

/**
 * The steps of an aid's road, in order, whoever walks it. A step that is only for some aids (`for` names aids or types
 * of aid) is left out for the others, and as long as no aid is chosen.
 */
export function stepsFor(edition: Edition, aid: string | null): readonly PlacedStep[] {
  const known = roads.get(edition) ?? new Map<string | null, readonly PlacedStep[]>()
  if (known.size === 0) roads.set(edition, known)
  const road = known.get(aid) ?? roadFor(edition, aid)
  known.set(aid, road)
  return road
}

/** An edition never changes, and its roads are asked for a hundred times a command. */
const roads = new WeakMap<Edition, Map<string | null, readonly PlacedStep[]>>()

function roadFor(edition: Edition, aid: string | null): readonly PlacedStep[] {
  const chosen = aidOf(edition, aid)
  return edition.journey.flatMap((stage) =>
    stage.steps.filter((step) => isForAid(step, chosen)).map((step) => ({ stage, step })),
  )
}

/** Every step of the edition, whatever the aid: for lists, checks and drawings. */
export function allSteps(edition: Edition): readonly PlacedStep[] {
  return edition.journey.flatMap((stage) => stage.steps.map((step) => ({ stage, step })))
}

export function findStep(edition: Edition, stepId: string): PlacedStep | undefined {
  return allSteps(edition).find((placed) => placed.step.step === stepId)
}

export function stageOfStep(edition: Edition, stepId: string): Stage | undefined {
  return findStep(edition, stepId)?.stage
}

/**
 * Ids of the steps that must be done before this one: those it names in `needs`, otherwise every step before it that
 * is not optional; steps that this road does not have are never asked for. Empty for an unknown step.
 */
export function requiredBefore(road: readonly PlacedStep[], stepId: string): readonly string[] {
  const known = needed.get(road) ?? new Map<string, readonly string[]>()
  needed.set(road, known)
  const before = known.get(stepId) ?? stepsBefore(road, stepId)
  known.set(stepId, before)
  return before
}

/** A road never changes either, and every step of it asks. */
const needed = new WeakMap<readonly PlacedStep[], Map<string, readonly string[]>>()

function stepsBefore(road: readonly PlacedStep[], stepId: string): readonly string[] {
  const at = road.findIndex((placed) => placed.step.step === stepId)
  const needs = road[at]?.step.needs
  if (needs) return needs.filter((need) => road.some((placed) => placed.step.step === need))
  return road
    .slice(0, Math.max(at, 0))
    .filter((placed) => placed.step.optional !== true)
    .map((placed) => placed.step.step)
}

/** Steps that can be done now: not done yet, and everything they need is done. Optional steps are among them. */
export function openSteps(
  road: readonly PlacedStep[],
  doneOn: Readonly<Record<string, string>>,
): readonly PlacedStep[] {
  return road.filter(
    ({ step }) =>
      doneOn[step.step] === undefined && requiredBefore(road, step.step).every((need) => doneOn[need] !== undefined),
  )
}

/**
 * The road of one person: a step with `when` is left out where its rule is not met. As long as that is not known, it
 * is there as a step that nobody owes, marked `perhaps`.
 */
export function roadWhen(
  road: readonly PlacedStep[],
  holds: (rule: string, step: Step) => 'met' | 'not-met' | 'not-known',
): readonly PlacedStep[] {
  return road.flatMap((placed) => {
    const { when } = placed.step
    const result = when === undefined ? 'met' : holds(when, placed.step)
    if (result === 'not-met') return []
    return result === 'met' ? [placed] : [{ ...placed, step: { ...placed.step, optional: true }, perhaps: true }]
  })
}

function isForAid(step: Step, chosen: Aid | undefined): boolean {
  if (step.for === undefined) return true
  return chosen !== undefined && (step.for.includes(chosen.type) || step.for.includes(chosen.aid))
}

/**
 * The date by which a step is due (`YYYY-MM-DD`), or null when it has no deadline or the clock has not started.
 * `doneOn` maps step ids, and `departure`, `arrival`, `first-payment`, to dates; the day itself is not counted.
 * Weekends and holidays matter for working days only; a shortened day (Ramadan) counts as a day. Time that it stood
 * still is added, counted as the deadline counts; while it stands still nothing is due.
 */
export function dueOn(
  step: Step,
  doneOn: Readonly<Record<string, string>>,
  calendar: WorkingCalendar,
  pauses: readonly Standstill[] = [],
): string | null {
  const deadline = step.deadline
  const start = deadline === undefined ? undefined : doneOn[deadline.after]
  if (deadline === undefined || start === undefined) return null
  if (pauses.some(({ until }) => until === null)) return null
  const stood = pauses.map(({ from, until }) => [from < start ? start : from, until ?? from] as const)
  const days = stood.reduce((sum, [from, until]) => sum + Math.max(daysBetween(from, until), 0), 0)
  switch (deadline.unit) {
    case 'days':
      return addDays(start, deadline.within + days)
    case 'working-days': {
      const workingDays = stood.map(([from, until]) => Math.max(workingDaysBetween(from, until, calendar), 0))
      return addWorkingDays(
        start,
        workingDays.reduce((sum, each) => sum + each, deadline.within),
        calendar,
      )
    }
    case 'months':
      return addDays(addMonths(start, deadline.within), days)
  }
}

/** Every role that the road and the follow-up of an edition count on, in the order in which they come in. */
export function rolesIn({ journey, monitoring }: Edition): readonly Role[] {
  const steps = journey.flatMap((stage) =>
    stage.steps.flatMap(({ by, approvedBy }) => [by, ...(approvedBy ? [approvedBy] : [])]),
  )
  return [...new Set([...steps, ...(monitoring ? [monitoring.visits.by] : [])])]
}
