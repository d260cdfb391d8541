import { schemeText, text } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { draftCommand } from '../decide.ts'
import { contentOf } from './content.ts'

/** Puts a corrected text in the place of the draft's. Refusal: `nothing-changes` for the same text. */
export const replaceDraft = draftCommand({
  name: 'replace-draft',
  kind: 'acts',
  states: ['open'],
  fields: { name: text(), text: schemeText() },
  decide(state, input, { file }) {
    if (input.text === state.content.text) return refuse('nothing-changes', {}, 'text')
    return accept([{ type: 'draft-replaced', data: contentOf(input, file) }])
  },
})
