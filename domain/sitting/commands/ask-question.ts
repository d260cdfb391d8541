import { longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { onTheTable, sittingCommand, strangers } from '../decide.ts'
import { recusedFrom, takingPart } from '../voters.ts'

/**
 * A member asks something about the file on the table; the secretary may write it down for them. Refusals:
 * `only-for-yourself`, `no-such-member`, `not-present`, `recused`, and those of a file on the table.
 */
export const askQuestion = sittingCommand({
  name: 'ask-question',
  kind: 'acts',
  roles: ['committee-member', 'committee-chair', 'committee-secretary'],
  states: ['open'],
  fields: { case: pick('cases'), text: longText(), member: optional(pick('committee-members')) },
  decide(state, { case: file, text, member: named }, circumstances) {
    const { actor, now, id } = circumstances
    const member = named ?? actor.user
    const refusal = firstRefusal(
      onTheTable(file, state, circumstances),
      actor.role === 'committee-member' && member !== actor.user && refuse('only-for-yourself', {}, 'member'),
      strangers([member], state.members, 'member'),
      !takingPart(state).includes(member) && refuse('not-present', { member }, 'member'),
      recusedFrom(state, file).includes(member) && refuse('recused', { member }, 'member'),
    )
    if (refusal) return refusal
    const data = { question: id('question'), case: file, member, text, at: now }
    return accept({ events: [{ type: 'question-asked', data }] })
  },
})
