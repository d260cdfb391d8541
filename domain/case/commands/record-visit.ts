import { amount, choice, date, longText, optional, picks } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import { placeOfVisit } from '../visits.ts'

export const findings = ['on-course', 'needs-support', 'stopped', 'not-met'] as const

/**
 * A visit by the operator, numbered along the plan, or the office's own; income in minor units for the month before.
 * A visit that did not meet the person does not count. Refusals: `no-such-step`, `date-ahead`, `date-too-early`.
 */
export const recordVisit = caseCommand({
  name: 'record-visit',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'coordinator', 'employment-adviser'],
  stages: ['launch', 'monitoring'],
  fulfils: 'visit',
  again: true,
  offices: ['operator', 'custody'],
  fields: {
    on: date(),
    finding: choice(findings),
    income: optional(amount()),
    documents: picks('documents'),
    text: longText(),
  },
  decide(state, { on, finding, income, documents, text }, circumstances) {
    const step = stepToFulfil(recordVisit, state, circumstances)
    if (step.refused) return step
    const refusal = dayOfAct(on, state, circumstances, state.marks['departure'])
    if (refusal) return refusal
    const { number, complete } = placeOfVisit(step.value, finding, state, circumstances.running)
    const data = {
      step: step.value.step,
      on,
      visit: circumstances.id('visit'),
      number,
      finding,
      income: income ?? null,
      documents: [...new Set(documents)],
      text,
      byOffice: circumstances.actor.office,
      complete,
    }
    return accept({ events: [{ type: 'visit-recorded', data }] })
  },
})
