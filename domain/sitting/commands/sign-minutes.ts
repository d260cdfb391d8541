import { accept, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/** A member who was present signs the minutes. Refusals: `not-present`, `already-signed`. */
export const signMinutes = sittingCommand({
  name: 'sign-minutes',
  kind: 'acts',
  roles: ['committee-member', 'committee-chair', 'committee-secretary'],
  states: ['closed'],
  fields: {},
  when({ present, signatures }, { actor }) {
    if (!present.includes(actor.user)) return refuse('not-present')
    return signatures.some((each) => each.member === actor.user) ? refuse('already-signed') : undefined
  },
  decide: (_state, _input, { actor, now }) =>
    accept({ events: [{ type: 'minutes-signed', data: { member: actor.user, at: now } }] }),
})
