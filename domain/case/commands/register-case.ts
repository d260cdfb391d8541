import { addYears } from '../../calendar.ts'
import { date, facts, optional, people, pick, picks, region as regionField } from '../../field.ts'
import type { PersonInput } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { factRefusal } from '../../scheme/facts.ts'
import type { Edition } from '../../scheme/scheme.ts'
import { caseCommand } from '../case-command.ts'
import { notAhead, notBefore, stepToFulfil } from '../decide.ts'
import type { CaseEvent, Member } from '../events.ts'

/**
 * Opens a person's file in one edition of a scheme, with the family members who come along. Every consent of the
 * edition gets its answer, given or not. Facts are optional: what was not asked stays not asked. Refusals: `office-may-not` (it plays no such part in the scheme), `date-ahead`, `date-too-early`,
 * `one-principal`, `person-twice`, `born-later`, `consent-missing`, `unknown-fact`, `invalid-fact`.
 */
export const registerCase = caseCommand({
  name: 'register-case',
  stream: 'case',
  kind: 'opens',
  roles: ['counsellor', 'coordinator'],
  stages: [],
  fulfils: 'registration',
  stepRole: 'any',
  offices: ['any'],
  fields: {
    scheme: pick('schemes'),
    people: people(),
    consents: picks('consents'),
    on: date(),
    region: optional(regionField()),
    facts: optional(facts()),
  },
  decide(state, { scheme, people, consents, on, region, facts }, circumstances) {
    const { running, actor } = circumstances
    const { edition } = running
    const step = stepToFulfil(registerCase, state, circumstances)
    if (step.refused) return step
    const refusal = firstRefusal(
      !(circumstances.offices.byRole[actor.role] ?? []).includes(actor.office) &&
        refuse('office-may-not', { office: actor.office }, 'scheme'),
      notAhead(on, circumstances),
      // No scheme is that old: an older day is a slip of the hand.
      notBefore(on, addYears(circumstances.today, -30)),
      peopleRefusal(people, on),
      consentMissing(edition, consents),
      facts && factRefusal(edition, facts),
    )
    if (refusal) return refusal
    const events: CaseEvent[] = [
      {
        type: 'case-registered',
        data: {
          step: step.value.step,
          on,
          scheme,
          edition: edition.edition,
          office: actor.office,
          members: people.map(memberOf),
          region: region ?? null,
          consents: Object.fromEntries(edition.consents.map(({ purpose }) => [purpose, consents.includes(purpose)])),
        },
      },
    ]
    if (facts && Object.keys(facts).length > 0) events.push({ type: 'facts-recorded', data: { facts } })
    return accept({ events, people })
  },
})

/** What an event may hold of a person: an id, the tie to the principal, the year of birth. */
export function memberOf({ person, relation, birth }: PersonInput): Member {
  return { person, relation, birthYear: birth === undefined ? null : Number(birth.slice(0, 4)) }
}

function peopleRefusal(people: readonly PersonInput[], on: string) {
  const principals = people.filter(({ relation }) => relation === 'principal').length
  return firstRefusal(
    principals !== 1 && refuse('one-principal', { principals }, 'people'),
    new Set(people.map(({ person }) => person)).size < people.length && refuse('person-twice', {}, 'people'),
    people.some(({ birth }) => birth !== undefined && birth > on) && refuse('born-later', { on }, 'people'),
  )
}

function consentMissing(edition: Edition, given: readonly string[]) {
  const missing = edition.consents
    .filter(({ purpose, required }) => required && !given.includes(purpose))
    .map(({ purpose }) => purpose)
  return missing.length > 0 && refuse('consent-missing', { purposes: missing }, 'consents')
}
