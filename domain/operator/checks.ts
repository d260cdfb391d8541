import sectors from '#catalogue/reference/sectors.json' with { type: 'json' }

import { addMonths } from '../calendar.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { accept, firstRefusal, refuse } from '../outcome.ts'
import type { Specification } from '../scheme/operators.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { spokenLanguages } from './languages.ts'
import type { OperatorContract, Price } from './sheet.ts'
import type { AccreditationState } from './state.ts'

/** What a scheme asks of its operators; undefined where it says nothing of it. */
export function specificationOf({ edition }: RunningEdition): Specification | undefined {
  return edition.operators?.specification
}

/** The criteria of the grid: the kinds of expertise, then what operators are judged on beside them. Weights that the sources do not give are equal. */
export function criteriaOf({ edition }: RunningEdition) {
  const { expertise = [], criteria = [] } = edition.operators ?? {}
  return [
    ...expertise.map((each) => ({ criterion: each.expertise, title: each.title, weight: 1 })),
    ...criteria.map(({ criterion, title, weight = 1 }) => ({
      criterion,
      title,
      weight: weight === 'unknown' ? 1 : weight,
    })),
  ]
}

type Said = {
  readonly languages?: readonly string[] | undefined
  readonly sectors?: readonly string[] | undefined
}

/** `unknown-choice` for a language or a sector that the reference tables do not have; regions are asked at the door. */
export function strayCodes(said: Said): Refusal | undefined {
  return firstRefusal(
    stray('languages', said.languages, spokenLanguages),
    stray('sectors', said.sectors, Object.keys(sectors.sectors)),
  )
}

/** `unknown-choice` for the first of these that is not among the possible ones. */
export function stray(
  field: string,
  named: readonly string[] | undefined,
  possible: readonly string[],
): Refusal | undefined {
  const wrong = named?.find((each) => !possible.includes(each))
  return wrong === undefined ? undefined : refuse('unknown-choice', { value: wrong }, field)
}

/** `until-before-from`, `longer-than-specified` (in months). */
export function periodRefusal(from: string, until: string, running: RunningEdition): Refusal | undefined {
  const months = specificationOf(running)?.months
  return firstRefusal(
    until < from && refuse('until-before-from', { from, until }, 'until'),
    typeof months === 'number' &&
      until > addMonths(from, months) &&
      refuse('longer-than-specified', { months }, 'until'),
  )
}

/** `insurance-needed`, `insurance-ends-before`: who is insured stays so to the end of what is promised. */
export function insuranceRefusal(
  { application }: AccreditationState,
  until: string,
  running: RunningEdition,
): Refusal | undefined {
  const insured = application?.insuredUntil ?? null
  if (insured === null)
    return specificationOf(running)?.insurance === true ? refuse('insurance-needed', {}, 'until') : undefined
  return insured < until ? refuse('insurance-ends-before', { until: insured }, 'until') : undefined
}

/** `outside-accreditation`: a contract lies within the accreditation. */
export function outsideAccreditation(state: AccreditationState, from: string, until: string): Refusal | undefined {
  const begin = state.from ?? ''
  const end = state.until ?? ''
  const field = from < begin ? 'from' : 'until'
  return from < begin || until > end ? refuse('outside-accreditation', { from: begin, until: end }, field) : undefined
}

/** A price for each service of the edition. Refusals: `unknown-choice`, `price-missing`, `amount-zero`. */
export function pricesOf(given: Readonly<Record<string, number>>, running: RunningEdition): Outcome<readonly Price[]> {
  const services = specificationOf(running)?.services.map(({ service }) => service) ?? []
  const missing = services.find((service) => given[service] === undefined)
  const free = Object.entries(given).find(([, amount]) => amount === 0)?.[0]
  const refusal = firstRefusal(
    stray('prices', Object.keys(given), services),
    missing !== undefined && refuse('price-missing', { service: missing }, 'prices'),
    free !== undefined && refuse('amount-zero', { service: free }, 'prices'),
  )
  return refusal ?? accept(services.map((service) => ({ service, amount: given[service] ?? 0 })))
}

/** `amount-zero` for a ceiling or a number of cases that promises nothing. */
export function emptyPromise(ceiling: number | undefined, cases: number | undefined): Refusal | undefined {
  return firstRefusal(
    ceiling === 0 && refuse('amount-zero', {}, 'ceiling'),
    cases === 0 && refuse('amount-zero', {}, 'cases'),
  )
}

/** What is agreed must cover what the contract has given out by now: `ceiling-below-committed`, `cases-below-given`. */
export function belowUse(
  { ceiling, cases }: Pick<OperatorContract, 'ceiling' | 'cases'>,
  { committed = 0, given = 0 }: { readonly committed?: number; readonly given?: number },
): Refusal | undefined {
  return firstRefusal(
    ceiling !== null && ceiling < committed && refuse('ceiling-below-committed', { committed }, 'ceiling'),
    cases !== null && cases < given && refuse('cases-below-given', { count: given }, 'cases'),
  )
}
