import { date, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/**
 * Who left, and on which day: from here the deadlines of the arrival run. Refusals: `nobody-travels`,
 * `not-a-traveller`, `date-ahead`, `date-too-early`.
 */
export const confirmDeparture = caseCommand({
  name: 'confirm-departure',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator'],
  stages: ['preparation', 'arrival'],
  fulfils: 'departure',
  stepRole: 'any',
  offices: ['custody'],
  fields: { travellers: picks('members'), on: date() },
  decide(state, { travellers, on }, circumstances) {
    const step = stepToFulfil(confirmDeparture, state, circumstances)
    if (step.refused) return step
    const stray = state.travel && travellers.find((person) => !state.travel?.travellers.includes(person))
    const refusal = firstRefusal(
      travellers.length === 0 && refuse('nobody-travels', {}, 'travellers'),
      stray !== null && stray !== undefined && refuse('not-a-traveller', { person: stray }, 'travellers'),
      dayOfAct(on, state, circumstances),
    )
    if (refusal) return refusal
    const data = { step: step.value.step, on, travellers: [...new Set(travellers)] }
    return accept({ events: [{ type: 'departure-confirmed', data }] })
  },
})
