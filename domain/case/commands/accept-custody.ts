import { date } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/**
 * The office that was offered the case answers for it from now on; whatever is owed moves along. Refusals:
 * `not-offered`, `date-ahead`, `date-too-early`.
 */
export const acceptCustody = caseCommand({
  name: 'accept-custody',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  fulfils: 'custody',
  stepRole: 'any',
  again: true,
  offices: ['offered'],
  fields: { on: date() },
  decide(state, { on }, circumstances) {
    const { office: from, offeredTo: to, since } = state.custody
    if (to === null) return refuse('not-offered')
    const step = stepToFulfil(acceptCustody, state, circumstances)
    if (step.refused) return step
    const refusal = dayOfAct(on, state, circumstances, since)
    if (refusal) return refusal
    return accept({ events: [{ type: 'custody-accepted', data: { step: step.value.step, on, from, to } }] })
  },
})
