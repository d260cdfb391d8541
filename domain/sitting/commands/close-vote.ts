import { pick } from '../../field.ts'
import type { Refusal } from '../../outcome.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import type { Circumstances } from '../../command.ts'
import { sittingCommand } from '../decide.ts'
import { groundOf, quorumOfSitting, votingRule } from '../rules.ts'
import type { Ballot, SittingState } from '../state.ts'
import { tallyOf } from '../tally.ts'
import type { Voter } from '../voters.ts'
import { recusedFrom, votersOf } from '../voters.ts'

/**
 * The vote is counted by the committee's rule. Without its quorum nothing is decided and the file stays open. Refusals:
 * `vote-not-open`, `vote-closed`, `recused`, `voting-rule-not-set`, `quorum-not-set`, `no-quorum`; without a meeting
 * `term-running` until everybody has answered or the term is over.
 */
export const closeVote = sittingCommand({
  name: 'close-vote',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  fields: { vote: pick('votes') },
  decide(state, { vote }, circumstances) {
    const { actor, running, now } = circumstances
    const ballot = state.ballots.find((each) => each.vote === vote)
    if (!ballot) return refuse('vote-not-open', { vote }, 'vote')
    const recused = recusedFrom(state, ballot.case)
    const rule = votingRule(state, running)
    const voters = votersOf(state, ballot.case, groundOf(state, circumstances))
    // Who stepped aside after voting has not voted.
    const cast = ballot.cast.filter(({ member }) => !recused.includes(member))
    const present = makingQuorum(state, voters, cast)
    const refusal = firstRefusal(
      ballot.closedAt !== null && refuse('vote-closed', { case: ballot.case, at: ballot.closedAt }, 'vote'),
      recused.includes(actor.user) && refuse('recused', { member: actor.user }),
      termRefusal(state, voters, cast, circumstances),
      quorumRefusal(state, ballot, present, circumstances),
    )
    if (refusal) return refusal
    if (!rule) return refuse('voting-rule-not-set', { committee: state.committee })
    const chair = state.chair ?? chairAmong(present, circumstances)
    const data = { vote, case: ballot.case, ...tallyOf(cast, rule.decides, rule.casting, chair), present, at: now }
    return accept({ events: [{ type: 'vote-closed', data }] })
  },
})

/** Those who are there; in writing, those who answered. Whoever votes through a proxy makes no quorum. */
function makingQuorum({ procedure }: SittingState, voters: readonly Voter[], cast: Ballot['cast']): readonly string[] {
  const own = voters.filter(({ member, by }) => member === by).map(({ member }) => member)
  return procedure === 'meeting' ? own : own.filter((member) => cast.some((each) => each.member === member))
}

function chairAmong(present: readonly string[], { committee }: Circumstances): string | null {
  const chairs = present.filter((member) => committee?.chairs.includes(member))
  return chairs.length === 1 ? (chairs[0] ?? null) : null
}

function termRefusal(
  { procedure, answerBy }: SittingState,
  voters: readonly Voter[],
  cast: Ballot['cast'],
  { today }: Circumstances,
): Refusal | undefined {
  if (procedure === 'meeting' || (answerBy !== null && today > answerBy)) return undefined
  const missing = voters.filter(({ member }) => !cast.some((each) => each.member === member)).length
  return missing > 0 ? refuse('term-running', { until: answerBy, missing }) : undefined
}

function quorumRefusal(
  state: SittingState,
  { case: file }: Ballot,
  present: readonly string[],
  { running }: Circumstances,
): Refusal | undefined {
  const quorum = quorumOfSitting(state, running)
  if (quorum === undefined) return refuse('quorum-not-set', { sitting: state.sitting })
  if (present.length >= quorum) return undefined
  const recused = recusedFrom(state, file).length
  return refuse('no-quorum', { quorum, voting: present.length, present: state.present.length, recused })
}
