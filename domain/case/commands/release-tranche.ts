import { moneyRefusal } from '../../designation/proposal.ts'
import { date, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { trancheOf } from '../tranches.ts'

/**
 * A second person releases a prepared tranche. Refusals: `tranche-not-requested`, `same-person` (who prepared it may
 * not release it), `date-ahead`, `date-too-early`; for the operator as payee those of `moneyRefusal`.
 */
export const releaseTranche = caseCommand({
  name: 'release-tranche',
  stream: 'case',
  kind: 'acts',
  roles: ['payment-approver'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['any'],
  looksAtOperators: 'sheets',
  fields: { tranche: pick('tranches'), on: date() },
  when: ({ award }) =>
    award?.tranches.some((each) => each.state === 'requested') ? undefined : refuse('tranche-not-requested'),
  decide(state, { tranche, on }, circumstances) {
    const { operators, running, today } = circumstances
    const asked = trancheOf(state, tranche)
    const refusal = firstRefusal(
      asked?.state !== 'requested' && refuse('tranche-not-requested', { tranche }, 'tranche'),
      asked?.requestedBy === circumstances.actor.user && refuse('same-person', { tranche }, 'tranche'),
      asked?.payee === 'operator' && moneyRefusal(operators, state, running, today, 'tranche'),
      dayOfAct(on, state, circumstances, state.award?.on),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'tranche-released', data: { tranche, on } }] })
  },
})
