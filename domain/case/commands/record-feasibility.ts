import { amount, choice, date, lines, longText, optional, pick, yesNo } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct, undecided } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import { aboveCeiling } from '../money-of-case.ts'
import { budgetOf } from '../project-version.ts'

export const judgements = ['good', 'fair', 'poor'] as const

/**
 * The study's three questions (is it relevant, is there a market, what does it cost) and what is asked for. Amounts in
 * minor units of the scheme's currency. Refusals: `amount-too-large`, `contribution-above-cost`, `amount-above-need`
 * (asked for more than cost less own contribution), `amount-above-ceiling`, `already-decided`,
 * `already-submitted`, `date-ahead`,
 * `date-too-early`. Made from a saved version of the project, lines and amounts are that version's: typed beside it they
 * are refused (`version-decides`); without one they are needed (`invalid-input`).
 */
export const recordFeasibility = caseCommand({
  name: 'record-feasibility',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'employment-adviser'],
  stages: ['project'],
  fulfils: 'feasibility',
  again: true,
  offices: ['operator', 'custody'],
  fields: {
    relevance: choice(judgements),
    market: choice(judgements),
    viable: yesNo(),
    project: optional(pick('projects')),
    lines: optional(lines()),
    ownContribution: optional(amount()),
    requested: optional(amount()),
    on: date(),
    text: optional(longText()),
  },
  when: undecided,
  decide(state, { text, on, relevance, market, viable, ...typed }, circumstances) {
    const step = stepToFulfil(recordFeasibility, state, circumstances)
    if (step.refused) return step
    const { running } = circumstances
    const { currency } = running.scheme
    const budget = budgetOf(state, typed)
    if (budget.refused) return budget
    const { lines, ownContribution, requested } = budget.value
    const study = { relevance, market, viable, ...budget.value }
    const cost = lines.reduce((sum, line) => sum + line.amount, 0)
    if (!Number.isSafeInteger(cost)) return refuse('amount-too-large', { currency }, 'lines')
    const data = { ...study, step: step.value.step, on, cost, text: text ?? null }
    const need = cost - ownContribution
    const refusal = firstRefusal(
      dayOfAct(on, state, circumstances),
      need < 0 && refuse('contribution-above-cost', { ownContribution, cost, currency }, 'ownContribution'),
      requested > need && refuse('amount-above-need', { amount: requested, need, currency }, 'requested'),
      aboveCeiling(requested, { ...state, feasibility: data }, running, 'requested'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'feasibility-recorded', data }] })
  },
})
