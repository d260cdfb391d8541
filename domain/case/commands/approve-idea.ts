import { date, longText, optional } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/** The project may be studied. Refusals: `nothing-submitted`, `date-ahead`, `date-too-early`. */
export const approveIdea = caseCommand({
  name: 'approve-idea',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator', 'adviser', 'employment-adviser'],
  stages: ['arrival', 'project'],
  fulfils: 'idea',
  stepRole: 'approvedBy',
  offices: ['custody', 'operator'],
  fields: { on: date(), text: optional(longText()) },
  when: ({ idea }) => (idea?.state === 'submitted' ? undefined : refuse('nothing-submitted')),
  decide(state, { on, text }, circumstances) {
    const step = stepToFulfil(approveIdea, state, circumstances)
    if (step.refused) return step
    const refusal = dayOfAct(on, state, circumstances)
    if (refusal) return refusal
    return accept({ events: [{ type: 'idea-approved', data: { step: step.value.step, on, text: text ?? null } }] })
  },
})
