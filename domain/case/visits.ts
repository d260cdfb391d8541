import type { RunningEdition } from '../scheme/rules.ts'
import type { Step } from '../scheme/scheme.ts'
import { visitPlan } from './monitoring.ts'
import type { CaseState } from './state.ts'

/**
 * Which visit this is and whether the plan is fulfilled with it. The operator's visits are counted from 1, the lowest
 * number that is free; the office's own visits, and those that did not meet the person, have none.
 */
export function placeOfVisit(
  step: Step,
  finding: string,
  state: CaseState,
  running: RunningEdition,
): { readonly number: number | null; readonly complete: boolean } {
  const { monitoring } = running.edition
  if (finding === 'not-met') return { number: null, complete: false }
  if (monitoring && step.by !== monitoring.visits.by) {
    const made = state.visits.filter((each) => each.step === step.step && each.finding !== 'not-met').length
    return { number: null, complete: made + 1 === (monitoring.ownVisits?.atLeast ?? 1) }
  }
  const made = new Set(state.visits.map((each) => each.number))
  let number = 1
  while (made.has(number)) number += 1
  const planned = visitPlan(state, running).length || monitoring?.visits.at.length || 1
  return { number, complete: number === planned }
}
