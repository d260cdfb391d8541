import { amount, choice, date, funding, longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { decisionRefusal, outcomes, sittingRefusal, voteRefusal } from '../committee.ts'
import { stepToFulfil } from '../decide.ts'
import { splitAward } from '../funding.ts'
import { grantedTranches } from '../money-of-case.ts'

/**
 * What the committee decided on a file of the sitting in progress, as its vote said where it voted. A grant is split into
 * the aid's tranches; who did not come may be sent on to the committee's `next` sitting at once. Refusals:
 * `file-not-submitted`, `no-such-sitting`, `not-on-agenda`, `not-your-sitting`, `sitting-not-open`, `recused`,
 * `quorum-not-set`, `no-quorum`, those of `voteRefusal`, `outcome-not-possible`, `text-needed`, `amount-needed`, `amount-zero`,
 * `no-amount-here`, `amount-above-request`, `amount-not-less`, `amount-above-ceiling`, `amount-too-small`,
 * those of `splitAward`, `date-ahead`, `date-too-early`.
 */
export const recordDecision = caseCommand({
  name: 'record-decision',
  stream: 'case',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  stages: ['project', 'launch'],
  fulfils: 'committee',
  stepRole: 'any',
  offices: ['any'],
  alongside: 'sitting',
  looksElsewhere: true,
  fields: {
    sitting: pick('sittings'),
    outcome: choice(outcomes),
    amount: optional(amount()),
    funding: optional(funding()),
    fundingReason: optional(longText()),
    conditions: optional(longText()),
    text: optional(longText()),
    next: optional(pick('sittings')),
    on: date(),
  },
  when: (state) => (state.submission ? undefined : refuse('file-not-submitted')),
  decide(state, { sitting, outcome, amount, conditions, text, next, on, ...given }, circumstances) {
    const step = stepToFulfil(recordDecision, state, circumstances, state.submission?.step)
    if (step.refused) return step
    const refusal = firstRefusal(
      sittingRefusal(sitting, state, circumstances),
      voteRefusal({ outcome, amount }, state, circumstances),
      next !== undefined &&
        (outcome !== 'absent' || next !== circumstances.sitting?.next?.sitting) &&
        refuse('no-such-sitting', { sitting: next }, 'next'),
      decisionRefusal({ outcome, amount, text }, state, circumstances.running),
      dayOfAct(on, state, circumstances, state.submission?.on),
    )
    if (refusal) return refusal
    const tranches = grantedTranches(amount, state, circumstances.running)
    if (tranches.refused) return tranches
    const split = splitAward(amount, given, state, circumstances.running)
    if (split.refused) return split
    const data = {
      step: step.value.step,
      on,
      sitting,
      outcome,
      complete: amount !== undefined,
      amount: amount ?? null,
      conditions: conditions === undefined ? [] : [conditions],
      text: text ?? null,
      tranches: tranches.value,
      ...split.value,
    }
    const elsewhere = state.appeal?.committee ? { committee: state.appeal.committee } : {}
    const pack = circumstances.sitting?.files.find((each) => each.case === state.case)?.pack ?? null
    const decided = {
      type: 'committee-decided',
      data: { ...data, ...(pack === null ? {} : { pack }), ...elsewhere },
    } as const
    if (next === undefined) return accept({ events: [decided] })
    const again = { sitting: next, on, step: step.value.step }
    return accept({ events: [decided, { type: 'file-submitted-to-committee', data: again }] })
  },
})
