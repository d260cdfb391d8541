import type { OperatorCase } from '../operator/operator-case.ts'
import type { OperatorContract, OperatorSheet } from '../operator/sheet.ts'
import { priceOf } from '../operator/sheet.ts'
import type { Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'

/** What cases take of one contract: how many there are, and minor units of the scheme's currency. */
export type ContractUse = { readonly cases: number; readonly committed: number }

/** The operators on whose account a case says something else than before, as far as contracts count it. */
export function operatorsTouched(before: readonly OperatorCase[], after: readonly OperatorCase[]): readonly string[] {
  const told = ({ number, office, designatedOn, accepted, open, services }: OperatorCase) =>
    JSON.stringify([number, office, designatedOn, accepted, open, services])
  const had = new Set(before.map(told))
  return [...new Set(after.filter((each) => !had.has(told(each))).map(({ office }) => office))].sort()
}

/** What one case takes of an operator's present contract. */
export function useOf(rows: readonly OperatorCase[], office: string, contract: OperatorContract): ContractUse {
  const counted = rows.filter(
    (row) => row.office === office && (row.open || row.accepted) && isWithin(row.designatedOn, contract),
  )
  const committed = counted.map(({ services }) =>
    priceOf(
      contract,
      services.map((service) => ({ service })),
    ),
  )
  return { cases: counted.length > 0 ? 1 : 0, committed: committed.reduce((sum, each) => sum + each, 0) }
}

type Asked = {
  readonly before: readonly OperatorCase[]
  readonly after: readonly OperatorCase[]
  readonly sheet: OperatorSheet | undefined
  /** What all other cases take of the contract by now. */
  readonly others: ContractUse
  readonly currency: string
}

/**
 * Why a contract does not allow what a command does to a case, whichever command it is: a designation, but also another
 * aid, a case that is opened again, a day that is corrected. Refuses `contract-ceiling-passed`, `contract-cases-reached`,
 * `contract-not-begun`, `contract-over`. What takes nothing more of the contract is never refused.
 */
export function contractRefusal({ before, after, sheet, others, currency }: Asked): Refusal | undefined {
  const { contract, office: operator } = sheet ?? {}
  if (!contract || operator === undefined) return undefined
  const had = useOf(before, operator, contract)
  const has = useOf(after, operator, contract)
  const { ceiling, cases, from, until } = contract
  const left = ceiling === null ? null : Math.max(0, ceiling - others.committed)
  const outside = outsideDay(operator, before, after, contract)
  return firstRefusal(
    outside !== undefined && outside < from && refuse('contract-not-begun', { operator, begins: from }),
    outside !== undefined && outside > until && refuse('contract-over', { operator, until }),
    left !== null &&
      has.committed > had.committed &&
      has.committed > left &&
      refuse('contract-ceiling-passed', { operator, price: has.committed, left, ceiling, currency }),
    cases !== null &&
      has.cases > had.cases &&
      others.cases + has.cases > cases &&
      refuse('contract-cases-reached', { operator, count: others.cases, cases }),
  )
}

/** The day of a designation that is new, or dated otherwise than before, and lies outside the contract. */
function outsideDay(
  operator: string,
  before: readonly OperatorCase[],
  after: readonly OperatorCase[],
  contract: OperatorContract,
): string | undefined {
  const known = new Map(before.map(({ number, designatedOn }) => [number, designatedOn]))
  return after.find(
    ({ number, office, designatedOn }) =>
      office === operator && known.get(number) !== designatedOn && !isWithin(designatedOn, contract),
  )?.designatedOn
}

function isWithin(day: string, { from, until }: OperatorContract): boolean {
  return day >= from && day <= until
}
