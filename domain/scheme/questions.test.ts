import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { allVerdicts, anybody, ask, mattered } from '#tests/kit/people-asked.ts'

import type { PublicEdition } from './public-edition.ts'
import type { Candidate } from './questions.ts'
import { nextQuestion, questionAt, questionKey, rulesWaitingFor, verdictsOf, walk } from './questions.ts'
import type { Fact } from './scheme.ts'
import { compileRules } from './verdict.ts'

const same = (words: string) => ({ fr: words, en: words, ar: words })

function fact(name: string, type: Fact['type'], more: Partial<Fact> = {}): Fact {
  return { fact: name, ask: same(name), type, from: 'intake', source: 'test', ...more }
}

const options = ['one', 'two', 'three'].map((option) => ({ option, title: same(option) }))
const pool: readonly { readonly fact: Fact; readonly holds: string }[] = [
  { fact: fact('a', 'yes-no'), holds: 'a = oui' },
  { fact: fact('b', 'yes-no', { sensitive: true }), holds: 'b = non' },
  { fact: fact('c', 'choice', { options }), holds: "c = 'two'" },
  { fact: fact('d', 'number', { unit: 'mois' }), holds: 'd >= 3 mois' },
  { fact: fact('e', 'yes-no', { from: 'coordinator' }), holds: 'e = oui' },
]

function candidate(scheme: string, rules: Readonly<Record<string, unknown>>, aids: readonly string[] = []): Candidate {
  const words = JSON.stringify(rules)
  const edition: PublicEdition = {
    scheme,
    title: same(scheme),
    summary: same(scheme),
    owner: 'test',
    country: 'TG',
    currency: 'XOF',
    sources: {},
    edition: '2026',
    from: '2026-01-01',
    eligibility: 'eligible',
    facts: pool.filter(({ holds }) => words.includes(holds)).map((each) => each.fact),
    rules: Object.entries(rules).map(([rule, publicodes]) => ({ rule, title: same(rule), source: 'test', publicodes })),
    aids: aids.map((opensWith) => ({ aid: opensWith, title: same('x'), summary: same('x'), opensWith })),
    papers: [],
    firstInterview: null,
  }
  return { edition, rules: compileRules(edition, edition) }
}

/** A condition over the given facts, each used once, so that every one of them can decide. */
function condition(holds: readonly string[]): fc.Arbitrary<unknown> {
  const [only, ...more] = holds
  if (more.length === 0) return fc.constant(only)
  return fc
    .tuple(
      fc.integer({ min: 1, max: holds.length - 1 }),
      fc.constantFrom('toutes ces conditions', 'une de ces conditions'),
    )
    .chain(([at, joined]) =>
      fc.tuple(condition(holds.slice(0, at)), condition(holds.slice(at))).map((both) => ({ [joined]: both })),
    )
}

const someCandidates = fc
  .array(
    fc
      .shuffledSubarray(
        pool.map(({ holds }) => holds),
        { minLength: 1 },
      )
      .chain(condition),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((rules) => rules.map((rule, index) => candidate(`scheme-${index}`, { eligible: rule })))

const someone = someCandidates.chain((candidates) => anybody(candidates).map((person) => ({ candidates, person })))

describe('the questions', () => {
  test('end, and come to what all answers together would have come to', () => {
    fc.assert(
      fc.property(someone, ({ candidates, person }) => {
        const done = ask(candidates, person)
        const asked = Object.fromEntries(done.asked.map(({ question, answer }) => [question.key, answer]))
        const sayable = Object.entries(person).filter(([key]) => isPut(candidates, key))
        for (const each of candidates)
          expect(allVerdicts(each, asked)).toEqual(allVerdicts(each, Object.fromEntries(sayable)))
      }),
      { numRuns: 60 },
    )
  })

  test('are never put when their answer cannot matter any more', () => {
    fc.assert(
      fc.property(someone, ({ candidates, person }) => {
        const { asked } = ask(candidates, person)
        expect(asked.filter((_, index) => !mattered(candidates, asked, index))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('are not put behind something that was not said', () => {
    const rule = {
      'toutes ces conditions': [
        { 'une de ces conditions': ['d >= 3 mois', 'a = oui'] },
        { 'une de ces conditions': ["c = 'two'", 'b = non'] },
      ],
    }
    const hidden = candidate('hidden', { eligible: rule })
    const [a, , c, d] = pool.map((each) => questionKey(each.fact, 'XOF')) as [string, string, string, string]
    const unsaid = { [c]: { unknown: 'refused' }, [d]: { unknown: 'unknown' } } as const
    expect(nextQuestion([hidden], { ...unsaid, [a]: { known: true } })?.fact.fact).toBe('b')
    expect(nextQuestion([hidden], { ...unsaid, [a]: { known: false } })).toBeUndefined()
  })

  test('come to the same in whatever order the answers were given', () => {
    fc.assert(
      fc.property(
        someone.chain((each) =>
          fc.tuple(
            fc.constant(each),
            fc.shuffledSubarray(Object.entries(each.person), { minLength: Object.keys(each.person).length }),
          ),
        ),
        ([{ candidates, person }, shuffled]) => {
          const one = verdictsOf(candidates, ask(candidates, person))
          const other = verdictsOf(candidates, walk(candidates, Object.fromEntries(shuffled)))
          expect(other.map(({ verdict }) => verdict)).toEqual(one.map(({ verdict }) => verdict))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('begin with what most schemes wait for, and spare what is sensitive', () => {
    const wide = candidate('wide', { eligible: { 'toutes ces conditions': ['b = non', 'a = oui'] } })
    const narrow = candidate('narrow', { eligible: 'd >= 3 mois' })
    const both = candidate('both', { eligible: { 'toutes ces conditions': ['d >= 3 mois', 'b = non'] } })
    expect(nextQuestion([wide, narrow], {})?.fact.fact).toBe('a')
    expect(nextQuestion([wide, narrow, both], {})?.fact.fact).toBe('d')
    const closed = { [questionKey(pool[0]!.fact, 'XOF')]: { known: false } }
    expect(nextQuestion([wide], closed)).toBeUndefined()
  })

  test('ask about an aid once entering is settled, and not where it is refused', () => {
    const rules = { eligible: 'a = oui', opens: { 'toutes ces conditions': ['eligible', "c = 'two'"] } }
    const withAid = candidate('aids', rules, ['opens'])
    const a = questionKey(pool[0]!.fact, 'XOF')
    expect(nextQuestion([withAid], { [a]: { known: true } })?.fact.fact).toBe('c')
    expect(nextQuestion([withAid], { [a]: { known: false } })).toBeUndefined()
  })

  test('say which rules wait for the answer, also of a question that was answered', () => {
    const one = candidate('one', { long: 'd >= 3 mois', eligible: { 'toutes ces conditions': ['long', 'a = oui'] } })
    const answers = Object.fromEntries(
      one.edition.facts.map((each) => [questionKey(each, 'XOF'), { known: each.type === 'number' ? 6 : true }]),
    )
    const done = walk([one], answers, walk([one], {}))
    for (const index of done.asked.keys()) {
      const question = questionAt(done, index)!
      const waiting = rulesWaitingFor([one], done, question)
      expect(waiting.map(({ rule }) => rule.rule)).toEqual(question.fact.fact === 'd' ? ['long'] : [])
    }
  })
})

test('two schemes ask once only what they word alike', () => {
  const age = fact('age', 'number', { unit: 'an' })
  expect(questionKey(age, 'XOF')).toBe(questionKey({ ...age, source: 'other' }, 'XAF'))
  expect(questionKey(age, 'XOF')).not.toBe(questionKey({ ...age, ask: same('your age on arrival') }, 'XOF'))
  expect(questionKey({ ...age, type: 'amount' }, 'XOF')).not.toBe(questionKey({ ...age, type: 'amount' }, 'XAF'))
})

function isPut(candidates: readonly Candidate[], key: string): boolean {
  return candidates.some(({ edition }) =>
    edition.facts.some((each) => questionKey(each, edition.currency) === key && each.from === 'intake'),
  )
}
