import { moneyRefusal } from '../../designation/proposal.ts'
import { choice, date, longText, optional, pick, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { aidOf } from '../../scheme/journey.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { hasLeft } from '../obligations.ts'
import { stepToFulfil } from '../decide.ts'
import { paymentStep, trancheOf, unprovenConditions } from '../tranches.ts'

export const payees = ['beneficiary', 'supplier', 'operator'] as const

/**
 * Finance prepares a tranche with what proves its conditions; someone else releases it. Refusals: `no-award`, `person-left`,
 * `tranche-not-waiting`, `earlier-tranche-unpaid`, `payee-not-possible`, `condition-not-proven` with the conditions,
 * `date-ahead`, `date-too-early`; for the operator as payee those of `moneyRefusal`.
 */
export const requestTranche = caseCommand({
  name: 'request-tranche',
  stream: 'case',
  kind: 'acts',
  roles: ['finance-officer'],
  stages: ['launch', 'monitoring'],
  fulfils: 'payment',
  stepRole: 'any',
  again: true,
  offices: ['any'],
  looksAtOperators: 'sheets',
  fields: {
    tranche: pick('tranches'),
    payee: choice(payees),
    evidence: picks('documents'),
    text: optional(longText()),
    on: date(),
  },
  when(state) {
    if (!state.award) return refuse('no-award')
    return hasLeft(state) ? refuse('person-left', { on: state.withdrewOn ?? state.remigratedOn }) : undefined
  },
  decide(state, { tranche, payee, evidence, text, on }, circumstances) {
    const { running } = circumstances
    const possible = aidOf(running.edition, state.aid)?.payees ?? payees
    const asked = trancheOf(state, tranche)
    const tranches = state.award?.tranches ?? []
    const earlier = tranches.slice(0, asked ? tranches.indexOf(asked) : 0).find((each) => each.state !== 'paid')
    const unproven = unprovenConditions(tranche, evidence, text !== undefined, state, running)
    const [first] = unproven
    const refusal = firstRefusal(
      asked?.state !== 'waiting' && refuse('tranche-not-waiting', { tranche, state: asked?.state ?? null }, 'tranche'),
      earlier && refuse('earlier-tranche-unpaid', { tranche, earlier: earlier.tranche }, 'tranche'),
      !possible.includes(payee) && refuse('payee-not-possible', { payee, possible }, 'payee'),
      payee === 'operator' && moneyRefusal(circumstances.operators, state, running, circumstances.today),
      first &&
        refuse(
          'condition-not-proven',
          {
            tranche,
            condition: first.condition,
            conditions: unproven.map((each) => each.condition),
            proof: first.proof,
          },
          first.proof === 'statement' ? 'text' : 'evidence',
        ),
      dayOfAct(on, state, circumstances, state.award?.on),
    )
    if (refusal) return refusal
    const step = stepToFulfil(requestTranche, state, circumstances, paymentStep(tranche, state, running)?.step.step)
    if (step.refused) return step
    const data = { tranche, evidence: [...new Set(evidence)], payee, text: text ?? null, on }
    return accept({ events: [{ type: 'tranche-requested', data }] })
  },
})
