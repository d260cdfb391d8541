import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { draftCommand, notPublishable } from '../decide.ts'

/**
 * Puts the draft's new editions into force, for good: a published edition never changes. It takes a second person.
 * Refusals: `second-person-needed` to whoever submitted or wrote it, `draft-has-problems`, also when what was published
 * since then contradicts it, `scheme-not-yours`.
 */
export const publishDraft = draftCommand({
  name: 'publish-draft',
  kind: 'acts',
  states: ['submitted'],
  fields: {},
  decide(state, _input, circumstances) {
    const { actor, file } = circumstances
    const isFirst = [state.submittedBy, state.writtenBy].includes(actor.user)
    const refusal = firstRefusal(isFirst && refuse('second-person-needed'), notPublishable(circumstances))
    if (refusal) return refusal
    return accept([{ type: 'draft-published', data: { scheme: file.scheme ?? '', editions: file.fresh } }])
  },
})
