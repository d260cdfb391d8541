import type { BeneficiaryInput, PersonInput } from '../field.ts'
import type { Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import { beneficiaryOf, relationsOf } from '../scheme/beneficiary.ts'
import type { Edition } from '../scheme/scheme.ts'
import type { Member } from './events.ts'

/** What an event may hold of a person: an id, the tie to whom the case is about, the year of birth. */
export function memberOf({ person, relation, birth }: PersonInput): Member {
  return { person, relation, birthYear: birth === undefined ? null : Number(birth.slice(0, 4)) }
}

/** Refuses `relation-not-possible`, `person-twice`, `born-later` for people who join a case at once. */
export function peopleRefusal(edition: Edition, people: readonly PersonInput[], on: string): Refusal | undefined {
  return firstRefusal(
    ...people.map(({ relation }) => relationRefusal(edition, relation, 'people')),
    new Set(people.map(({ person }) => person)).size < people.length && refuse('person-twice', {}, 'people'),
    people.some(({ birth }) => birth !== undefined && birth > on) && refuse('born-later', { on }, 'people'),
  )
}

/** Refuses `relation-not-possible`: an organisation has contacts, a group participants, only a person a family. */
export function relationRefusal(edition: Edition, relation: PersonInput['relation'], field: string): Refusal | false {
  const beneficiary = beneficiaryOf(edition)
  return !relationsOf[beneficiary].includes(relation) && refuse('relation-not-possible', { beneficiary }, field)
}

/**
 * Whom a new case is about: one principal person, or an organisation with a contact, or a group, whose participants
 * are enrolled later. Refusals: `one-principal`, `contact-missing`, `enrolled-later`, `beneficiary-missing`,
 * `beneficiary-is-person`.
 */
export function beneficiaryRefusal(
  edition: Edition,
  people: readonly PersonInput[],
  named: BeneficiaryInput | undefined,
): Refusal | undefined {
  const beneficiary = beneficiaryOf(edition)
  const principals = people.filter(({ relation }) => relation === 'principal').length
  if (beneficiary === 'person')
    return firstRefusal(
      principals !== 1 && refuse('one-principal', { principals }, 'people'),
      named !== undefined && refuse('beneficiary-is-person', {}, 'beneficiary'),
    )
  return firstRefusal(
    named === undefined && refuse('beneficiary-missing', { beneficiary }, 'beneficiary'),
    beneficiary === 'organisation' && people.length === 0 && refuse('contact-missing', {}, 'people'),
    beneficiary === 'group' && people.length > 0 && refuse('enrolled-later', {}, 'people'),
  )
}

/** Refuses `consent-missing` with the purposes that the edition cannot do without. */
export function consentMissing(edition: Edition, given: readonly string[]): Refusal | false {
  const missing = edition.consents
    .filter(({ purpose, required }) => required && !given.includes(purpose))
    .map(({ purpose }) => purpose)
  return missing.length > 0 && refuse('consent-missing', { purposes: missing }, 'consents')
}

/** Every purpose of the edition with its answer, given or not. */
export function consentsGiven(edition: Edition, given: readonly string[]): Readonly<Record<string, boolean>> {
  return Object.fromEntries(edition.consents.map(({ purpose }) => [purpose, given.includes(purpose)]))
}
