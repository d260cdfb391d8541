import { date, longText } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/**
 * An offer of custody ends without a change: the office it was made to returns it, or the office that made it takes it
 * back. Refusals: `not-offered`, `date-ahead`, `date-too-early`.
 */
export const returnCustody = caseCommand({
  name: 'return-custody',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['offered', 'custody'],
  fields: { on: date(), reason: longText() },
  when: ({ custody }) => (custody.offeredTo === null ? refuse('not-offered') : undefined),
  decide(state, { on, reason }, circumstances) {
    const { office: from, offeredTo: to, since } = state.custody
    if (to === null) return refuse('not-offered')
    const refusal = dayOfAct(on, state, circumstances, since)
    if (refusal) return refusal
    return accept({ events: [{ type: 'custody-returned', data: { from, to, reason, on } }] })
  },
})
