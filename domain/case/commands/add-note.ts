import { longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'

/** A note for those who work on the case. Nothing but its shape can be refused. */
export const addNote = caseCommand({
  name: 'add-note',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser', 'committee-secretary', 'finance-officer'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed'],
  offices: ['custody', 'offered', 'operator', 'scheme'],
  fields: { text: longText() },
  decide: (_state, { text }) => accept({ events: [{ type: 'note-added', data: { text } }] }),
})
