import type { ResultAnswer, ResultsAnswer } from '#contract/result-answers.ts'

import { readFilters, type CaseFilters } from '../cases/filters.ts'

export const resultsPath = '/api/results'
export type ResultsRows = { readonly rows: readonly ResultsAnswer[] }

/** The list of the cases behind a figure, in one region or in all. */
export function casesBehind(scheme: string, { result }: Pick<ResultAnswer, 'result'>, region?: string): CaseFilters {
  return readFilters({ scheme, result, region })
}
