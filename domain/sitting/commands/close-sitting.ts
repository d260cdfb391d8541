import { longText, optional } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/**
 * The meeting ends, with words for its minutes if there are any. Files without a decision wait to be submitted again, and
 * a vote that was not counted decides nothing. Nothing but its shape can be refused.
 */
export const closeSitting = sittingCommand({
  name: 'close-sitting',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  fields: { minutes: optional(longText()) },
  decide: (_state, { minutes = null }, { now }) =>
    accept({ events: [{ type: 'sitting-closed', data: { minutes, at: now } }] }),
})
