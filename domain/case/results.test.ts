import { describe, expect, test } from 'vitest'

import type { SchemeResult } from '../scheme/result.ts'
import type { Edition } from '../scheme/scheme.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { noCase } from './case.ts'
import { resultsOf } from './results.ts'
import type { CaseState } from './state.ts'

const title = { fr: 'x', en: 'x', ar: 'x' }
const results: readonly SchemeResult[] = [
  { result: 'all', title, counts: 'cases' },
  { result: 'trained', title, counts: 'people', where: { done: 'training' } },
  { result: 'examined', title, counts: 'cases', where: { aid: 'cash', examined: true } },
  { result: 'granted', title, counts: 'cases', where: { aid: 'cash', granted: true } },
  { result: 'sittings', title, counts: 'sittings' },
]
const running = { edition: { results } as unknown as Edition } as RunningEdition
const decision = { outcome: 'refuse' } as CaseState['decisions'][number]
const award = { amount: 1, on: '2026-01-01', conditions: [], tranches: [] } as unknown as CaseState['award']

function countedIn(state: Partial<CaseState>): readonly string[] {
  return resultsOf({ ...noCase('one'), ...state }, running).map(({ result, people }) => `${result} ${people}`)
}

describe('a case counts in a result', () => {
  test('when all that the result names holds of it, and never in one of sittings', () => {
    expect(countedIn({})).toEqual(['all 1'])
    expect(countedIn({ aid: 'kit', award })).toEqual(['all 1'])
    expect(countedIn({ aid: 'cash', decisions: [decision] })).toEqual(['all 1', 'examined 1'])
    expect(countedIn({ aid: 'cash', decisions: [decision], award })).toEqual(['all 1', 'examined 1', 'granted 1'])
  })

  test('with as many people as completed, where it is a group', () => {
    const completion = { completed: ['a', 'b', 'c'] } as unknown as CaseState['completion']
    expect(countedIn({ completion, done: { training: '2026-01-01' } })).toEqual(['all 3', 'trained 3'])
  })
})
