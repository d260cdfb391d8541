import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameScore, spellingLikeness } from './likeness.ts'

const word = fc.constantFrom(
  'Mohamed',
  'Mamadou',
  'محمد',
  'Aminata',
  'Ben',
  'Abou',
  'Abd',
  'el',
  'Salem',
  'Diallo',
  'Jallow',
  'A',
  '李',
  "N'Diaye",
)
const name = fc.oneof(
  fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
  fc.stringMatching(/^[a-f ]{0,30}$/),
  fc.string({ unit: 'grapheme' }),
)

describe('the score of two names', () => {
  test.each([
    ['Mohamed', 'Muhammad'],
    ['Mohamed', 'محمد'],
    ['Fatoumata', 'Fatimata'],
    ['Youssef', 'Yusuf'],
    ['Abdoulaye', 'Abdullahi'],
    ['Khadija', 'Hadja'],
    ['Bensalem', 'Ben Salem'],
    ['Diallo', 'Jallow'],
    ['Ousmane', 'Uthman'],
    ['Aminata Diallo', 'DIALLO Aminata'],
    ['Jean Pierre Mbarga', 'Mbarga Jean'],
    ['محمد بن سالم', 'Mohamed Bensalem'],
    ['Abou Diallo', 'Aboubacar Diallo'],
    ['Christelle Nguema', 'Chirstelle Nguema'],
  ])('%s is like %s', (left, right) => {
    expect(nameScore(left, right).score).toBeGreaterThanOrEqual(0.75)
  })

  test.each([
    ['Diallo', 'Traoré', 0],
    ['Traoré', 'Touré', 0.5],
    ['Mohamed', 'Mahmoud', 0.6],
    ['Aminata Diallo', 'Mariam Diallo', 0.5],
    ['Paul Mbarga', 'Aminata Diallo', 0],
    ['', '', 0],
    ['😀', '😀', 0],
    ['', 'Diallo', 0],
  ])('%s is not like %s', (left, right, most) => {
    expect(nameScore(left, right).score).toBeLessThanOrEqual(most)
  })

  test('says why', () => {
    expect(nameScore('Aminata Diallo', 'aminata diallo').reasons).toEqual(['same-name'])
    expect(nameScore('Mohamed Diallo', 'Mamadou Jallow').reasons).toEqual(['known-variant', 'related-name'])
    expect(nameScore('A. Diallo', 'Aminata Diallo').reasons).toEqual(['same-name', 'initial'])
    expect(nameScore('Jean Pierre Mbarga', 'Jean Mbarga').reasons).toEqual(['same-name', 'word-missing'])
    expect(nameScore('Awa Diallo', 'Paul Diallo').reasons).toEqual(['same-name', 'word-differs'])
    expect(nameScore('Salem', 'Ben Salem').reasons).toEqual(['particle'])
    expect(nameScore('Diallo', 'Traoré').reasons).toEqual([])
  })

  test('a related form (Mamadou, John) is never as good as the same name', () => {
    expect(nameScore('Mohamed', 'Mamadou').score).toBeLessThan(0.8)
    expect(nameScore('Jean', 'John').score).toBeLessThan(0.8)
  })

  test('is the same in both directions and between 0 and 1', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        const there = nameScore(left, right)
        expect(nameScore(right, left)).toEqual(there)
        expect(there.score >= 0 && there.score <= 1).toBe(true)
        expect(there.score === 0).toBe(there.reasons.length === 0)
      }),
      { numRuns: 500 },
    )
  })

  test('a name with a letter is wholly like itself', () => {
    fc.assert(
      fc.property(name, (one) => {
        expect(nameScore(one, one).score).toBe(/\p{L}/u.test(one.normalize('NFKD')) ? 1 : 0)
      }),
    )
  })

  test('a pasted page is compared at once', () => {
    expect(nameScore('Mohamed '.repeat(1250), 'Diallo '.repeat(1400)).score).toBe(0)
    expect(nameScore('x'.repeat(10_000), 'x'.repeat(10_000)).score).toBe(1)
  })
})

test('spelling alone is symmetric, 0 to 1, and 1 for the same word', () => {
  expect(spellingLikeness('martha', 'marhta')).toBeCloseTo(0.961, 3)
  expect(spellingLikeness('dixon', 'dicksonx')).toBeCloseTo(0.813, 3)
  const letters = fc.stringMatching(/^[a-d]{0,12}$/)
  fc.assert(
    fc.property(letters, letters, (left, right) => {
      const score = spellingLikeness(left, right)
      expect(score).toBe(spellingLikeness(right, left))
      expect(score >= 0 && score <= 1).toBe(true)
      if (left !== '') expect(spellingLikeness(left, left)).toBe(1)
    }),
  )
})
