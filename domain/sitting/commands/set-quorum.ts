import { longText, number } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/**
 * How many members must be there to decide, and where that rule comes from. Once the sitting is open it stands, so
 * that nobody bends it to a decision. Refusals: `quorum-above-members`, `nothing-changes`.
 */
export const setQuorum = sittingCommand({
  name: 'set-quorum',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned'],
  fields: { quorum: number(1, 100), reason: longText() },
  decide({ members, quorum: before }, { quorum, reason }) {
    const refusal = firstRefusal(
      quorum > members.length && refuse('quorum-above-members', { quorum, members: members.length }, 'quorum'),
      quorum === before && refuse('nothing-changes', { quorum }, 'quorum'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'quorum-set', data: { quorum, reason } }] })
  },
})
