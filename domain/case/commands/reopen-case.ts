import { date, longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/** A closed case goes on where it stopped, with a reason. Refusals: `date-ahead`, `date-too-early`. */
export const reopenCase = caseCommand({
  name: 'reopen-case',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'programme-manager'],
  stages: ['closed'],
  offices: ['custody', 'scheme'],
  fields: { reason: longText(), on: date() },
  decide(state, { reason, on }, circumstances) {
    const refusal = dayOfAct(on, state, circumstances, state.closure?.on)
    if (refusal) return refusal
    return accept({ events: [{ type: 'case-reopened', data: { reason, on } }] })
  },
})
