import { date } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/** The designated operator takes the person on. Refusals: `already-accepted`, `date-ahead`, `date-too-early`. */
export const acceptDesignation = caseCommand({
  name: 'accept-designation',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser'],
  stages: ['arrival', 'project', 'launch', 'monitoring'],
  fulfils: 'designation',
  stepRole: 'any',
  offices: ['operator'],
  answersAsked: true,
  fields: { on: date() },
  when: ({ operator }) => (operator?.accepted ? refuse('already-accepted', { on: operator.since }) : undefined),
  decide(state, { on }, circumstances) {
    const step = stepToFulfil(acceptDesignation, state, circumstances)
    if (step.refused) return step
    if (state.operator === null) return refuse('no-operator')
    const refusal = dayOfAct(on, state, circumstances, state.operator.since)
    if (refusal) return refusal
    const data = { step: step.value.step, on, operator: state.operator.office }
    return accept({ events: [{ type: 'designation-accepted', data }] })
  },
})
