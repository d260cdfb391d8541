import { date, longText } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/** The person or the organisation no longer wishes to go on, and says why; the case is closed after. Refusals: `already-withdrawn`, `date-ahead`, `date-too-early`. */
export const withdraw = caseCommand({
  name: 'withdraw',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  beneficiaries: ['person', 'organisation'],
  offices: ['custody', 'operator'],
  fields: { reason: longText(), on: date() },
  when: ({ withdrewOn }) => (withdrewOn === null ? undefined : refuse('already-withdrawn', { on: withdrewOn })),
  decide(state, { reason, on }, circumstances) {
    const refusal = dayOfAct(on, state, circumstances)
    if (refusal) return refusal
    return accept({ events: [{ type: 'person-withdrew', data: { reason, on } }] })
  },
})
