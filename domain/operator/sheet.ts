import type { Lot } from '../scheme/operators.ts'

export { lots } from '../scheme/operators.ts'
export type { Lot } from '../scheme/operators.ts'

export const operatorTypes = ['public', 'private', 'association'] as const
export type OperatorType = (typeof operatorTypes)[number]

export const accreditationStates = ['applied', 'accredited', 'refused', 'suspended', 'ended'] as const
export type AccreditationStatus = (typeof accreditationStates)[number]

export type Price = { readonly service: string; readonly amount: number }

/** A contract in force, as a second person has confirmed it. */
export type OperatorContract = {
  readonly from: string
  readonly until: string
  /** Minor units of the scheme's currency; null = none was agreed. */
  readonly ceiling: number | null
  /** How many cases it is for; null = none was agreed. */
  readonly cases: number | null
  readonly prices: readonly Price[]
}

/** A tie that the operator declared: to one case, or to a party whatever the case. `party` and `reason` refer to words. */
export type ConflictOfInterest = { readonly case: string | null; readonly party: string; readonly reason: string }

/** What is known of one operator in one scheme, folded from its accreditation stream. */
export type OperatorSheet = {
  readonly office: string
  readonly scheme: string
  readonly type: OperatorType
  readonly state: AccreditationStatus
  /** Days of the accreditation. */
  readonly from: string | null
  readonly until: string | null
  readonly lots: readonly Lot[]
  /** Words of the edition's `operators.expertise`: those that are proven. */
  readonly expertise: readonly string[]
  /** Catalogue codes; none = not said. */
  readonly sectors: readonly string[]
  readonly regions: readonly string[]
  /** ISO 639. */
  readonly languages: readonly string[]
  /** Cases at once; null = not said. */
  readonly capacity: number | null
  readonly contract: OperatorContract | null
  readonly interests: readonly ConflictOfInterest[]
}

/** Minor units that these services cost under a contract; a service without a price costs nothing. */
export function priceOf(
  { prices }: Pick<OperatorContract, 'prices'>,
  services: readonly { readonly service: string }[],
): number {
  return services.reduce(
    (sum, { service }) => sum + (prices.find((price) => price.service === service)?.amount ?? 0),
    0,
  )
}
