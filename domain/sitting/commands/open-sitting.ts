import { optional, pick, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { presenceRefusal, sittingCommand, strangers } from '../decide.ts'

/**
 * The meeting begins with those present, in the room or at a distance. It may open below its quorum; no decision is
 * taken then. Refusals: `sitting-not-yet`, `nobody-sits`, `no-such-member`, `remote-not-present`,
 * `presence-not-possible`, `no-mandate`, `mandate-over`. Without a meeting it begins the term: nobody need be present.
 */
export const openSitting = sittingCommand({
  name: 'open-sitting',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned'],
  fields: {
    present: picks('committee-members'),
    remote: optional(picks('committee-members')),
    chair: optional(pick('committee-members')),
  },
  decide(state, { present, remote = [], chair }, circumstances) {
    const { today, now } = circumstances
    const presence = { present: [...new Set(present)], remote: [...new Set(remote)] }
    const refusal = firstRefusal(
      today < state.on && refuse('sitting-not-yet', { on: state.on, today }),
      presenceRefusal(presence, state, circumstances),
      chair !== undefined && strangers([chair], state.members, 'chair'),
    )
    if (refusal) return refusal
    const data = { ...presence, at: now, ...(chair === undefined ? {} : { chair }) }
    return accept({ events: [{ type: 'sitting-opened', data }] })
  },
})
