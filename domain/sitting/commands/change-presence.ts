import { picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand, strangers } from '../decide.ts'

/** Somebody came later or left: from now on these are present. Refusals: `nobody-sits`, `no-such-member`. */
export const changePresence = sittingCommand({
  name: 'change-presence',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  fields: { present: picks('committee-members') },
  decide({ members }, { present }, { now }) {
    const refusal = firstRefusal(
      present.length === 0 && refuse('nobody-sits', {}, 'present'),
      strangers(present, members, 'present'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'presence-changed', data: { present: [...new Set(present)], at: now } }] })
  },
})
