import { longText, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'
import { recusedFrom } from '../voters.ts'

/**
 * A proposal is taken back before it was counted: another one is made, or there are not enough members left. The votes
 * stay on record and decide nothing. Refusals: `vote-not-open`, `vote-closed`, `recused`.
 */
export const withdrawVote = sittingCommand({
  name: 'withdraw-vote',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  fields: { vote: pick('votes'), reason: longText() },
  decide({ ballots, interests }, { vote, reason }, { actor, now }) {
    const ballot = ballots.find((each) => each.vote === vote)
    if (!ballot) return refuse('vote-not-open', { vote }, 'vote')
    const refusal = firstRefusal(
      ballot.closedAt !== null && refuse('vote-closed', { case: ballot.case, at: ballot.closedAt }, 'vote'),
      recusedFrom({ interests }, ballot.case).includes(actor.user) && refuse('recused', { member: actor.user }),
    )
    const data = { vote, case: ballot.case, reason, at: now }
    return refusal ?? accept({ events: [{ type: 'vote-withdrawn', data }] })
  },
})
