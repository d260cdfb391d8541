import { date, picks, text } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { notBefore, stepToFulfil } from '../decide.ts'

/**
 * Who travels, when and where to; planning again replaces the plan until the departure. Refusals: `nobody-travels`,
 * `date-ahead` and `date-too-early` (of the day of planning; of a departure before it).
 */
export const planTravel = caseCommand({
  name: 'plan-travel',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator'],
  stages: ['preparation', 'arrival'],
  fulfils: 'travel',
  stepRole: 'any',
  again: true,
  offices: ['custody'],
  fields: { travellers: picks('members'), departsOn: date(), from: text(), to: text(), on: date() },
  when: ({ marks }) =>
    marks['departure'] === undefined ? undefined : refuse('already-departed', { on: marks['departure'] }),
  decide(state, { travellers, departsOn, from, to, on }, circumstances) {
    const step = stepToFulfil(planTravel, state, circumstances)
    if (step.refused) return step
    const refusal = firstRefusal(
      travellers.length === 0 && refuse('nobody-travels', {}, 'travellers'),
      dayOfAct(on, state, circumstances),
      notBefore(departsOn, on, 'departsOn'),
    )
    if (refusal) return refusal
    const data = { step: step.value.step, on, travellers: [...new Set(travellers)], departsOn, from, to }
    return accept({ events: [{ type: 'travel-planned', data }] })
  },
})
