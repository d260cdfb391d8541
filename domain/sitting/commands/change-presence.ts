import { optional, picks } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { presenceRefusal, sittingCommand } from '../decide.ts'

/**
 * Somebody came later or left: from now on these are present, some of them at a distance. Refusals: `nobody-sits`,
 * `no-such-member`, `remote-not-present`, `presence-not-possible`, `no-mandate`, `mandate-over`.
 */
export const changePresence = sittingCommand({
  name: 'change-presence',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  fields: { present: picks('committee-members'), remote: optional(picks('committee-members')) },
  decide(state, { present, remote = [] }, circumstances) {
    const presence = { present: [...new Set(present)], remote: [...new Set(remote)] }
    const refusal = presenceRefusal(presence, state, circumstances)
    if (refusal) return refusal
    return accept({ events: [{ type: 'presence-changed', data: { ...presence, at: circumstances.now } }] })
  },
})
