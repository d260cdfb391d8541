import { date, longText } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/** The idea goes back to be worked on, with what is asked of it. Refusals: `nothing-submitted`, `date-ahead`, `date-too-early`. */
export const returnIdea = caseCommand({
  name: 'return-idea',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator', 'adviser', 'employment-adviser'],
  stages: ['arrival', 'project'],
  fulfils: 'idea',
  stepRole: 'approvedBy',
  offices: ['custody', 'operator'],
  fields: { on: date(), text: longText() },
  when: ({ idea }) => (idea?.state === 'submitted' ? undefined : refuse('nothing-submitted')),
  decide(state, { on, text }, circumstances) {
    const refusal = dayOfAct(on, state, circumstances)
    if (refusal) return refusal
    return accept({ events: [{ type: 'idea-returned', data: { text, on } }] })
  },
})
