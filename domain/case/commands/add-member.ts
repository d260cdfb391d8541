import { date, person } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { memberOf, relationRefusal } from '../people.ts'

/**
 * Another member of the family, or another contact of the organisation, joins the case. Refusals: `already-member`,
 * `one-principal`, `relation-not-possible`, `born-later`, `date-ahead`, `date-too-early`.
 */
export const addMember = caseCommand({
  name: 'add-member',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  beneficiaries: ['person', 'organisation'],
  offices: ['custody'],
  fields: { person: person(), on: date() },
  decide(state, { person, on }, circumstances) {
    const refusal = firstRefusal(
      dayOfAct(on, state, circumstances),
      state.members.some((each) => each.person === person.person) && refuse('already-member', {}, 'person'),
      person.relation === 'principal' && refuse('one-principal', { principals: 2 }, 'person'),
      relationRefusal(circumstances.running.edition, person.relation, 'person'),
      person.birth !== undefined && person.birth > on && refuse('born-later', { on }, 'person'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'member-added', data: { member: memberOf(person) } }], people: [person] })
  },
})
