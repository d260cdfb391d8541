import type { Relation } from '../field.ts'
import type { Edition } from './scheme.ts'

/** Whom a case helps: a person with their family, an organisation with its contacts, a group with its participants. */
export const beneficiaryKinds = ['person', 'organisation', 'group'] as const
export type BeneficiaryKind = (typeof beneficiaryKinds)[number]

/** Whom an edition helps; a person, unless it says otherwise. */
export function beneficiaryOf({ beneficiary = 'person' }: Pick<Edition, 'beneficiary'>): BeneficiaryKind {
  return beneficiary
}

/** As what people are on a case of each kind of beneficiary. */
export const relationsOf: Readonly<Record<BeneficiaryKind, readonly Relation[]>> = {
  person: ['principal', 'spouse', 'child', 'parent', 'sibling', 'other'],
  organisation: ['contact'],
  group: ['participant'],
}
