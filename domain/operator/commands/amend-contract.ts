import { amount, date, longText, number, optional } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { belowUse, emptyPromise, insuranceRefusal, outsideAccreditation } from '../checks.ts'
import { accreditationCommand } from '../decide.ts'

/**
 * Changes the contract in force: another ceiling, number of cases or last day, and why. It binds once a second person
 * has confirmed it. Refusals: `no-contract`, `contract-waits`, `nothing-changes`, `until-before-from`,
 * `outside-accreditation`, `insurance-ends-before`, `ceiling-below-committed`, `cases-below-given`,
 * `amount-zero`.
 */
export const amendContract = accreditationCommand({
  name: 'amend-contract',
  kind: 'acts',
  states: ['accredited', 'suspended'],
  parts: ['programme'],
  fields: {
    ceiling: optional(amount()),
    cases: optional(number(0, 100_000)),
    until: optional(date()),
    reason: longText(),
  },
  when: ({ contract, proposed }) =>
    firstRefusal(contract === null && refuse('no-contract'), proposed !== null && refuse('contract-waits')),
  decide(state, { ceiling, cases, until: last, reason }, { running, today, ...use }) {
    const { contract } = state
    if (!contract) return refuse('no-contract')
    const { from, prices } = contract
    const until = last ?? contract.until
    const after = { from, until, ceiling: ceiling ?? contract.ceiling, cases: cases ?? contract.cases, prices }
    const isSame = until === contract.until && after.ceiling === contract.ceiling && after.cases === contract.cases
    const refusal = firstRefusal(
      isSame && refuse('nothing-changes', {}, 'ceiling'),
      emptyPromise(ceiling, cases),
      until < from && refuse('until-before-from', { from, until }, 'until'),
      outsideAccreditation(state, from, until),
      until !== contract.until && insuranceRefusal(state, until, running),
      belowUse(after, use),
    )
    if (refusal) return refusal
    return accept([{ type: 'contract-proposed', data: { ...after, reason, on: today } }])
  },
})
