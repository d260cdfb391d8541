import { accept } from '../../outcome.ts'
import { draftCommand, notPublishable } from '../decide.ts'

/** Puts the draft before a second person. Refusals: `draft-has-problems`, `scheme-not-yours`. */
export const submitDraft = draftCommand({
  name: 'submit-draft',
  kind: 'acts',
  states: ['open'],
  fields: {},
  decide: (state, _input, circumstances) =>
    notPublishable(circumstances) ?? accept([{ type: 'draft-submitted', data: { text: state.content.text } }]),
})
