import { addMonths } from '../calendar.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { monitoringPeriod } from './monitoring.ts'
import type { CaseState } from './state.ts'

/**
 * Whether the project was alive so many months after the monitoring began: by the first visit from a month before that
 * day on; before it, by what ended the project. Null as long as nobody has seen it.
 */
export function aliveAfter(months: number, state: CaseState, running: RunningEdition): boolean | null {
  const period = monitoringPeriod(state, running)
  if (!period) return null
  const day = addMonths(period.from, months)
  const seen = state.visits.filter(({ finding }) => finding !== 'not-met').toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const then = seen.find(({ on }) => on >= addMonths(period.from, months - 1))
  if (then) return then.finding !== 'stopped'
  const left = [state.withdrewOn, state.remigratedOn].some((on) => on !== null && on <= day)
  return left || seen.at(-1)?.finding === 'stopped' ? false : null
}
