import { longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'
import { recusedFrom } from '../voters.ts'

/**
 * Words added to the draft of the minutes: to the part of one file, or in general. They take the place of the words that
 * stood there, and void every signature. Refusals: `recused`; `not-on-agenda`, `sitting-moved-on`.
 */
export const writeMinutes = sittingCommand({
  name: 'write-minutes',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open', 'closed'],
  clashes: ['minutes-written'],
  fields: { case: optional(pick('cases')), text: longText() },
  decide(state, { case: file, text }, { actor, now }) {
    const refusal = firstRefusal(
      file !== undefined &&
        recusedFrom(state, file).includes(actor.user) &&
        refuse('recused', { member: actor.user }, 'case'),
    )
    const data = { part: file ?? 'general', text, at: now }
    return refusal ?? accept({ events: [{ type: 'minutes-written', data }] })
  },
})
