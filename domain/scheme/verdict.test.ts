import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { FactAnswers } from '../field.ts'
import { factRefusal, factsWith } from './facts.ts'
import type { Edition, Fact, Scheme, SchemeRule } from './scheme.ts'
import { compileRules } from './verdict.ts'

const same = { fr: 'x', en: 'x', ar: 'x' }

function fact(name: string, type: Fact['type'], more: Partial<Fact> = {}): Fact {
  return { fact: name, ask: same, type, from: 'intake', source: 'test', ...more }
}

function rule(name: string, publicodes: unknown): SchemeRule {
  return { rule: name, title: same, source: 'test', publicodes }
}

const edition = {
  facts: [
    fact('months away', 'number', { unit: 'mois' }),
    fact('situation', 'choice', { options: ['student', 'other'].map((option) => ({ option, title: same })) }),
    fact('helped before', 'yes-no'),
    fact('cost', 'amount', { derived: 'project-cost' }),
    fact('left on', 'date'),
    fact('children', 'number'),
  ],
  rules: [
    rule('long enough', 'months away >= 3 mois'),
    rule('right situation', "situation = 'student'"),
    rule('first help', 'helped before = non'),
    rule('eligible', { 'toutes ces conditions': ['long enough', 'right situation', 'first help'] }),
    rule('left lately', 'left on > 01/06/2025'),
    rule('half of the cost', 'cost / 2'),
    rule('ceiling', { 'le minimum de': ['cost', '100 € * cours EUR'] }),
    rule('for children', 'children * 300 €'),
    rule('only if eligible', { 'applicable si': 'eligible', valeur: '200 €' }),
    rule('from Morocco', '100 MAD * cours MAD'),
  ],
  rates: [{ from: 'MAD', to: 'XOF', rate: '61.25', date: '2025-01-01', source: 'test' }],
} as unknown as Edition
const scheme = { currency: 'XOF', editions: [edition] } as unknown as Scheme
const rules = compileRules(scheme, edition)
const eligible: FactAnswers = {
  'months away': { known: 12 },
  situation: { known: 'student' },
  'helped before': { known: false },
}

describe('a verdict', () => {
  test('is met with the result of every rule it rests on', () => {
    const verdict = rules.verdict('eligible', eligible)
    expect(verdict.result).toBe('met')
    expect(verdict.missing).toEqual([])
    expect(verdict.reasons).toEqual([
      { rule: 'long enough', result: 'met', missing: [] },
      { rule: 'right situation', result: 'met', missing: [] },
      { rule: 'first help', result: 'met', missing: [] },
    ])
  })

  test('is not known while facts are missing, and says which decide most', () => {
    const verdict = rules.verdict('eligible', { 'months away': { known: 12 } })
    expect(verdict.result).toBe('not-known')
    expect(verdict.missing).toEqual(['situation', 'helped before'])
    expect(verdict.reasons[1]).toEqual({ rule: 'right situation', result: 'not-known', missing: ['situation'] })
  })

  test('is not met as soon as one rule fails, whatever is not known', () => {
    const verdict = rules.verdict('eligible', { 'helped before': { known: true } })
    expect(verdict.result).toBe('not-met')
    expect(verdict.missing).toEqual([])
    expect(verdict.reasons.map(({ result }) => result)).toEqual(['not-known', 'not-known', 'not-met'])
  })

  test.each(['unknown', 'refused', 'not-asked'] as const)('takes %s as not known, never as no', (reason) => {
    expect(rules.verdict('eligible', { ...eligible, 'helped before': { unknown: reason } }).result).toBe('not-known')
  })

  test('takes an estimate as known', () => {
    const estimate = { ...eligible, 'months away': { known: 2, estimated: true as const } }
    expect(rules.verdict('eligible', estimate).result).toBe('not-met')
  })

  test('leaves aside answers that the fact cannot have', () => {
    for (const value of ['astronaut', true, 3])
      expect(rules.verdict('eligible', { ...eligible, situation: { known: value } }).missing).toEqual(['situation'])
  })

  test('compares dates', () => {
    expect(rules.verdict('left lately', { 'left on': { known: '2025-06-02' } }).result).toBe('met')
    expect(rules.verdict('left lately', { 'left on': { known: '2025-06-01' } }).result).toBe('not-met')
  })

  test('is the same whatever was asked before', () => {
    const known = fc.record({ 'months away': fc.integer({ min: 0, max: 6 }), 'helped before': fc.boolean() })
    fc.assert(
      fc.property(known, (values) => {
        const facts: FactAnswers = { situation: { known: 'student' } }
        for (const [name, value] of Object.entries(values)) facts[name] = { known: value }
        const wanted = values['months away'] >= 3 && !values['helped before'] ? 'met' : 'not-met'
        return rules.verdict('eligible', facts).result === wanted
      }),
    )
  })
})

describe('an amount', () => {
  test('is in minor units of the scheme, rounded half away from zero', () => {
    expect(rules.amount('half of the cost', { cost: { known: 101 } }).amount).toEqual({ amount: 51, currency: 'XOF' })
    expect(rules.amount('half of the cost', { cost: { known: 0 } }).amount).toEqual({ amount: 0, currency: 'XOF' })
  })

  test('turns euros into the currency by the parity fixed by law', () => {
    expect(rules.amount('for children', { children: { known: 2 } }).amount).toEqual({
      amount: 393_574,
      currency: 'XOF',
    })
    expect(rules.amount('ceiling', { cost: { known: 70_000 } }).amount).toEqual({ amount: 65_596, currency: 'XOF' })
    expect(rules.amount('ceiling', { cost: { known: 60_000 } }).amount).toEqual({ amount: 60_000, currency: 'XOF' })
  })

  test('uses the dated rates of the edition', () => {
    expect(rules.amount('from Morocco', {}).amount).toEqual({ amount: 6125, currency: 'XOF' })
  })

  test('is null while facts are missing', () => {
    expect(rules.amount('ceiling', {})).toMatchObject({ amount: null, applicable: 'met', missing: ['cost'] })
  })

  test('says whether it applies at all', () => {
    expect(rules.amount('only if eligible', eligible)).toMatchObject({ applicable: 'met' })
    expect(rules.amount('only if eligible', {})).toMatchObject({ applicable: 'not-known', amount: null })
    const no = rules.amount('only if eligible', { ...eligible, 'helped before': { known: true } })
    expect(no).toMatchObject({ applicable: 'not-met', amount: null })
  })
})

describe('facts', () => {
  test('that the case holds win over recorded ones', () => {
    const facts = factsWith(edition, { cost: { known: 1 } }, { 'project-cost': { known: 2 } })
    expect(facts).toEqual({ cost: { known: 2 } })
    expect(factsWith(edition, { cost: { known: 1 } }, {})).toEqual({ cost: { known: 1 } })
  })

  test('that do not exist or have another type are refused', () => {
    expect(factRefusal(edition, { colour: { known: 'red' } })).toMatchObject({ code: 'unknown-fact' })
    expect(factRefusal(edition, { cost: { known: 1.5 } })).toMatchObject({ code: 'invalid-fact' })
    expect(factRefusal(edition, { cost: { unknown: 'refused' } })).toBeUndefined()
  })
})
