import type { CaseState } from '../case/state.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { accept, firstRefusal, refuse } from '../outcome.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { exclusionsOf } from './exclusion.ts'
import type { OperatorsKnown } from './question.ts'
import { questionOf } from './question.ts'
import { rankOperators } from './rank.ts'

/** What stays of a proposal once somebody chose from it: where the chosen one stood, and who stood first. */
export type Proposal = {
  /** From 1, of `of` operators; `excluded` others were left out. */
  readonly rank: number
  readonly of: number
  readonly excluded: number
  /** 0 to 100. */
  readonly score: number
  readonly fingerprint: string
  /** The first five as they were proposed. */
  readonly first: readonly { readonly office: string; readonly score: number }[]
  /** What the case asked for beside place and trade. */
  readonly expertise: readonly string[]
}

export type Choice = {
  readonly operator: string
  readonly on: string
  readonly today: string
  readonly expertise?: readonly string[] | undefined
}

/**
 * The choice of an operator as it is recorded. Refuses with the first reason for which the operator is excluded, today
 * or on the day that the choice is dated (`exclusionsOf`); `unknown-choice` for an office that is no operator here. Where
 * no list is known, nothing is proposed.
 */
export function chosenFrom(
  known: OperatorsKnown,
  state: CaseState,
  running: Pick<RunningEdition, 'scheme' | 'edition'>,
  { operator, on, today, expertise }: Choice,
): Outcome<Proposal | undefined> {
  const question = questionOf(state, running, known, { today, expertise })
  if (known.candidates.length === 0) return refusedOn(known, operator, question, [today, on])
  const then = on === today ? undefined : excludedBecause(known, operator, { ...question, today: on })
  const ranking = rankOperators(question, known.sheets, known.performances)
  const now = ranking.excluded.find(({ office }) => office === operator)?.refusals[0]
  const refusal = firstRefusal(now, then)
  if (refusal) return refusal
  const chosen = ranking.operators.find(({ office }) => office === operator)
  if (!chosen) return refuse('unknown-choice', { value: operator }, 'operator')
  return accept({
    rank: chosen.rank,
    of: ranking.operators.length,
    excluded: ranking.excluded.length,
    score: chosen.score,
    fingerprint: ranking.fingerprint,
    first: ranking.operators.slice(0, 5).map(({ office, score }) => ({ office, score })),
    expertise: question.expertise,
  })
}

/** Without a list nobody chose from one: only what excludes the operator is asked. */
function refusedOn(
  known: OperatorsKnown,
  operator: string,
  question: ReturnType<typeof questionOf>,
  days: readonly string[],
): Outcome<undefined> {
  const refusal = firstRefusal(...days.map((today) => excludedBecause(known, operator, { ...question, today })))
  return refusal ?? accept(undefined)
}

function excludedBecause(
  { sheets, performances, candidates }: OperatorsKnown,
  office: string,
  question: ReturnType<typeof questionOf>,
): Refusal | undefined {
  const sheet = sheets.find((each) => each.office === office)
  const performance = performances.find((each) => each.office === office)
  const cases = candidates.find((each) => each.office === office)?.cases ?? 0
  return exclusionsOf({ office, cases, sheet, performance }, question)[0]
}

const bindsMoney: ReadonlySet<string> = new Set([
  'operator-not-accredited',
  'operator-suspended',
  'accreditation-not-begun',
  'accreditation-over',
  'contract-not-begun',
  'contract-over',
])

/**
 * Why no money can be given into the hands of the case's operator today: it is suspended, or its accreditation or
 * contract does not hold. That its contract is full binds new cases, not this one.
 */
export function moneyRefusal(
  known: OperatorsKnown | undefined,
  state: CaseState,
  running: Pick<RunningEdition, 'scheme' | 'edition'>,
  today: string,
  field = 'payee',
): Refusal | undefined {
  const office = state.operator?.office
  if (known === undefined || office === undefined) return undefined
  const sheet = known.sheets.find((each) => each.office === office)
  const question = { ...questionOf(state, running, known, { today }), accreditationRequired: false }
  const refusal = exclusionsOf({ office, cases: 0, sheet, performance: undefined }, question).find(({ code }) =>
    bindsMoney.has(code),
  )
  return refusal && { ...refusal, field }
}
