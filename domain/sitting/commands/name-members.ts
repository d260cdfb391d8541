import { picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/** Who may sit, before the meeting. Refusals: `nobody-sits`, `quorum-above-members`. */
export const nameMembers = sittingCommand({
  name: 'name-members',
  kind: 'acts',
  roles: ['committee-secretary'],
  states: ['planned'],
  fields: { members: picks('committee-members') },
  decide({ quorum }, { members: named }) {
    const members = [...new Set(named)]
    const refusal = firstRefusal(
      members.length === 0 && refuse('nobody-sits', {}, 'members'),
      quorum !== null &&
        quorum > members.length &&
        refuse('quorum-above-members', { quorum, members: members.length }, 'members'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'members-named', data: { members } }] })
  },
})
