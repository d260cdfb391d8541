import { describe, expect, test } from 'vitest'

import { noDeeds } from '#tests/kit/case.ts'
import { business } from '#tests/kit/roads.ts'

import type { Member } from './events.ts'
import { derivedValuesOf, factsOf } from './facts-of-case.ts'

function heads(...members: readonly [relation: Member['relation'], birthYear: number | null][]) {
  const { running, state } = noDeeds()
  const people = members.map(([relation, birthYear], index) => ({ person: `p${index}`, relation, birthYear }))
  const { adults, minors } = derivedValuesOf({ ...state, registeredOn: '2026-01-05', members: people }, running)
  return { adults, minors }
}

describe('what a case itself holds', () => {
  test('heads are counted by year of birth', () => {
    expect(heads(['principal', 1990], ['spouse', 1991], ['child', 2010], ['child', 2002])).toEqual({
      adults: { known: 3 },
      minors: { known: 1 },
    })
  })

  test('who turns 18 this year is an adult, as an estimate', () => {
    expect(heads(['principal', 1990], ['child', 2008])).toEqual({
      adults: { known: 2, estimated: true },
      minors: { known: 0, estimated: true },
    })
  })

  test('without a year the tie decides, as an estimate; about other relatives nothing is presumed', () => {
    expect(heads(['principal', null], ['child', null])).toEqual({
      adults: { known: 1, estimated: true },
      minors: { known: 1, estimated: true },
    })
    expect(heads(['principal', 1990], ['sibling', null])).toEqual({
      adults: { unknown: 'unknown' },
      minors: { unknown: 'unknown' },
    })
  })

  test('the rules read the figures of the study instead of an answer', () => {
    const { state, running } = business('studied')
    expect(factsOf(state, running)).toMatchObject({
      'coût du projet': { known: 5_000_000 },
      'apport personnel': { known: 500_000 },
      'projet viable': { known: true },
      adultes: { known: 1 },
      mineurs: { known: 1 },
    })
    expect(factsOf(business('judged').state, running)['coût du projet']).toBeUndefined()
  })
})

test('the score and the band of an instrument answer the facts that name it, as last recorded', () => {
  const assessed = (score: number | null, band: string | null) => ({
    step: 'look',
    on: '2026-01-07',
    instrument: 'well-being',
    instrumentVersion: '1',
    answers: {},
    score,
    band,
  })
  const values = (...assessments: ReturnType<typeof assessed>[]) =>
    derivedValuesOf({ ...noDeeds().state, assessments }, noDeeds().running)
  expect(values()).not.toHaveProperty('score well-being')
  expect(values(assessed(0.2, 'low'), assessed(0.75, 'high'))).toMatchObject({
    'score well-being': { known: 0.75 },
    'band well-being': { known: 'high' },
  })
  expect(values(assessed(null, null))['score well-being']).toEqual({ unknown: 'unknown' })
})
