import { longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand, strangers } from '../decide.ts'

/**
 * A member steps aside from one file: they neither see it nor count for its quorum. Members declare for themselves,
 * secretary and chair for any member. Refusals: `no-such-member`, `only-for-yourself`, `already-declared`.
 */
export const declareInterest = sittingCommand({
  name: 'declare-interest',
  kind: 'acts',
  roles: ['committee-member', 'committee-chair', 'committee-secretary'],
  states: ['planned', 'open'],
  fields: { case: pick('cases'), member: optional(pick('committee-members')), reason: longText() },
  decide({ members, interests }, { case: file, member: named, reason }, { actor }) {
    const member = named ?? actor.user
    const refusal = firstRefusal(
      strangers([member], members, 'member'),
      actor.role === 'committee-member' && member !== actor.user && refuse('only-for-yourself', {}, 'member'),
      interests.some((each) => each.case === file && each.member === member) &&
        refuse('already-declared', { case: file, member }, 'case'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'interest-declared', data: { case: file, member, reason } }] })
  },
})
