import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'
import { publicEdition } from '#domain/scheme/public-edition.ts'
import { factsFor, verdictsOf } from '#domain/scheme/questions.ts'
import type { Candidate } from '#domain/scheme/questions.ts'
import type { Edition, Scheme } from '#domain/scheme/scheme.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

import { anybody, ask, mattered } from '../kit/people-asked.ts'

/** The questionnaire over the schemes that are there, for one scheme and for all of a country. */
const newest = loadSchemes('catalogue/schemes').map((scheme) => ({ scheme, edition: scheme.editions[0]! }))
const countries = [...new Set(newest.map(({ scheme }) => scheme.country))]

function candidateOf(of: { scheme: Scheme; edition: Edition }): Candidate {
  const edition = publicEdition(of)
  return { edition, rules: compileRules(edition, edition) }
}

describe.each(newest)('$scheme.scheme', ({ scheme, edition }) => {
  const candidate = candidateOf({ scheme, edition })
  const rules = compileRules(scheme, edition)

  test('shows the public what decides on entering, and no amount', () => {
    const open = new Set([edition.eligibility, ...edition.aids.map(({ opensWith }) => opensWith)])
    const amounts = edition.aids.flatMap(({ ceiling }) => (open.has(ceiling) ? [] : [ceiling]))
    const shown = candidate.edition.rules.map(({ rule }) => rule)
    expect(shown).toEqual(expect.arrayContaining([...open]))
    expect(shown.filter((rule) => amounts.includes(rule))).toEqual([])
    expect(Object.keys(candidate.edition)).not.toContain('journey')
  })

  test('comes by its questions to the verdict of the whole edition, with the same reasons', () => {
    fc.assert(
      fc.property(anybody([candidate]), (person) => {
        const done = ask([candidate], person)
        const given = Object.fromEntries(done.asked.map(({ question, answer }) => [question.key, answer]))
        const [said] = verdictsOf([candidate], done)
        expect(said?.verdict).toEqual(rules.verdict(edition.eligibility, factsFor(candidate.edition, given)))
      }),
      { numRuns: 30 },
    )
  })
})

describe.each(countries)('in %s', (country) => {
  const candidates = newest.filter(({ scheme }) => scheme.country === country).map(candidateOf)

  test('nobody is asked what cannot matter any more', () => {
    fc.assert(
      fc.property(anybody(candidates), (person) => {
        const { asked } = ask(candidates, person)
        const idle = asked.filter((_, index) => !mattered(candidates, asked, index))
        expect(idle.map(({ question }) => question.fact.fact)).toEqual([])
      }),
      { numRuns: 6 },
    )
  })
})
