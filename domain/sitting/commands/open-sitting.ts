import { optional, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { presenceRefusal, sittingCommand } from '../decide.ts'

/**
 * The meeting begins with those present, in the room or at a distance. It may open below its quorum; no decision is
 * taken then. Refusals: `sitting-not-yet`, `nobody-sits`, `no-such-member`, `remote-not-present`,
 * `presence-not-possible`.
 */
export const openSitting = sittingCommand({
  name: 'open-sitting',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned'],
  fields: { present: picks('committee-members'), remote: optional(picks('committee-members')) },
  decide(state, { present, remote = [] }, circumstances) {
    const { today, now } = circumstances
    const presence = { present: [...new Set(present)], remote: [...new Set(remote)] }
    const refusal = firstRefusal(
      today < state.on && refuse('sitting-not-yet', { on: state.on, today }),
      presenceRefusal(presence, state, circumstances),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'sitting-opened', data: { ...presence, at: now } }] })
  },
})
