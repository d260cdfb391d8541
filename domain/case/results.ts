import type { SchemeResult } from '../scheme/result.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { CaseState } from './state.ts'

/** A case counts in a result of its scheme, and so many people in it. */
export type Counted = { readonly result: string; readonly people: number }

/** The results of its edition in which a case counts now. Pure, so that figures can be counted again from events. */
export function resultsOf(state: CaseState, { edition }: RunningEdition): readonly Counted[] {
  const people = state.completion?.completed.length ?? 1
  return (edition.results ?? [])
    .filter(({ counts, where }) => counts !== 'sittings' && holds(where ?? {}, state))
    .map(({ result }) => ({ result, people }))
}

function holds({ aid, done, examined, granted }: NonNullable<SchemeResult['where']>, state: CaseState): boolean {
  return (
    (aid === undefined || state.aid === aid) &&
    (done === undefined || state.done[done] !== undefined) &&
    (examined === undefined || state.decisions.length > 0) &&
    (granted === undefined || state.award !== null)
  )
}
