import { date, longText, pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/**
 * What the person wants to do, in words and by sector; handed in again after it came back. Refusals:
 * `already-submitted`, `date-ahead`, `date-too-early`.
 */
export const submitIdea = caseCommand({
  name: 'submit-idea',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'employment-adviser', 'coordinator'],
  stages: ['arrival', 'project'],
  fulfils: 'idea',
  offices: ['operator', 'custody'],
  fields: { activity: pick('sectors'), text: longText(), on: date() },
  when: ({ idea }) => (idea?.state === 'submitted' ? refuse('already-submitted') : undefined),
  decide(state, { activity, text, on }, circumstances) {
    const step = stepToFulfil(submitIdea, state, circumstances)
    if (step.refused) return step
    const refusal = dayOfAct(on, state, circumstances)
    if (refusal) return refusal
    return accept({ events: [{ type: 'idea-submitted', data: { text, activity, step: step.value.step, on } }] })
  },
})
