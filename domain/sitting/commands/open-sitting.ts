import { picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand, strangers } from '../decide.ts'

/**
 * The meeting begins with those present. It may open below its quorum; no decision is taken then. Refusals:
 * `sitting-not-yet`, `nobody-sits`, `no-such-member`.
 */
export const openSitting = sittingCommand({
  name: 'open-sitting',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned'],
  fields: { present: picks('committee-members') },
  decide({ on, members }, { present }, { today, now }) {
    const refusal = firstRefusal(
      today < on && refuse('sitting-not-yet', { on, today }),
      present.length === 0 && refuse('nobody-sits', {}, 'present'),
      strangers(present, members, 'present'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'sitting-opened', data: { present: [...new Set(present)], at: now } }] })
  },
})
