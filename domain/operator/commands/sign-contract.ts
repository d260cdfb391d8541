import { amount, date, number, optional } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { emptyPromise, insuranceRefusal, outsideAccreditation, pricesOf } from '../checks.ts'
import { accreditationCommand } from '../decide.ts'
import { prices } from '../fields.ts'

/**
 * Writes down a contract: its days, its ceiling (minor units), for how many cases, and the price of each service. It
 * binds once a second person has confirmed it. Refusals: `contract-waits`, `until-before-from`, `accreditation-past`,
 * `outside-accreditation`, `contract-overlaps`, `insurance-needed`, `insurance-ends-before`, `price-missing`,
 * `unknown-choice`, `amount-zero`.
 */
export const signContract = accreditationCommand({
  name: 'sign-contract',
  kind: 'acts',
  states: ['accredited'],
  parts: ['programme'],
  fields: {
    from: date(),
    until: date(),
    ceiling: optional(amount()),
    cases: optional(number(0, 100_000)),
    prices: optional(prices()),
  },
  when: ({ proposed }) => (proposed ? refuse('contract-waits') : undefined),
  decide(state, { from, until, ceiling, cases, prices: given = {} }, { running, today }) {
    const { contract } = state
    const priced = pricesOf(given, running)
    const refusal = firstRefusal(
      until < from && refuse('until-before-from', { from, until }, 'until'),
      until < today && refuse('accreditation-past', { until }, 'until'),
      outsideAccreditation(state, from, until),
      contract !== null && from <= contract.until && refuse('contract-overlaps', { until: contract.until }, 'from'),
      insuranceRefusal(state, until, running),
      emptyPromise(ceiling, cases),
      priced.refused && priced,
    )
    if (refusal) return refusal
    if (priced.refused) return priced
    const promise = { from, until, ceiling: ceiling ?? null, cases: cases ?? null, prices: priced.value }
    return accept([{ type: 'contract-proposed', data: { ...promise, reason: null, on: today } }])
  },
})
