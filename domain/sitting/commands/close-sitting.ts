import { longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/** The meeting ends, with its minutes. Files without a decision wait to be submitted again. Nothing but its shape can be refused. */
export const closeSitting = sittingCommand({
  name: 'close-sitting',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  fields: { minutes: longText() },
  decide: (_state, { minutes }, { now }) =>
    accept({ events: [{ type: 'sitting-closed', data: { minutes, at: now } }] }),
})
