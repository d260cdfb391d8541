import { readdirSync, readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import differenceWords from '#catalogue/scheme-difference.json' with { type: 'json' }
import schemeWords from '#catalogue/scheme-words.json' with { type: 'json' }
import { smallEdition } from '#tests/kit/small-scheme.ts'

import { checkScheme } from './check.ts'
import { differenceText, isAboutSource } from './difference-text.ts'
import { differences } from './difference.ts'
import type { Edition, Scheme, Stage } from './scheme.ts'

const folder = 'catalogue/schemes'
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && !file.includes('.examples.'))
const schemes = files.flatMap((file) => {
  const checked = checkScheme(readFileSync(`${folder}/${file}`, 'utf8'))
  return 'scheme' in checked ? [checked.scheme] : []
})
const editions = schemes.flatMap((scheme) => scheme.editions.map((edition) => ({ scheme, edition })))
const languages = ['fr', 'en', 'ar'] as const

/** The small journey with one stage's steps made anew. */
function withSteps(stage: string, steps: (of: Stage['steps']) => Stage['steps']): Edition {
  const journey = smallEdition.journey.map((each) =>
    each.stage === stage ? { ...each, steps: steps(each.steps) } : each,
  )
  return { ...smallEdition, journey }
}

function said(before: Edition, after: Edition, language: (typeof languages)[number] = 'en'): string[] {
  const scheme: Pick<Scheme, 'sources'> = { sources: {} }
  const both = { before: { scheme, edition: before }, after: { scheme, edition: after } }
  return differences(before, after).map((each) => differenceText(each, both, language))
}

describe('what differs from one edition to another', () => {
  test('a deadline is said as a length of time', () => {
    const shorter = withSteps('stage-arrival', (steps) =>
      steps.map((step) =>
        step.step === 'first-contact'
          ? { ...step, deadline: { within: 5, unit: 'working-days', after: 'hand-over', source: 'test' } }
          : step,
      ),
    )
    expect(said(smallEdition, shorter)).toEqual([
      'stage “arrival”, step “first-contact”, deadline: before 10 working days after “hand-over”, now 5 working days after “hand-over”',
    ])
  })

  test('another source of the same deadline is only another source', () => {
    const sourced = withSteps('stage-arrival', (steps) =>
      steps.map((step) => (step.deadline ? { ...step, deadline: { ...step.deadline, source: 'other' } } : step)),
    )
    const found = differences(smallEdition, sourced)
    expect(found).toHaveLength(3)
    expect(found.every(isAboutSource)).toBe(true)
  })

  test('steps that appear, go, or stand in another order', () => {
    const visit = { ...smallEdition.journey[0]?.steps[0], step: 'welcome', title: { fr: 'a', en: 'a', ar: 'a' } }
    const more = withSteps('stage-preparation', (steps) => [visit as (typeof steps)[number], ...steps.toReversed()])
    expect(said(smallEdition, more)).toEqual([
      'stage “preparation”, step “a”: added',
      expect.stringMatching(/^stage “preparation”, step: another order, “departure”/),
    ])
    expect(said(more, smallEdition)[0]).toBe('stage “preparation”, step “a”: no longer there')
  })

  test('a step that stands in another stage was moved, and what changed on it is said', () => {
    const contact = smallEdition.journey[1]?.steps[1]
    if (!contact) throw new Error('the small journey has a first contact')
    const without = withSteps('stage-arrival', (steps) => steps.filter((step) => step !== contact))
    const moved = {
      ...without,
      journey: without.journey.map((stage) =>
        stage.stage === 'stage-project' ? { ...stage, steps: [{ ...contact, optional: true }, ...stage.steps] } : stage,
      ),
    }
    expect(said(smallEdition, moved)).toEqual([
      'stage “project”, step “first-contact”: moves from stage “arrival” to stage “project”',
      'stage “project”, step “first-contact”, optional: before nothing, now yes',
    ])
  })

  test('an edition differs from itself in nothing, whatever the order of its keys', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, each]) => [key, turned(each)]),
      )
    }
    for (const { edition } of editions) expect(differences(edition, turned(edition) as Edition)).toEqual([])
  })

  test('between any two editions of the catalogue: there and back name the same things, in sentences without code', () => {
    const any = fc.constantFrom(...editions)
    fc.assert(
      fc.property(any, any, (before, after) => {
        const [there, back] = [differences(before.edition, after.edition), differences(after.edition, before.edition)]
        const count = (kind: string, of: typeof there) => of.filter((each) => each.kind === kind).length
        expect(count('added', there)).toBe(count('removed', back))
        expect(count('moved', there)).toBe(count('moved', back))
        for (const language of languages)
          for (const each of there)
            expect(differenceText(each, { before, after }, language)).not.toMatch(/undefined|\[object|\{\w+\}/)
      }),
      { numRuns: 12 },
    )
  })

  test('every word of the catalogue’s editions has its name', () => {
    const named = new Set<string>()
    for (const before of editions)
      for (const after of editions)
        for (const { where } of differences(before.edition, after.edition))
          for (const { part } of where) named.add(part)
    const own = new Set(
      editions.flatMap(({ edition }) => edition.rules.flatMap(({ publicodes }) => keysIn(publicodes))),
    )
    const words = { ...schemeWords.part, ...differenceWords.part }
    expect([...named].filter((part) => !own.has(part) && !Object.hasOwn(words, part))).toEqual([])
  })
})

/** Keys of Publicodes are the language of the rules themselves. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(keysIn)
  return Object.entries(value).flatMap(([key, each]) => [key, ...keysIn(each)])
}
