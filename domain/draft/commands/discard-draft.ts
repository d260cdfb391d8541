import { accept } from '../../outcome.ts'
import { draftCommand } from '../decide.ts'

/** Gives a draft up. Nothing but its state can be refused; what happened to it stays on record. */
export const discardDraft = draftCommand({
  name: 'discard-draft',
  kind: 'acts',
  states: ['open', 'submitted'],
  fields: {},
  decide: (state) => accept([{ type: 'draft-discarded', data: { text: state.content.text } }]),
})
