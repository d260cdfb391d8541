import { date, longText, optional } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/** The person left the country again: an outcome to be counted, not a fault. Refusals: `already-left`, `date-ahead`, `date-too-early`. */
export const recordRemigration = caseCommand({
  name: 'record-remigration',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator', 'adviser', 'employment-adviser'],
  stages: ['arrival', 'project', 'launch', 'monitoring'],
  beneficiaries: ['person'],
  offices: ['custody', 'operator'],
  fields: { on: date(), text: optional(longText()) },
  when: ({ remigratedOn }) => (remigratedOn === null ? undefined : refuse('already-left', { on: remigratedOn })),
  decide(state, { on, text }, circumstances) {
    const refusal = dayOfAct(on, state, circumstances, state.marks['arrival'])
    if (refusal) return refusal
    return accept({ events: [{ type: 'person-remigrated', data: { on, text: text ?? null } }] })
  },
})
