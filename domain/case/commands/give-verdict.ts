import { date } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import { factsOf } from '../facts-of-case.ts'

/**
 * States whether the person is eligible, as the edition's rules compute it from the facts, with the reason of each
 * rule. It may be given again when facts change. Refusals: `verdict-not-known` with the facts that are missing,
 * `date-ahead`, `date-too-early`.
 */
export const giveVerdict = caseCommand({
  name: 'give-verdict',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator'],
  stages: ['preparation', 'arrival', 'project'],
  fulfils: 'verdict',
  stepRole: 'any',
  again: true,
  offices: ['custody'],
  looksElsewhere: true,
  fields: { on: date() },
  decide(state, { on }, circumstances) {
    const { running } = circumstances
    const step = stepToFulfil(giveVerdict, state, circumstances)
    if (step.refused) return step
    const refusal = dayOfAct(on, state, circumstances)
    if (refusal) return refusal
    const rule = running.edition.eligibility
    const { result, reasons, missing } = running.rules.verdict(rule, factsOf(state, running))
    if (result === 'not-known') return refuse('verdict-not-known', { rule, missing, reasons })
    return accept({ events: [{ type: 'verdict-given', data: { step: step.value.step, on, result, reasons } }] })
  },
})
