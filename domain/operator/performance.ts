/**
 * How one operator works in one scheme: computed from events, never typed in. Days are medians in calendar days, shares
 * lie between 0 and 1, null = nothing to count yet.
 */
export type OperatorPerformance = {
  readonly office: string
  readonly scheme: string
  /** Open cases that it was named for and has neither declined nor lost. */
  readonly caseload: number
  /** Cases it was ever named for. */
  readonly designated: number
  /** Minor units that its present contract has already given out: done, or promised by a designation that runs. */
  readonly committed: number
  readonly daysToAnswer: number | null
  readonly daysToFirstMeeting: number | null
  readonly daysToPlan: number | null
  readonly daysToDifficultyAnswer: number | null
  readonly visitsOnTime: number | null
  readonly aliveAt6: number | null
  readonly aliveAt12: number | null
  readonly satisfaction: number | null
}

/** What cases can be asked for behind a figure. */
export const operatorFigures = [
  'designated',
  'answer',
  'first-meeting',
  'plan',
  'difficulty-answer',
  'visits',
  'alive-6',
  'alive-12',
  'satisfaction',
] as const
export type OperatorFigure = (typeof operatorFigures)[number]

/** An operator of which nothing is known yet. */
export function noPerformance(office: string, scheme: string): OperatorPerformance {
  return {
    office,
    scheme,
    caseload: 0,
    designated: 0,
    committed: 0,
    daysToAnswer: null,
    daysToFirstMeeting: null,
    daysToPlan: null,
    daysToDifficultyAnswer: null,
    visitsOnTime: null,
    aliveAt6: null,
    aliveAt12: null,
    satisfaction: null,
  }
}
