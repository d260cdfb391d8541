import { addMonths } from '../calendar.ts'
import type { Role } from '../role.ts'
import { dueOn, openSteps, requiredBefore, stepsFor } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Step, StepKind } from '../scheme/scheme.ts'
import { monitoringPeriod, visitPlan } from './monitoring.ts'
import { officeFor } from './office-of-role.ts'
import type { AwardTranche, CaseState } from './state.ts'

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
  /** The tranche, the difficulty, the report. */
  readonly ref?: string
}

type Asking = { readonly state: CaseState; readonly running: RunningEdition; readonly holidays: readonly string[] }

/**
 * Who owes what on this case now, derived from the state alone: when custody or the operator changes, what is owed
 * changes hands with it. A closed case owes nothing; after a withdrawal or a re-migration, only what is under way
 * with custody and money, and the closure. Appointments are dates, not debts: they are read from the state.
 */
export function obligationsOf(
  state: CaseState,
  running: RunningEdition,
  holidays: readonly string[],
): readonly Obligation[] {
  if (state.status === 'closed' || state.version === 0) return []
  const asking = { state, running, holidays }
  const custody = custodyAnswer(asking)
  if (hasLeft(state)) return [...custody, ...moneyUnderWay(asking), ...closing(asking)]
  return [
    ...custody,
    ...designationAnswer(asking),
    ...stepsOwed(asking),
    ...moneyUnderWay(asking),
    ...visitsOwed(asking),
    ...ownVisitsOwed(asking),
    ...reportsOwed(asking),
    ...difficultiesOwed(state),
  ]
}

/** The person withdrew or left again: what remains is to close the case. */
export function hasLeft(state: CaseState): boolean {
  return state.withdrewOn !== null || state.remigratedOn !== null
}

/** The date by which a step of this case is due, or null. */
export function stepDueOn(step: Step, state: CaseState, holidays: readonly string[]): string | null {
  return dueOn(step, { ...state.done, ...state.marks }, holidays)
}

/** The day since when a step can be done: that of the last thing it needed. */
export function stepOpenSince(step: Step, state: CaseState, { edition }: RunningEdition): string {
  const needed = requiredBefore(edition, step.step, state.aid).map((need) => state.done[need] ?? '')
  return needed.reduce((last, day) => (day > last ? day : last), state.registeredOn)
}

function custodyAnswer({ state, running, holidays }: Asking): Obligation[] {
  const { offeredTo } = state.custody
  if (offeredTo === null) return []
  const step = openSteps(running.edition, state.aid, state.done).find((placed) => placed.step.kind === 'custody')?.step
  return [
    {
      key: 'custody',
      kind: 'custody',
      step: step?.step ?? null,
      role: 'coordinator',
      office: offeredTo,
      opensOn: null,
      dueOn: step ? stepDueOn(step, state, holidays) : null,
      source: step?.deadline?.source ?? step?.source ?? null,
    },
  ]
}

function designationAnswer({ state, running, holidays }: Asking): Obligation[] {
  if (!state.operator || state.operator.accepted) return []
  const step = openSteps(running.edition, state.aid, state.done).find(({ step }) => step.kind === 'designation')?.step
  return [
    {
      key: 'designation-answer',
      kind: 'designation-answer',
      step: step?.step ?? null,
      role: 'adviser',
      office: state.operator.office,
      opensOn: state.operator.since,
      dueOn: step ? stepDueOn(step, state, holidays) : null,
      source: step?.deadline?.source ?? step?.source ?? null,
    },
  ]
}

/** Steps asked for elsewhere while they are under way (an offer, a plan of visits), and a closure before its time. */
function isOwedOtherwise(step: Step, asking: Asking): boolean {
  const { state } = asking
  switch (step.kind) {
    case 'custody':
      return state.custody.offeredTo !== null
    case 'designation':
      return state.operator !== null && !state.operator.accepted
    case 'payment':
      return moneyUnderWay(asking).length > 0
    case 'visit':
      return visitsOwed(asking).length + ownVisitsOwed(asking).length > 0
    case 'report':
      return reportsOwed(asking).length > 0
    case 'closure':
      return visitsOwed(asking).length + reportsOwed(asking).length + moneyUnderWay(asking).length > 0
    default:
      return false
  }
}

function stepsOwed(asking: Asking): Obligation[] {
  const { state, running } = asking
  return openSteps(running.edition, state.aid, state.done)
    .map(({ step }) => step)
    .filter((step) => step.optional !== true || isUnderWay(step, state))
    .filter((step) => !isOwedOtherwise(step, asking))
    .map((step) => stepOwed(step, asking))
}

function isUnderWay(step: Step, state: CaseState): boolean {
  if (step.kind === 'idea') return state.idea !== null
  return step.kind === 'committee' && state.submission !== null
}

function stepOwed(step: Step, { state, running, holidays }: Asking): Obligation {
  const role = nextRole(step, state)
  return {
    key: `step:${step.step}`,
    kind: 'step',
    step: step.step,
    role,
    office: officeFor(role, state),
    opensOn: stepOpenSince(step, state, running),
    dueOn: stepDueOn(step, state, holidays),
    source: step.deadline?.source ?? step.source,
  }
}

/** Whose turn it is on a step: whoever does it, or, once it was handed in, whoever answers. */
export function nextRole(step: Step, state: CaseState): Role {
  if (step.kind === 'idea' && state.idea?.state === 'submitted') return step.approvedBy ?? 'coordinator'
  if (step.kind === 'committee') return state.submission === null ? 'coordinator' : 'committee-secretary'
  return step.by
}

function moneyUnderWay(asking: Asking): Obligation[] {
  return (asking.state.award?.tranches ?? []).flatMap((tranche) => moneyOwed(tranche, asking))
}

function moneyOwed(tranche: AwardTranche, { state, running }: Asking): Obligation[] {
  if (tranche.state !== 'requested' && tranche.state !== 'released') return []
  const released = tranche.state === 'released'
  const role = released ? 'finance-officer' : 'payment-approver'
  return [
    {
      key: `${released ? 'payment' : 'tranche'}:${tranche.tranche}`,
      kind: released ? 'payment' : 'tranche',
      step: stepOfKind('payment', state, running),
      role,
      office: officeFor(role, state),
      opensOn: null,
      dueOn: null,
      source: null,
      ref: tranche.tranche,
    },
  ]
}

function visitsOwed({ state, running }: Asking): Obligation[] {
  const { monitoring } = running.edition
  if (!monitoring) return []
  const made = new Set(state.visits.map((visit) => visit.number))
  const { by, source } = monitoring.visits
  return visitPlan(state, running)
    .filter(({ number }) => !made.has(number))
    .map(({ number, opensOn, on }) => ({
      ...monitoringDebt('visit', `visit:${number}`, by, { state, running }),
      opensOn,
      dueOn: on,
      source,
      number,
    }))
}

function ownVisitsOwed({ state, running }: Asking): Obligation[] {
  const period = monitoringPeriod(state, running)
  const own = running.edition.monitoring?.ownVisits
  if (!period || !own) return []
  const made = state.visits.filter((visit) => visit.number === null && visit.finding !== 'not-met').length
  return Array.from({ length: Math.max(own.atLeast - made, 0) }, (_, index) => ({
    ...monitoringDebt('own-visit', `own-visit:${made + index + 1}`, own.by, { state, running }),
    opensOn: period.from,
    dueOn: period.until,
    source: own.source,
    number: made + index + 1,
  }))
}

/** A report due at the end of the monitoring moves with its renewal. */
function reportsOwed({ state, running }: Asking): Obligation[] {
  const period = monitoringPeriod(state, running)
  const { monitoring } = running.edition
  if (!period || !monitoring) return []
  return monitoring.reports
    .filter(({ report }) => !state.reports.some((each) => each.report === report))
    .map(({ report, at, by, source }) => {
      const due = at >= monitoring.months ? period.until : addMonths(period.from, at)
      return {
        ...monitoringDebt('report', `report:${report}`, by, { state, running }),
        opensOn: addMonths(due, -1),
        dueOn: due,
        source,
        ref: report,
      }
    })
}

function monitoringDebt(
  kind: 'visit' | 'own-visit' | 'report',
  key: string,
  role: Role,
  { state, running }: Omit<Asking, 'holidays'>,
): Obligation {
  const step = stepOfKind(kind === 'report' ? 'report' : 'visit', state, running)
  return { key, kind, step, role, office: officeFor(role, state), opensOn: null, dueOn: null, source: null }
}

/** The first step of this kind that is not done, else the last one. */
function stepOfKind(kind: StepKind, state: CaseState, { edition }: RunningEdition): string | null {
  const steps = stepsFor(edition, state.aid).filter(({ step }) => step.kind === kind)
  const next = steps.find(({ step }) => state.done[step.step] === undefined) ?? steps.at(-1)
  return next?.step.step ?? null
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
  const placed = stepsFor(running.edition, state.aid).findLast(({ step }) => step.kind === 'closure')
  const role = placed?.step.by ?? 'coordinator'
  return [
    {
      key: `step:${placed?.step.step ?? 'closure'}`,
      kind: 'step',
      step: placed?.step.step ?? null,
      role,
      office: officeFor(role, state),
      opensOn: state.withdrewOn ?? state.remigratedOn,
      dueOn: null,
      source: placed?.step.source ?? null,
    },
  ]
}
