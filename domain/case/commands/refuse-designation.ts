import { date, longText } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/**
 * The designated operator cannot take the person on, and says why; the coordinator names another. Refusals:
 * `already-accepted`, `date-ahead`, `date-too-early`.
 */
export const refuseDesignation = caseCommand({
  name: 'refuse-designation',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser'],
  stages: ['arrival', 'project', 'launch', 'monitoring'],
  offices: ['operator'],
  answersAsked: true,
  fields: { on: date(), reason: longText() },
  when: ({ operator }) => (operator?.accepted ? refuse('already-accepted', { on: operator.since }) : undefined),
  decide(state, { on, reason }, circumstances) {
    if (state.operator === null) return refuse('no-operator')
    const refusal = dayOfAct(on, state, circumstances, state.operator.since)
    if (refusal) return refusal
    const data = { operator: state.operator.office, reason, on }
    return accept({ events: [{ type: 'designation-refused', data }] })
  },
})
