import type { WorkingCalendar } from '../calendar.ts'
import type { Role } from '../role.ts'
import { openSteps, requiredBefore } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Step, StepKind } from '../scheme/scheme.ts'
import { clockOwed, stepDueOn } from './deadlines.ts'
import { monitoringPeriod } from './monitoring.ts'
import { monitoringOwed } from './monitoring-owed.ts'
import { officeFor } from './office-of-role.ts'
import { signaturesOwed } from './signatures-owed.ts'
import { liveSignings } from './signing.ts'
import type { AwardTranche, CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'
import type { Condition } from './tranches.ts'
import { paymentStep, unprovenConditions } from './tranches.ts'

export type ObligationKind =
  | 'step'
  | 'visit'
  | 'report'
  | 'own-visit'
  | 'custody'
  | 'tranche'
  | 'payment'
  | 'difficulty'
  | 'designation-answer'
  | 'signature'
  | 'escalation'
  | 'by-itself'

/** One thing that somebody owes on a case. Two obligations of one case never share a key. */
export type Obligation = {
  readonly key: string
  readonly kind: ObligationKind
  /** The step of the journey it belongs to, where there is one. */
  readonly step: string | null
  readonly role: Role
  /** The office that owes it; null = whichever office plays this role in the scheme (finance, committee). */
  readonly office: string | null
  readonly opensOn: string | null
  readonly dueOn: string | null
  /** Id of the source that the deadline or the plan rests on. */
  readonly source: string | null
  /** Which visit of the plan, counted from 1. */
  readonly number?: number
  /** The tranche, the difficulty, the report, the party that still has to sign. */
  readonly ref?: string
}

type Asking = { readonly state: CaseState; readonly running: RunningEdition; readonly calendar: WorkingCalendar }

/**
 * Who owes what on this case now, derived from the state alone: when custody or the operator changes, what is owed
 * changes hands with it. A closed case owes nothing; one that is ending, only what is under way with custody and
 * money, and the closure. Appointments are dates, not debts: they are read from the state.
 */
export function obligationsOf(
  state: CaseState,
  running: RunningEdition,
  calendar: WorkingCalendar,
): readonly Obligation[] {
  if (state.status === 'closed' || state.version === 0) return []
  const asking = { state, running, calendar }
  const custody = custodyAnswer(asking)
  if (isEnding(state)) return [...custody, ...moneyUnderWay(asking), ...closing(asking)]
  const owed = [
    ...custody,
    ...designationAnswer(asking),
    ...stepsOwed(asking),
    ...signaturesOwed(state, running, calendar),
    ...moneyUnderWay(asking),
    ...monitoringOwed(state, running),
    ...difficultiesOwed(state),
  ]
  return [...owed, ...clockOwed(owed, state, running, calendar)]
}

/** What remains is to close the case: the person withdrew, left again, or is not eligible. */
export function isEnding(state: CaseState): boolean {
  return hasLeft(state) || state.verdict?.result === 'not-met'
}

/** The person withdrew or left the country again. */
export function hasLeft(state: CaseState): boolean {
  return state.withdrewOn !== null || state.remigratedOn !== null
}

/** The day since when a step can be done: that of the last thing it needed. */
export function stepOpenSince(step: Step, state: CaseState, running: RunningEdition): string {
  const needed = requiredBefore(stepsOf(state, running), step.step).map((need) => state.done[need] ?? '')
  return needed.reduce((last, day) => (day > last ? day : last), state.registeredOn)
}

function custodyAnswer({ state, running, calendar }: Asking): Obligation[] {
  const { offeredTo } = state.custody
  if (offeredTo === null) return []
  const step = openSteps(stepsOf(state, running), state.done).find((placed) => placed.step.kind === 'custody')?.step
  return [
    {
      key: 'custody',
      kind: 'custody',
      step: step?.step ?? null,
      role: step?.by ?? 'coordinator',
      office: offeredTo,
      opensOn: null,
      dueOn: step ? stepDueOn(step, state, calendar) : null,
      source: step?.deadline?.source ?? step?.source ?? null,
    },
  ]
}

function designationAnswer({ state, running, calendar }: Asking): Obligation[] {
  if (!state.operator || state.operator.accepted) return []
  const step = openSteps(stepsOf(state, running), state.done).find(({ step }) => step.kind === 'designation')?.step
  return [
    {
      key: 'designation-answer',
      kind: 'designation-answer',
      step: step?.step ?? null,
      role: 'adviser',
      office: state.operator.office,
      opensOn: state.operator.since,
      dueOn: step ? stepDueOn(step, state, calendar) : null,
      source: step?.deadline?.source ?? step?.source ?? null,
    },
  ]
}

/** Steps asked for elsewhere while they are under way (an offer, a plan of visits), and a closure before its time. */
function isOwedOtherwise(step: Step, asking: Asking): boolean {
  const { state, running } = asking
  switch (step.kind) {
    case 'custody':
      return state.custody.offeredTo !== null
    case 'designation':
      return state.operator !== null && !state.operator.accepted
    case 'payment':
      return moneyUnderWay(asking).length > 0 || waitsForVisit(asking)
    case 'agreement':
      return liveSignings(state).some((signing) => signing.step === step.step)
    case 'visit':
    case 'report':
      return isBeforeMonitoring(asking) || monitoringOwed(state, running).some((owed) => owed.step === step.step)
    case 'closure':
      return !isEndOfRoad(asking)
    default:
      return false
  }
}

/** The monitoring has not begun, and something else must be done before it can. */
function isBeforeMonitoring({ state, running }: Asking): boolean {
  if (!running.edition.monitoring || monitoringPeriod(state, running) !== null) return false
  return isAnythingLeft(state, running, ['visit', 'report', 'closure'])
}

function isEndOfRoad(asking: Asking): boolean {
  const { state, running } = asking
  const owed = monitoringOwed(state, running).length + moneyUnderWay(asking).length
  return owed === 0 && !isAnythingLeft(state, running, ['closure'])
}

/** Whether a required step is undone, leaving steps of these kinds aside. */
function isAnythingLeft(state: CaseState, running: RunningEdition, aside: readonly StepKind[]): boolean {
  return stepsOf(state, running).some(
    ({ step }) => !aside.includes(step.kind) && step.optional !== true && state.done[step.step] === undefined,
  )
}

/** The next tranche is released on a visit that is still to be made: the visit is owed, not the payment. */
function waitsForVisit({ state, running }: Asking): boolean {
  const isVisitOwed = monitoringOwed(state, running).some(({ kind }) => kind === 'visit' || kind === 'own-visit')
  return isVisitOwed && unproven(state, running).some(({ proof }) => proof === 'visit')
}

/** What nothing on the case proves yet of the next tranche's conditions. */
function unproven(state: CaseState, running: RunningEdition): readonly Condition[] {
  const next = state.award?.tranches.find((tranche) => tranche.state === 'waiting')
  const documents = state.documents.map(({ document }) => document)
  return next ? unprovenConditions(next.tranche, documents, true, state, running) : []
}

function stepsOwed(asking: Asking): Obligation[] {
  const { state, running } = asking
  return openSteps(stepsOf(state, running), state.done)
    .map(({ step }) => step)
    .filter((step) => step.optional !== true || isUnderWay(step, state))
    .filter((step) => !isOwedOtherwise(step, asking))
    .map((step) => stepOwed(step, asking))
}

function isUnderWay(step: Step, state: CaseState): boolean {
  if (step.kind === 'idea') return state.idea !== null
  return step.kind === 'committee' && state.submission !== null
}

function stepOwed(step: Step, { state, running, calendar }: Asking): Obligation {
  const role = nextRole(step, state, running)
  return {
    key: `step:${step.step}`,
    kind: 'step',
    step: step.step,
    role,
    office: officeFor(role, state),
    opensOn: stepOpenSince(step, state, running),
    dueOn: stepDueOn(step, state, calendar),
    source: step.deadline?.source ?? step.source,
  }
}

/**
 * Whose turn it is on a step: whoever does it; once it was handed in, whoever answers; who hands the case over before
 * somebody can take it; who works with the person as long as a payment lacks its papers; who has the case closes it.
 */
export function nextRole(step: Step, state: CaseState, running: RunningEdition): Role {
  switch (step.kind) {
    case 'idea':
      return state.idea?.state === 'submitted' ? (step.approvedBy ?? step.by) : step.by
    case 'committee':
      return state.submission === null ? 'coordinator' : 'committee-secretary'
    case 'custody':
      return state.custody.offeredTo === null ? roleBefore(step, state, running) : step.by
    case 'payment':
      return unproven(state, running).length === 0 ? step.by : state.operator ? 'adviser' : 'coordinator'
    case 'closure':
      return roleOfHolder(step, state, running)
    default:
      return step.by
  }
}

/** Whoever has the case closes it: before the hand-over that is who would hand it over. */
function roleOfHolder(closure: Step, state: CaseState, running: RunningEdition): Role {
  const placed = stepsOf(state, running).find(({ step }) => step.kind === 'custody')
  if (!placed || state.done[placed.step.step] !== undefined) return closure.by
  return roleBefore(placed.step, state, running)
}

function roleBefore(step: Step, state: CaseState, running: RunningEdition): Role {
  const steps = stepsOf(state, running).map((placed) => placed.step)
  return steps[steps.findIndex((each) => each.step === step.step) - 1]?.by ?? step.by
}

function moneyUnderWay(asking: Asking): Obligation[] {
  return (asking.state.award?.tranches ?? []).flatMap((tranche) => moneyOwed(tranche, asking))
}

function moneyOwed(tranche: AwardTranche, { state, running, calendar }: Asking): Obligation[] {
  if (tranche.state !== 'requested' && tranche.state !== 'released') return []
  const released = tranche.state === 'released'
  const role = released ? 'finance-officer' : 'payment-approver'
  const step = paymentStep(tranche.tranche, state, running)?.step
  return [
    {
      key: `${released ? 'payment' : 'tranche'}:${tranche.tranche}`,
      kind: released ? 'payment' : 'tranche',
      step: step?.step ?? null,
      role,
      office: officeFor(role, state),
      opensOn: null,
      dueOn: step ? stepDueOn(step, state, calendar) : null,
      source: step?.deadline?.source ?? step?.source ?? null,
      ref: tranche.tranche,
    },
  ]
}

function difficultiesOwed(state: CaseState): Obligation[] {
  return state.difficulties
    .filter(({ resolvedOn }) => resolvedOn === null)
    .map(({ difficulty, on }) => ({
      key: `difficulty:${difficulty}`,
      kind: 'difficulty',
      step: null,
      role: 'adviser',
      office: officeFor('adviser', state),
      opensOn: on,
      dueOn: null,
      source: null,
      ref: difficulty,
    }))
}

function closing({ state, running }: Asking): Obligation[] {
  const placed = stepsOf(state, running).findLast(({ step }) => step.kind === 'closure')
  const role = placed ? nextRole(placed.step, state, running) : 'coordinator'
  return [
    {
      key: `step:${placed?.step.step ?? 'closure'}`,
      kind: 'step',
      step: placed?.step.step ?? null,
      role,
      office: officeFor(role, state),
      opensOn: state.withdrewOn ?? state.remigratedOn ?? state.verdict?.on ?? null,
      dueOn: null,
      source: placed?.step.source ?? null,
    },
  ]
}
