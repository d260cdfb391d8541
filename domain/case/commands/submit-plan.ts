import { amount, date, longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct, undecided } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import { aboveCeiling } from '../money-of-case.ts'
import { requestOf } from '../project-version.ts'

/**
 * The business or employment plan, with the amount it asks for in minor units. Handing it in again replaces it until
 * the file lies before the committee. Refusals: `already-decided`, `already-submitted`, `amount-zero`,
 * `amount-above-need` (more than the study leaves to be financed), `amount-above-ceiling`, `date-ahead`,
 * `date-too-early`. Made from a saved version, the amount is that version's: typed beside it, it is refused
 * (`version-decides`); without one it is needed (`invalid-input`).
 */
export const submitPlan = caseCommand({
  name: 'submit-plan',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'employment-adviser'],
  stages: ['project'],
  fulfils: 'plan',
  again: true,
  offices: ['operator', 'custody'],
  fields: {
    project: optional(pick('projects')),
    requested: optional(amount()),
    document: optional(pick('documents')),
    text: longText(),
    on: date(),
  },
  when: undecided,
  decide(state, { document, text, on, ...typed }, circumstances) {
    const step = stepToFulfil(submitPlan, state, circumstances)
    if (step.refused) return step
    const { running } = circumstances
    const asked = requestOf(state, typed)
    if (asked.refused) return asked
    const { requested } = asked.value
    const { currency } = running.scheme
    const need = state.feasibility === null ? null : state.feasibility.cost - state.feasibility.ownContribution
    const refusal = firstRefusal(
      dayOfAct(on, state, circumstances),
      requested === 0 && refuse('amount-zero', {}, 'requested'),
      need !== null &&
        requested > need &&
        refuse('amount-above-need', { amount: requested, need, currency }, 'requested'),
      aboveCeiling(requested, state, running, 'requested'),
    )
    if (refusal) return refusal
    const data = { step: step.value.step, on, document: document ?? null, text, ...asked.value }
    return accept({ events: [{ type: 'plan-submitted', data }] })
  },
})
