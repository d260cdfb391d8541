import { describe, expect, test } from 'vitest'

import { newProject, wordKeys } from '#domain/project/project.ts'

import { stateOf, stepOf, wordsOfStep, workshopSteps } from './steps.ts'

const project = newProject({ activity: 'other', country: 'CM', region: null, currency: 'XAF', firstMonth: '2027-01' })

describe('the steps of the workshop', () => {
  test('every text is asked somewhere, once', () => {
    const asked = Object.values(wordsOfStep).flat()
    expect(asked.toSorted()).toEqual(wordKeys.toSorted())
  })

  test('an empty project has everything ahead, and what is wrong is shown where it can be mended', () => {
    expect(workshopSteps.map((step) => stateOf(step, project, []))).toEqual(workshopSteps.map(() => 'ahead'))
    const wrong = { refused: true, code: 'unit-missing', facts: {}, field: 'variableCosts.0.unit' } as const
    expect(stateOf('costs', project, [wrong as never])).toBe('late')
    expect(stateOf('sales', project, [wrong as never])).toBe('ahead')
  })

  test('a place in the project leads to its step', () => {
    expect(['words.place', 'words.risks', 'sales.0.seasons', 'loan.months', undefined].map(stepOf)).toEqual([
      'market',
      'questions',
      'sales',
      'money',
      'idea',
    ])
  })
})
