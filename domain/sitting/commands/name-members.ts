import { picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'
import { groundOf } from '../rules.ts'
import { mandateRefusal } from '../voters.ts'

/** Who may sit, before the meeting. Refusals: `nobody-sits`, `no-mandate`, `mandate-over`, `quorum-above-members`. */
export const nameMembers = sittingCommand({
  name: 'name-members',
  kind: 'acts',
  roles: ['committee-secretary'],
  states: ['planned'],
  fields: { members: picks('committee-members') },
  decide(state, { members: named }, circumstances) {
    const { quorum, on } = state
    const members = [...new Set(named)]
    const refusal = firstRefusal(
      members.length === 0 && refuse('nobody-sits', {}, 'members'),
      mandateRefusal(members, state, groundOf(state, circumstances), on, 'members'),
      quorum !== null &&
        quorum > members.length &&
        refuse('quorum-above-members', { quorum, members: members.length }, 'members'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'members-named', data: { members } }] })
  },
})
