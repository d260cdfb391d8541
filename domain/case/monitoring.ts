import { addMonths } from '../calendar.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

/** From when until when the case is monitored; null before it starts, and where the scheme has no monitoring. */
export function monitoringPeriod(
  state: CaseState,
  running: RunningEdition,
): { readonly from: string; readonly until: string } | null {
  const { monitoring } = running.edition
  const from = monitoring && monitoringStart(state, running, monitoring.starts)
  if (!monitoring || from === undefined) return null
  return { from, until: state.renewal?.until ?? addMonths(from, monitoring.months) }
}

function monitoringStart(state: CaseState, running: RunningEdition, starts: string): string | undefined {
  if (starts !== 'first-contact') return state.marks[starts]
  const contact = stepsOf(state, running).find(({ step }) => step.kind === 'first-contact')
  return contact && state.done[contact.step.step]
}

export type PlannedVisit = { readonly number: number; readonly opensOn: string; readonly on: string }

/**
 * The visits that the monitoring foresees, counted from 1: the edition's months after the start, again for each
 * renewal, up to the end of the monitoring. A visit may be made from the month before its date.
 */
export function visitPlan(state: CaseState, running: RunningEdition): readonly PlannedVisit[] {
  const period = monitoringPeriod(state, running)
  const { monitoring } = running.edition
  if (!period || !monitoring) return []
  const rounds = Array.from({ length: 1 + (state.renewal?.times ?? 0) }, (_, round) => round * monitoring.months)
  return rounds
    .flatMap((base) => monitoring.visits.at.map((at) => base + at))
    .map((month) => ({
      on: addMonths(period.from, month),
      opensOn: addMonths(period.from, Math.max(month - 1, 0)),
    }))
    .filter(({ on }) => on <= period.until)
    .map((visit, index) => ({ number: index + 1, ...visit }))
}
