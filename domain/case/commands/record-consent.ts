import { date, pick, yesNo } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/**
 * The person gives a consent or takes it back, purpose by purpose; taking back is always possible. Refusals:
 * `nothing-changes`, `date-ahead`, `date-too-early`.
 */
export const recordConsent = caseCommand({
  name: 'record-consent',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed'],
  beneficiaries: ['person', 'organisation'],
  offices: ['custody', 'operator'],
  fields: { purpose: pick('consents'), given: yesNo(), on: date() },
  decide(state, { purpose, given, on }, circumstances) {
    const before = state.consents[purpose]
    const refusal = firstRefusal(
      before?.given === given && refuse('nothing-changes', { purpose }, 'given'),
      dayOfAct(on, state, circumstances, before?.on),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'consent-recorded', data: { purpose, given, on } }] })
  },
})
