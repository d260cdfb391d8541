import { accept } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/** The letters of all files that were decided, each in its person's language. Nothing can be refused but its time. */
export const produceLetters = sittingCommand({
  name: 'produce-letters',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open', 'closed'],
  fields: {},
  decide: (_state, _input, { now }) => accept({ events: [{ type: 'letters-asked', data: { at: now } }] }),
})
