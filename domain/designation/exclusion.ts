import type { OperatorPerformance } from '../operator/performance.ts'
import { priceOf } from '../operator/sheet.ts'
import type { OperatorSheet } from '../operator/sheet.ts'
import type { Refusal } from '../outcome.ts'
import { refuse } from '../outcome.ts'
import type { RankingQuestion } from './question.ts'

type Known = {
  readonly office: string
  /** How many cases its contract counts by now. */
  readonly cases: number
  readonly sheet: OperatorSheet | undefined
  readonly performance: OperatorPerformance | undefined
}
type Check = Refusal | undefined | false

/**
 * Why an operator cannot be designated on this case on the day asked for; empty when it can. Refusals:
 * `same-operator`, `operator-already-refused`, `operator-not-accredited`, `operator-suspended`,
 * `accreditation-not-begun`, `accreditation-over`, `contract-not-begun`, `contract-over`, `contract-ceiling-passed`,
 * `contract-cases-reached`, `capacity-reached`, `lot-not-covered`, `sector-not-covered`, `interest-declared`; each
 * with the facts of its sentence, amounts in minor units of the scheme's currency. What nobody said excludes nobody.
 */
export function exclusionsOf(known: Known, question: RankingQuestion): readonly Refusal[] {
  const { office } = known
  const checks: readonly Check[] = [
    question.designated === office && refuse('same-operator', { operator: office }, 'operator'),
    question.refusedBy.includes(office) && refuse('operator-already-refused', { operator: office }, 'operator'),
    ...accreditation(known, question),
    ...contract(known, question),
    ...cover(known, question),
  ]
  return checks.filter((check) => check !== undefined && check !== false)
}

/** Where an edition does not ask for it, an office without an accreditation on record is taken as it is. */
function accreditation({ office: operator, sheet }: Known, question: RankingQuestion): readonly Check[] {
  const { today, accreditationRequired } = question
  const isOnRecord = sheet !== undefined && sheet.state !== 'applied'
  if (!isOnRecord)
    return [accreditationRequired && refuse('operator-not-accredited', { operator, state: 'none' }, 'operator')]
  const { state, from, until } = sheet
  return [
    state === 'refused' && refuse('operator-not-accredited', { operator, state }, 'operator'),
    state === 'suspended' && refuse('operator-suspended', { operator }, 'operator'),
    state === 'accredited' &&
      from !== null &&
      from > today &&
      refuse('accreditation-not-begun', { operator, begins: from }, 'operator'),
    (state === 'ended' || (until !== null && until < today)) &&
      refuse('accreditation-over', { operator, until: until ?? today }, 'operator'),
  ]
}

function contract(
  { office: operator, cases: counted, sheet, performance }: Known,
  question: RankingQuestion,
): readonly Check[] {
  const { today, currency } = question
  const { contract: signed = null, capacity = null } = sheet ?? {}
  const { caseload = 0, committed = 0 } = performance ?? {}
  const full =
    capacity !== null &&
    caseload >= capacity &&
    refuse('capacity-reached', { operator, caseload, capacity }, 'operator')
  if (signed === null) return [full]
  const { from, until, ceiling, cases } = signed
  const price = priceFor(sheet, question) ?? 0
  const left = ceiling === null ? null : Math.max(0, ceiling - committed)
  const isCounted = question.counted.includes(operator)
  return [
    from > today && refuse('contract-not-begun', { operator, begins: from }, 'operator'),
    until < today && refuse('contract-over', { operator, until }, 'operator'),
    left !== null &&
      price > left &&
      refuse('contract-ceiling-passed', { operator, price, left, ceiling, currency }, 'operator'),
    !isCounted &&
      cases !== null &&
      counted >= cases &&
      refuse('contract-cases-reached', { operator, count: counted, cases }, 'operator'),
    full,
  ]
}

function cover({ office: operator, sheet }: Known, { lot, sector, case: id }: RankingQuestion): readonly Check[] {
  if (!sheet) return []
  const isTied = sheet.interests.some((each) => each.case === id)
  const { lots, sectors } = sheet
  return [
    lot !== null && lots.length > 0 && !lots.includes(lot) && refuse('lot-not-covered', { operator, lot }, 'operator'),
    sector !== null &&
      sectors.length > 0 &&
      !sectors.includes(sector) &&
      refuse('sector-not-covered', { operator, sector }, 'operator'),
    isTied && refuse('interest-declared', { operator }, 'operator'),
  ]
}

/** What the contract pays for such a case, in minor units; null where there is no contract, or it names no price for it. */
export function priceFor(
  sheet: OperatorSheet | undefined,
  { services }: Pick<RankingQuestion, 'services'>,
): number | null {
  const contract = sheet?.contract
  if (!contract?.prices.some(({ service }) => services.some((each) => each.service === service))) return null
  return priceOf(contract, services)
}
