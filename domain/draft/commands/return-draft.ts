import { longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { draftCommand } from '../decide.ts'

/** Gives a submitted draft back with the reason, so that it can be changed. Whoever submitted it may take it back so. */
export const returnDraft = draftCommand({
  name: 'return-draft',
  kind: 'acts',
  states: ['submitted'],
  fields: { reason: longText() },
  decide: (_state, { reason }) => accept([{ type: 'draft-returned', data: { reason } }]),
})
