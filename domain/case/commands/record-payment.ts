import { amount, choice, date, pick, text } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { splitPayment } from '../funding.ts'
import { paidOn } from '../state.ts'
import { paymentStep, trancheOf } from '../tranches.ts'

/**
 * One transfer to one payee on a released tranche; several may make it up, never more than it. Where several funders
 * pay for the aid, each payment says what each of them carries. Refusals:
 * `tranche-not-released`, `same-person` (who released it may not pay it), `amount-zero`, `amount-above-tranche` with
 * what is left, `no-such-step`, `date-ahead`, `date-too-early`.
 */
export const recordPayment = caseCommand({
  name: 'record-payment',
  stream: 'case',
  kind: 'acts',
  roles: ['finance-officer'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['any'],
  fields: {
    tranche: pick('tranches'),
    amount: amount(),
    means: choice(['bank', 'cheque', 'mobile-money', 'cash']),
    reference: text(),
    on: date(),
  },
  when: ({ award }) =>
    award?.tranches.some((each) => each.state === 'released') ? undefined : refuse('tranche-not-released'),
  decide(state, { tranche, amount, means, reference, on }, circumstances) {
    const { running, actor, id } = circumstances
    const { currency } = running.scheme
    const paying = trancheOf(state, tranche)
    const place = paymentStep(tranche, state, running)
    if (paying?.state !== 'released') return refuse('tranche-not-released', { tranche }, 'tranche')
    if (place === undefined) return refuse('no-such-step', { kinds: ['payment'] })
    const left = paying.amount - paidOn(paying)
    const refusal = firstRefusal(
      paying.releasedBy === actor.user && refuse('same-person', { tranche }, 'tranche'),
      amount === 0 && refuse('amount-zero', {}, 'amount'),
      amount > left && refuse('amount-above-tranche', { tranche, amount, left, currency }, 'amount'),
      dayOfAct(on, state, circumstances, state.award?.on),
    )
    if (refusal) return refusal
    const others = (state.award?.tranches ?? []).filter((each) => each.tranche !== tranche)
    const complete =
      amount === left && others.every((each) => !place.closesWith.includes(each.tranche) || each.state === 'paid')
    const split = state.award ? splitPayment(amount, state.award, currency) : {}
    const paid = { payment: id('payment'), tranche, amount, means, reference, complete, ...split }
    const data = { step: place.step.step, on, ...paid }
    return accept({ events: [{ type: 'payment-recorded', data }] })
  },
})
