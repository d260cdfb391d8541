import { date, people, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import { consentMissing, consentsGiven, memberOf, peopleRefusal } from '../people.ts'

/** As many as one list of attendance can hold; a larger course is several groups. */
export const mostParticipants = 100

/**
 * People join a group, each of whom agreed to these purposes; none of them needs a case of their own. Refusals:
 * `group-full`, `already-member`, `relation-not-possible`, `person-twice`, `born-later`, `consent-missing`,
 * `date-ahead`, `date-too-early`.
 */
export const enrolParticipants = caseCommand({
  name: 'enrol-participants',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  beneficiaries: ['group'],
  fulfils: 'enrolment',
  stepRole: 'any',
  again: true,
  offices: ['custody', 'operator'],
  fields: { people: people(), consents: picks('consents'), on: date() },
  decide(state, { people, consents, on }, circumstances) {
    const { edition } = circumstances.running
    const step = stepToFulfil(enrolParticipants, state, circumstances)
    if (step.refused) return step
    const known = new Set(state.members.map(({ person }) => person))
    const refusal = firstRefusal(
      dayOfAct(on, state, circumstances),
      known.size + people.length > mostParticipants && refuse('group-full', { most: mostParticipants }, 'people'),
      people.some(({ person }) => known.has(person)) && refuse('already-member', {}, 'people'),
      peopleRefusal(edition, people, on),
      consentMissing(edition, consents),
    )
    if (refusal) return refusal
    const members = people.map(memberOf)
    const data = { step: step.value.step, on, members, consents: consentsGiven(edition, consents) }
    return accept({ events: [{ type: 'participants-enrolled', data }], people })
  },
})
