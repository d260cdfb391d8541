import { date, longText, pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/** A difficulty is out of the way, and how. Refusals: `no-difficulty`, `date-ahead`, `date-too-early`. */
export const resolveDifficulty = caseCommand({
  name: 'resolve-difficulty',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'operator'],
  fields: { difficulty: pick('difficulties'), text: longText(), on: date() },
  when: ({ difficulties }) =>
    difficulties.some((each) => each.resolvedOn === null) ? undefined : refuse('no-difficulty'),
  decide(state, { difficulty, text, on }, circumstances) {
    const raised = state.difficulties.find((each) => each.difficulty === difficulty)
    const refusal = dayOfAct(on, state, circumstances, raised?.on)
    if (refusal) return refusal
    return accept({ events: [{ type: 'difficulty-resolved', data: { difficulty, text, on } }] })
  },
})
