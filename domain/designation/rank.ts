import { derivedId } from '../derived-id.ts'
import type { OperatorPerformance } from '../operator/performance.ts'
import type { OperatorSheet } from '../operator/sheet.ts'
import type { Refusal } from '../outcome.ts'
import { exclusionsOf, priceFor } from './exclusion.ts'
import type { RankingQuestion } from './question.ts'
import type { Reason } from './reason.ts'
import { groundOf, reasonsOf } from './reason.ts'

export type RankedOperator = {
  readonly office: string
  /** From 1. */
  readonly rank: number
  /** 0 to 100, one decimal: the points of its reasons out of all weights. */
  readonly score: number
  readonly reasons: readonly Reason[]
  /** False where nothing says that it is accredited. */
  readonly onRecord: boolean
  readonly caseload: number
  /** What its contract pays for this case, minor units; null where it does not say. */
  readonly price: number | null
}

export type ExcludedOperator = { readonly office: string; readonly refusals: readonly Refusal[] }

/** The proposal for a case: whom it could be given to, best first, and who is left out and why. */
export type Ranking = {
  readonly operators: readonly RankedOperator[]
  readonly excluded: readonly ExcludedOperator[]
  /** The same for the same question and the same knowledge, anywhere: what was proposed can be told apart later. */
  readonly fingerprint: string
}

/**
 * Ranks the operators of a scheme for one case: each is excluded with every reason there is, or has a score made of its
 * reasons. The order is always the same: score, then the smaller caseload, then the office's id.
 */
export function rankOperators(
  question: RankingQuestion,
  sheets: readonly OperatorSheet[],
  performances: readonly OperatorPerformance[],
): Ranking {
  const sheetOf = new Map(sheets.map((sheet) => [sheet.office, sheet]))
  const performanceOf = new Map(performances.map((each) => [each.office, each]))
  const ground = groundOf(question)
  const operators: Omit<RankedOperator, 'rank'>[] = []
  const excluded: ExcludedOperator[] = []
  for (const candidate of question.candidates) {
    const { office } = candidate
    const sheet = sheetOf.get(office)
    const performance = performanceOf.get(office)
    const refusals = exclusionsOf({ ...candidate, sheet, performance }, question)
    if (refusals.length > 0) excluded.push({ office, refusals })
    else operators.push(scored({ ...candidate, sheet, performance, question, ground }))
  }
  const ranked = operators.sort(inOrder).map((operator, index) => ({ ...operator, rank: index + 1 }))
  excluded.sort((one, other) => byId(one.office, other.office))
  return { operators: ranked, excluded, fingerprint: fingerprintOf(ranked, excluded) }
}

/** Of what each reason gave and why each other one is left out: a line an operator, short enough for five hundred. */
function fingerprintOf(operators: readonly RankedOperator[], excluded: readonly ExcludedOperator[]): string {
  const told = [
    ...operators.map(({ office, score, reasons }) => [office, score, ...reasons.map(({ points }) => points)].join(' ')),
    ...excluded.map(({ office, refusals }) => [office, ...refusals.map(({ code }) => code)].join(' ')),
  ]
  return derivedId(told.join('\n'), 'ranking')
}

function scored(weighed: Parameters<typeof reasonsOf>[0] & { readonly office: string }): Omit<RankedOperator, 'rank'> {
  const { office, sheet, performance, question } = weighed
  const reasons = reasonsOf(weighed)
  const weight = reasons.reduce((sum, each) => sum + each.weight, 0)
  const points = reasons.reduce((sum, each) => sum + each.points, 0)
  return {
    office,
    score: weight === 0 ? 0 : Math.round((points / weight) * 1000) / 10,
    reasons,
    onRecord: sheet !== undefined && sheet.state !== 'applied',
    caseload: performance?.caseload ?? 0,
    price: priceFor(sheet, question),
  }
}

function inOrder(one: Omit<RankedOperator, 'rank'>, other: Omit<RankedOperator, 'rank'>): number {
  return other.score - one.score || one.caseload - other.caseload || byId(one.office, other.office)
}

/** By code units, the same in every language. */
function byId(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
