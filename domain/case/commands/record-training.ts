import { date, number, text } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/** A training that took place: its days, and those the person attended. Refusals: `attended-above-days`, `date-ahead`, `date-too-early`. */
export const recordTraining = caseCommand({
  name: 'record-training',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'employment-adviser', 'coordinator'],
  stages: ['project', 'launch', 'monitoring'],
  fulfils: 'training',
  stepRole: 'any',
  again: true,
  offices: ['operator', 'custody'],
  fields: { title: text(), days: number(1, 400), attended: number(0, 400), on: date() },
  decide(state, { title, days, attended, on }, circumstances) {
    const step = stepToFulfil(recordTraining, state, circumstances)
    if (step.refused) return step
    const refusal = firstRefusal(
      attended > days && refuse('attended-above-days', { attended, days }, 'attended'),
      dayOfAct(on, state, circumstances),
    )
    if (refusal) return refusal
    return accept({
      events: [{ type: 'training-recorded', data: { step: step.value.step, on, title, days, attended } }],
    })
  },
})
