import { amount, date, funding, longText, optional } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { aidOf } from '../../scheme/journey.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { grantRefusal } from '../committee.ts'
import { stepToFulfil } from '../decide.ts'
import { splitAward } from '../funding.ts'
import { grantedTranches } from '../money-of-case.ts'

/**
 * Grants an aid that needs no committee (`decidedBy: coordinator`), in minor units. Refusals: `already-decided`,
 * `not-for-coordinator`, `aid-not-open`, `amount-zero`, `amount-above-request`, `amount-above-ceiling`,
 * `amount-too-small`, those of `splitAward`, `date-ahead`, `date-too-early`.
 */
export const grantAward = caseCommand({
  name: 'grant-award',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator'],
  stages: ['arrival', 'project', 'launch'],
  fulfils: 'committee',
  offices: ['custody'],
  looksElsewhere: true,
  fields: {
    amount: amount(),
    funding: optional(funding()),
    fundingReason: optional(longText()),
    on: date(),
    text: optional(longText()),
  },
  when(state, { running }) {
    if (state.award) return refuse('already-decided', { on: state.award.on })
    const aid = aidOf(running.edition, state.aid)
    return aid?.decidedBy === 'coordinator' ? undefined : refuse('not-for-coordinator', { aid: state.aid })
  },
  decide(state, { amount, on, text, ...given }, circumstances) {
    const { running } = circumstances
    const step = stepToFulfil(grantAward, state, circumstances)
    if (step.refused) return step
    const refusal = firstRefusal(grantRefusal(amount, state, running), dayOfAct(on, state, circumstances))
    if (refusal) return refusal
    const tranches = grantedTranches(amount, state, running)
    if (tranches.refused) return tranches
    const split = splitAward(amount, given, state, running)
    if (split.refused) return split
    const data = { step: step.value.step, on, amount, text: text ?? null, tranches: tranches.value, ...split.value }
    return accept({ events: [{ type: 'award-granted', data }] })
  },
})
