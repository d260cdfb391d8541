import ranking from '#catalogue/reference/operator-ranking.json' with { type: 'json' }

import type { Edition } from '../scheme/scheme.ts'

/** What an operator is weighed by, in the order in which the reasons are told. */
export const reasonWords = [
  'lot',
  'sector',
  'region',
  'distance',
  'languages',
  'caseload',
  'ceiling',
  'contract-end',
  'response',
  'expertise',
] as const
export type ReasonWord = (typeof reasonWords)[number]

/** How much each reason weighs, and from where on a figure counts nothing. */
export type Weighing = {
  readonly weights: Readonly<Record<ReasonWord, number>>
  /** Kilometres from which on a distance counts nothing. */
  readonly farthest: number
  /** Months that a contract should still run, so that one operator can see a person through. */
  readonly months: number
  /** Days from which on an answer counts as slow. */
  readonly slowest: Readonly<Record<'answer' | 'first-meeting' | 'plan' | 'difficulty', number>>
}

/** The edition's own weights, each that it leaves out as the catalogue has it (an assumption that the office replaces). */
export function weighingOf({ operators }: Pick<Edition, 'operators'>): Weighing {
  const { weights, farthest, months, slowest } = ranking
  const own = operators?.ranking
  return {
    weights: { ...weights, ...own?.weights },
    farthest: own?.farthest ?? farthest,
    months: own?.months ?? months,
    slowest: { ...slowest, ...own?.slowest },
  }
}
