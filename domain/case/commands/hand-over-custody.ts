import { date, longText, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/**
 * Offers the case to another office. Nothing moves until that office accepts. Refusals: `already-offered`,
 * `same-office`, `date-ahead`, `date-too-early`.
 */
export const handOverCustody = caseCommand({
  name: 'hand-over-custody',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  fulfils: 'custody',
  stepRole: 'any',
  again: true,
  offices: ['custody'],
  fields: { to: pick('offices'), on: date(), reason: longText() },
  when: ({ custody }) =>
    custody.offeredTo === null ? undefined : refuse('already-offered', { office: custody.offeredTo }),
  decide(state, { to, on, reason }, circumstances) {
    const step = stepToFulfil(handOverCustody, state, circumstances)
    if (step.refused) return step
    const from = state.custody.office
    const refusal = firstRefusal(
      from === to && refuse('same-office', { office: to }, 'to'),
      dayOfAct(on, state, circumstances, state.custody.since),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'custody-offered', data: { from, to, reason, on } }] })
  },
})
