import { date, longText, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/**
 * Says that the principal person of this case is one whom the office knows from another case, and why it is sure. From
 * then on the rules of each scheme hear what the other cases answer, and whoever may see several of them sees them
 * together. Identity is not joined: each case keeps its own. Refusals: `already-linked`, `person-of-this-case`,
 * `unknown-choice` (nobody whom the actor may see), `date-ahead`, `date-too-early`.
 */
export const linkPerson = caseCommand({
  name: 'link-person',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody'],
  beneficiaries: ['person'],
  fields: { known: pick('known-people'), reason: longText(), on: date() },
  decide(state, { known, reason, on }, circumstances) {
    const refusal = firstRefusal(
      state.members.some(({ person }) => person === known) && refuse('person-of-this-case', {}, 'known'),
      state.samePerson?.includes(known) && refuse('already-linked', {}, 'known'),
      dayOfAct(on, state, circumstances),
    )
    return refusal ?? accept({ events: [{ type: 'person-linked', data: { known, reason, on } }] })
  },
})
