import type { PersonInput, Relation } from '#domain/field.ts'
import type { Role } from '#domain/role.ts'

import type { Deed } from './case.ts'
import { runningScheme } from './case.ts'
import { did } from './scheme-road.ts'

/** Someone on a case, told apart by a number below 100. */
export function someone(number: number, relation: Relation): PersonInput {
  const person = `00000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`
  return { person, givenName: 'Ama', familyName: `Number ${number}`, relation }
}

function requiredConsents(scheme: string): readonly string[] {
  return runningScheme(scheme)
    .edition.consents.filter(({ required }) => required)
    .map(({ purpose }) => purpose)
}

/** An organisation's file is opened, with its contact. */
export function organisationOpened(scheme: string, name: string, by: Role, day: string): Deed {
  const people = [someone(1, 'contact')]
  return did('register-case', by, day, { scheme, beneficiary: { name }, people, consents: requiredConsents(scheme) })
}

/** A group is opened; nobody is in it yet. */
export function groupOpened(scheme: string, name: string, by: Role, day: string): Deed {
  return did('register-case', by, day, { scheme, beneficiary: { name }, people: [], consents: [] })
}

/** Participants join, by their numbers. */
export function enrolled(scheme: string, by: Role, day: string, ...numbers: readonly number[]): Deed {
  const people = numbers.map((number) => someone(number, 'participant'))
  return did('enrol-participants', by, day, { people, consents: requiredConsents(scheme) })
}

export function personsOf(...numbers: readonly number[]): string[] {
  return numbers.map((number) => someone(number, 'participant').person)
}
