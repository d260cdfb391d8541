import { describe, expect, test } from 'vitest'

import { after, runningScheme } from '#tests/kit/case.ts'
import { business } from '#tests/kit/roads.ts'

import { answersElsewhere, answersHere } from './elsewhere.ts'
import { factsOf } from './facts-of-case.ts'
import type { CaseState } from './state.ts'

const { edition } = runningScheme('ofii-togo')
const once = { 'aide déjà reçue': { known: true } }

function heard(...others: readonly CaseState[]) {
  return answersElsewhere(edition, others)
}

describe('an aid given once', () => {
  test('counts from the award on, in any of the schemes that the fact names', () => {
    expect(heard()).toEqual({})
    expect(heard(business('submitted').state)).toEqual({})
    expect(heard(business('decided').state)).toEqual(once)
    expect(heard({ ...business('decided').state, scheme: 'lemma' })).toEqual({})
  })

  test('is no aid when it ended before anything was paid, and is one when something was', () => {
    const leaves = { command: 'withdraw', by: 'coordinator', day: '2026-06-30', input: { reason: 'r' } } as const
    expect(heard(after(business('firstReleased'), leaves).state)).toEqual({})
    expect(heard(after(business('firstPaidInPart'), leaves).state)).toEqual(once)
    expect(heard(business('closed').state)).toEqual(once)
  })

  test('wins over the answer that was recorded; nothing heard leaves it', () => {
    const { state, running } = business('judged')
    const denied = { ...state, facts: { ...state.facts, 'aide déjà reçue': { known: false } } }
    expect(factsOf(denied, running)['aide déjà reçue']).toEqual({ known: false })
    expect(factsOf(denied, { ...running, elsewhere: once })['aide déjà reçue']).toEqual({ known: true })
  })
})

test('a step of the own scheme answers once it is done, here or on another case', () => {
  const minjec = runningScheme('minjec-subsidy')
  const trained = { scheme: 'minjec-subsidy', done: { 'technical-training': '2026-03-02' } }
  const told = { 'formation technique attestée': { known: true } }
  expect(answersHere(minjec.edition, { ...trained, done: {} })).toEqual({})
  expect(answersHere(minjec.edition, trained)).toEqual(told)
  expect(answersElsewhere(minjec.edition, [{ ...business('closed').state, ...trained }])).toEqual(told)
  expect(answersElsewhere(minjec.edition, [business('closed').state])).toEqual({})
})
