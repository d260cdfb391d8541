import { outcomes } from '../../case/committee.ts'
import { amount, choice, longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { committeeOf } from '../../scheme/committee.ts'
import { onTheTable, sittingCommand } from '../decide.ts'
import { votingRule } from '../rules.ts'

/**
 * A proposal on the file on the table is put to the vote; without a meeting, on any of its files. Refusals: those of a
 * file on the table, `vote-open`, `voting-rule-not-set`, `outcome-not-possible`, `amount-needed`, `no-amount-here`,
 * `pack-not-frozen` (others are frozen, this one is not).
 */
export const openVote = sittingCommand({
  name: 'open-vote',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  fields: { case: pick('cases'), outcome: choice(outcomes), amount: optional(amount()), text: optional(longText()) },
  decide(state, { case: file, outcome, amount: sum = null, text = null }, circumstances) {
    const { running, now, id } = circumstances
    const possible = committeeOf(running.edition, state.committee)?.outcomes ?? outcomes
    const grants = outcome === 'select' || outcome === 'select-for-less'
    const isOpen = (each: { case: string; closedAt: string | null }) =>
      each.closedAt === null && (state.procedure === 'meeting' || each.case === file)
    const before = state.ballots.find(isOpen)
    const refusal = firstRefusal(
      onTheTable(file, state, circumstances),
      before && refuse('vote-open', { case: before.case }, 'case'),
      votingRule(state, running) === undefined && refuse('voting-rule-not-set', { committee: state.committee }),
      !possible.includes(outcome) && refuse('outcome-not-possible', { outcome, possible }, 'outcome'),
      grants && sum === null && refuse('amount-needed', {}, 'amount'),
      grants && sum === 0 && refuse('amount-zero', {}, 'amount'),
      !grants && sum !== null && refuse('no-amount-here', { outcome }, 'amount'),
      state.packs.length > 0 &&
        !state.packs.some((pack) => pack.case === file) &&
        refuse('pack-not-frozen', { case: file }, 'case'),
    )
    if (refusal) return refusal
    const data = { vote: id('vote'), case: file, outcome, amount: sum, text, at: now }
    return accept({ events: [{ type: 'vote-opened', data }] })
  },
})
