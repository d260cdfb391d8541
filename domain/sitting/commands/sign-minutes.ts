import { fingerprint, optional } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'
import { takingPart } from '../voters.ts'

/**
 * A member who was present, or the secretary, signs the minutes: exactly those whose fingerprint is given. Refusals:
 * `not-present`, `already-signed`, `minutes-changed` when they are not what was read.
 */
export const signMinutes = sittingCommand({
  name: 'sign-minutes',
  kind: 'acts',
  roles: ['committee-member', 'committee-chair', 'committee-secretary'],
  states: ['closed'],
  fields: { hash: optional(fingerprint()) },
  when(state, { actor, committee }) {
    const own = state.signatures.find((each) => each.member === actor.user)
    const hash = committee?.minutesHash ?? null
    if (actor.role !== 'committee-secretary' && !takingPart(state).includes(actor.user)) return refuse('not-present')
    return own && (hash === null || own.hash === undefined || own.hash === hash) ? refuse('already-signed') : undefined
  },
  decide(_state, { hash: read }, { actor, now, committee }) {
    const hash = committee?.minutesHash ?? read
    if (read !== undefined && hash !== read) return refuse('minutes-changed', { read, hash })
    const data = { member: actor.user, at: now, ...(hash === undefined ? {} : { hash }) }
    return accept({ events: [{ type: 'minutes-signed', data }] })
  },
})
