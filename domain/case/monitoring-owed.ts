import { addMonths } from '../calendar.ts'
import type { Role } from '../role.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Step } from '../scheme/scheme.ts'
import { monitoringPeriod, visitPlan } from './monitoring.ts'
import type { Obligation } from './obligations.ts'
import { officeFor } from './office-of-role.ts'
import type { CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

/** What the monitoring still asks for: the visits of its plan, the office's own visits, the reports. */
export function monitoringOwed(state: CaseState, running: RunningEdition): readonly Obligation[] {
  return [...visitsOwed(state, running), ...ownVisitsOwed(state, running), ...reportsOwed(state, running)]
}

function visitsOwed(state: CaseState, running: RunningEdition): Obligation[] {
  const { monitoring } = running.edition
  if (!monitoring) return []
  const { by, source } = monitoring.visits
  const made = new Set(state.visits.map((visit) => visit.number))
  const step = visitStep(by, state, running)
  return visitPlan(state, running)
    .filter(({ number }) => !made.has(number))
    .map(({ number, opensOn, on }) => ({
      key: `visit:${number}`,
      kind: 'visit',
      step,
      role: by,
      office: officeFor(by, state),
      opensOn,
      dueOn: on,
      source,
      number,
    }))
}

function ownVisitsOwed(state: CaseState, running: RunningEdition): Obligation[] {
  const period = monitoringPeriod(state, running)
  const own = running.edition.monitoring?.ownVisits
  if (!period || !own) return []
  const { by, source } = own
  const made = state.visits.filter((visit) => visit.number === null && visit.finding !== 'not-met').length
  const step = visitStep(by, state, running)
  return Array.from({ length: Math.max(own.atLeast - made, 0) }, (_, index) => ({
    key: `own-visit:${made + index + 1}`,
    kind: 'own-visit',
    step,
    role: by,
    office: officeFor(by, state),
    opensOn: period.from,
    dueOn: period.until,
    source,
    number: made + index + 1,
  }))
}

/** A report due at the end of the monitoring moves with its renewal. */
function reportsOwed(state: CaseState, running: RunningEdition): Obligation[] {
  const period = monitoringPeriod(state, running)
  const { monitoring } = running.edition
  if (!period || !monitoring) return []
  const steps = stepsOfKind('report', state, running)
  return monitoring.reports.flatMap(({ report, at, by, source }, index) => {
    if (state.reports.some((each) => each.report === report)) return []
    const due = at >= monitoring.months ? period.until : addMonths(period.from, at)
    // Reports and report steps go in pairs, the last with the last; earlier reports may share a step.
    const step = steps[Math.max(steps.length - monitoring.reports.length + index, 0)]?.step ?? null
    const opensOn = addMonths(due, -1)
    return [
      {
        key: `report:${report}`,
        kind: 'report',
        step,
        role: by,
        office: officeFor(by, state),
        opensOn,
        dueOn: due,
        source,
        ref: report,
      },
    ]
  })
}

/** The visits' step of this role that is not done, else its last, else any. */
function visitStep(by: Role, state: CaseState, running: RunningEdition): string | null {
  const steps = stepsOfKind('visit', state, running)
  const own = steps.filter((step) => step.by === by)
  const next = own.find((step) => state.done[step.step] === undefined)
  return (next ?? own.at(-1) ?? steps.at(-1))?.step ?? null
}

function stepsOfKind(kind: Step['kind'], state: CaseState, running: RunningEdition): readonly Step[] {
  return stepsOf(state, running)
    .map(({ step }) => step)
    .filter((step) => step.kind === kind)
}
