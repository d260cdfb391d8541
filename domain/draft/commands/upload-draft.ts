import { schemeText, text } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { draftCommand } from '../decide.ts'
import { contentOf } from './content.ts'

/**
 * Hands in a scheme file: a new scheme, or one with a new edition. It is kept whatever is wrong with it, so that it can
 * be put right beside its problems; what is published is not touched. Nothing but its shape can be refused.
 */
export const uploadDraft = draftCommand({
  name: 'upload-draft',
  kind: 'opens',
  states: [],
  fields: { name: text(), text: schemeText() },
  decide: (_state, input, { file }) => accept([{ type: 'draft-uploaded', data: contentOf(input, file) }]),
})
