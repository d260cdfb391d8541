import { date, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import { attendanceOf } from '../group.ts'

/**
 * Which participants of a group completed what it was held for; the latest list counts. Refusals: `never-attended`,
 * `date-ahead`, `date-too-early`.
 */
export const recordCompletion = caseCommand({
  name: 'record-completion',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['project', 'launch', 'monitoring'],
  beneficiaries: ['group'],
  fulfils: 'completion',
  stepRole: 'any',
  again: true,
  offices: ['custody', 'operator'],
  fields: { completed: picks('members'), on: date() },
  decide(state, { completed: named, on }, circumstances) {
    const step = stepToFulfil(recordCompletion, state, circumstances)
    if (step.refused) return step
    const completed = [...new Set(named)]
    const attendance = attendanceOf(state)
    const absent = completed.filter((person) => (attendance.get(person) ?? 0) === 0)
    const refusal = firstRefusal(
      absent.length > 0 && refuse('never-attended', { count: absent.length }, 'completed'),
      dayOfAct(on, state, circumstances),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'completion-recorded', data: { step: step.value.step, on, completed } }] })
  },
})
