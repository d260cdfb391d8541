import { longText, pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/** A declaration of interest made in error is lifted before the meeting, with a reason. Refusal: `not-declared`. */
export const liftInterest = sittingCommand({
  name: 'lift-interest',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned'],
  fields: { case: pick('cases'), member: pick('committee-members'), reason: longText() },
  decide({ interests }, data) {
    if (!interests.some((each) => each.case === data.case && each.member === data.member))
      return refuse('not-declared', { case: data.case, member: data.member }, 'member')
    return accept({ events: [{ type: 'interest-lifted', data }] })
  },
})
