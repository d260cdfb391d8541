import { choice, date, longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

export const difficultyKinds = [
  'health',
  'housing',
  'family',
  'money',
  'market',
  'equipment',
  'premises',
  'paperwork',
  'training',
  'safety',
  'other',
] as const

/** Something stands in the way; it stays open until it is resolved. Refusals: `date-ahead`, `date-too-early`. */
export const raiseDifficulty = caseCommand({
  name: 'raise-difficulty',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'operator'],
  fields: { about: choice(difficultyKinds), text: longText(), on: date() },
  decide(state, { about, text, on }, circumstances) {
    const refusal = dayOfAct(on, state, circumstances)
    if (refusal) return refusal
    const data = { difficulty: circumstances.id('difficulty'), about, text, on }
    return accept({ events: [{ type: 'difficulty-raised', data }] })
  },
})
