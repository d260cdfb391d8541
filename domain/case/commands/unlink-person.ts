import { date, longText, pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/**
 * Takes back that the person is the one of another case, with the reason; what was decided meanwhile stands. Refusals:
 * `nothing-linked`, `unknown-choice`, `date-ahead`, `date-too-early`.
 */
export const unlinkPerson = caseCommand({
  name: 'unlink-person',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed'],
  offices: ['custody'],
  beneficiaries: ['person'],
  fields: { known: pick('linked-people'), reason: longText(), on: date() },
  when: ({ samePerson = [] }) => (samePerson.length > 0 ? undefined : refuse('nothing-linked')),
  decide(state, { known, reason, on }, circumstances) {
    const refusal = dayOfAct(on, state, circumstances)
    return refusal ?? accept({ events: [{ type: 'person-unlinked', data: { known, reason, on } }] })
  },
})
