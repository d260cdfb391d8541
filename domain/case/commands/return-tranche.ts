import { date, longText, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { trancheOf } from '../tranches.ts'

/**
 * A prepared or released tranche goes back to be prepared again, as long as nothing was paid on it. Refusals:
 * `tranche-not-requested`, `paid-in-part`, `date-ahead`, `date-too-early`.
 */
export const returnTranche = caseCommand({
  name: 'return-tranche',
  stream: 'case',
  kind: 'acts',
  roles: ['payment-approver', 'finance-officer'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['any'],
  fields: { tranche: pick('tranches'), on: date(), reason: longText() },
  when: ({ award }) =>
    award?.tranches.some((each) => each.state === 'requested' || each.state === 'released')
      ? undefined
      : refuse('tranche-not-requested'),
  decide(state, { tranche, on, reason }, circumstances) {
    const asked = trancheOf(state, tranche)
    const refusal = firstRefusal(
      asked?.state !== 'requested' &&
        asked?.state !== 'released' &&
        refuse('tranche-not-requested', { tranche }, 'tranche'),
      (asked?.payments.length ?? 0) > 0 && refuse('paid-in-part', { tranche }, 'tranche'),
      dayOfAct(on, state, circumstances, state.award?.on),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'tranche-returned', data: { tranche, reason, on } }] })
  },
})
