import { choice, date, longText, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import type { RunningEdition } from '../../scheme/rules.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import type { CaseState } from '../state.ts'
import { stepsOf } from '../steps-of-case.ts'

/**
 * The interim or the final report of the monitoring. Refusals: `report-not-asked`, `already-reported`, `already-done`,
 * `step-needs`, `role-may-not`, `date-ahead`, `date-too-early`.
 */
export const submitReport = caseCommand({
  name: 'submit-report',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'coordinator', 'employment-adviser'],
  stages: ['launch', 'monitoring'],
  fulfils: 'report',
  offices: ['operator', 'custody'],
  fields: { report: choice(['interim', 'final']), text: longText(), documents: picks('documents'), on: date() },
  decide(state, { report, text, documents, on }, circumstances) {
    const place = placeOfReport(report, state, circumstances.running)
    if (place === undefined) return refuse('report-not-asked', { report }, 'report')
    const refusal = firstRefusal(
      state.reports.some((each) => each.report === report) && refuse('already-reported', { report }, 'report'),
      dayOfAct(on, state, circumstances),
    )
    if (refusal) return refusal
    const step = stepToFulfil(submitReport, state, circumstances, place.step)
    if (step.refused) return step
    const data = { ...place, on, report, text, documents: [...new Set(documents)] }
    return accept({ events: [{ type: 'report-submitted', data }] })
  },
})

/** The edition's reports and the road's report steps go in pairs, the last with the last; earlier ones may share a step. */
function placeOfReport(
  report: string,
  state: CaseState,
  running: RunningEdition,
): { readonly step: string; readonly complete: boolean } | undefined {
  const reports = running.edition.monitoring?.reports ?? []
  const steps = stepsOf(state, running).filter(({ step }) => step.kind === 'report')
  const index = reports.findIndex((each) => each.report === report)
  const at = steps.length - reports.length + index
  const step = steps[Math.max(at, 0)]?.step.step
  return index < 0 || step === undefined ? undefined : { step, complete: at >= 0 }
}
