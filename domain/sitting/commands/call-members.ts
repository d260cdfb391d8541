import { longText, optional } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/** Every member gets a notice with day, place, agenda and how to take part. Nothing but its shape can be refused. */
export const callMembers = sittingCommand({
  name: 'call-members',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned'],
  fields: { text: optional(longText()) },
  decide: (_state, { text = null }, { now }) =>
    accept({ events: [{ type: 'members-called', data: { text, at: now } }] }),
})
