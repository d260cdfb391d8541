import { choice, optional, pick, yesNo } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'
import { votes } from '../events.ts'
import { groundOf, votingRule } from '../rules.ts'
import { mandateRefusal, recusedFrom, takingPart, votersOf } from '../voters.ts'

/**
 * A member votes on the proposal that is open; as the proxy that `member` named for this sitting, for that one. The
 * secretary notes a show of hands (`member`). A vote given before is changed only on purpose (`change`), and then takes
 * its place. Refusals: `vote-not-open`, `vote-closed`, `term-over`, `recused`, `not-present`, `no-mandate`, `mandate-over`,
 * `proxy-not-named`, `may-not-vote` (the seat votes through somebody else), `vote-not-possible`, `already-voted`.
 */
export const castVote = sittingCommand({
  name: 'cast-vote',
  kind: 'acts',
  roles: ['committee-member', 'committee-chair', 'committee-secretary'],
  states: ['open'],
  fields: {
    vote: pick('votes'),
    says: choice(votes),
    member: optional(pick('committee-members')),
    change: optional(yesNo()),
  },
  decide(state, { vote, says, member: named, change = false }, circumstances) {
    const { actor, running, today, now } = circumstances
    const ballot = state.ballots.find((each) => each.vote === vote)
    const member = named ?? actor.user
    if (!ballot) return refuse('vote-not-open', { vote }, 'vote')
    const file = ballot.case
    const ground = groundOf(state, circumstances)
    const voter = votersOf(state, file, ground).find((each) => each.member === member)
    const notes = actor.role === 'committee-secretary' && voter?.by === member
    const here = takingPart(state)
    const possible = possibleVotes(votingRule(state, running)?.decides)
    const before = ballot.cast.find((each) => each.member === member)
    const refusal = firstRefusal(
      ballot.closedAt !== null && refuse('vote-closed', { case: file, at: ballot.closedAt }, 'vote'),
      state.answerBy !== null && today > state.answerBy && refuse('term-over', { until: state.answerBy, today }),
      recusedFrom(state, file).includes(member) && refuse('recused', { member }),
      recusedFrom(state, file).includes(actor.user) && refuse('recused', { member: actor.user }),
      member !== actor.user &&
        !notes &&
        voter?.by !== actor.user &&
        refuse('proxy-not-named', { member, by: actor.user }, 'member'),
      member === actor.user && !here.includes(member) && refuse('not-present', { member }),
      mandateRefusal([member], state, ground, today),
      voter === undefined && refuse('may-not-vote', { member }),
      !possible.includes(says) && refuse('vote-not-possible', { says, possible }, 'says'),
      before !== undefined &&
        (!change || before.says === says) &&
        refuse('already-voted', { member, says: before.says, at: before.at }, 'says'),
    )
    if (refusal) return refusal
    const data = { vote, case: file, member, says, by: actor.user, at: now }
    return accept({ events: [{ type: 'vote-cast', data }] })
  },
})

/** An objection is what stands in the way of consensus; elsewhere one votes against. */
export function possibleVotes(decides: string | undefined): readonly (typeof votes)[number][] {
  return votes.filter((each) => each !== (decides === 'consensus' ? 'against' : 'objection'))
}
