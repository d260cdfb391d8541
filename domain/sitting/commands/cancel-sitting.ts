import { longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/** The meeting does not take place; its files wait to be submitted to another. Nothing but its shape can be refused. */
export const cancelSitting = sittingCommand({
  name: 'cancel-sitting',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned'],
  fields: { reason: longText() },
  decide: (_state, { reason }, { now }) =>
    accept({ events: [{ type: 'sitting-cancelled', data: { reason, at: now } }] }),
})
