import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { noHolidays } from '#domain/holidays.ts'
import { differencesOf, editionFor, readExamples } from '#catalogue/examples.ts'
import { loadSchemes, schemeFiles } from '#catalogue/load.ts'
import { calendarOf } from '#catalogue/load-calendar.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

const folders = ['catalogue/schemes', 'docs/first-scheme']
const schemes = folders.flatMap((folder) => loadSchemes(folder))

describe.each(folders.flatMap((folder) => schemeFiles(folder)))('%s', (file) => {
  const place = file.replace('.yaml', '.examples.yaml')

  test('has worked examples beside it', () => {
    expect(existsSync(place)).toBe(true)
  })

  const read = existsSync(place) ? readExamples(readFileSync(place, 'utf8')) : { problems: [] }

  test('has examples of the right shape', () => {
    expect('problems' in read ? read.problems : []).toEqual([])
  })

  const examples = 'value' in read ? read.value : undefined
  const scheme = schemes.find((each) => each.scheme === examples?.scheme)
  if (!examples || !scheme) return
  const runnings = scheme.editions.map((edition) => ({ scheme, edition, rules: compileRules(scheme, edition) }))

  test.each(examples.examples)('$example', (example) => {
    const running = runnings.find(({ edition }) => edition === editionFor(example, examples, scheme))
    if (!running) throw new Error(`no such edition of ${scheme.scheme}`)
    expect(differencesOf(example, running, calendarOf(scheme.country))).toEqual([])
  })
})

test('an example that expects something else is told apart', () => {
  const scheme = schemes.find((each) => each.scheme === 'ofii-cameroon')
  const [edition] = scheme?.editions ?? []
  if (!scheme || !edition) throw new Error('OFII Cameroon is not in the catalogue')
  const running = { scheme, edition, rules: compileRules(scheme, edition) }
  const example = { example: 'x', facts: {}, verdict: 'met', reasons: {}, missing: [], aids: {} } as const
  const differences = differencesOf({ ...example, missing: [], aids: {}, due: { nothing: null } }, running, noHolidays)
  expect(differences.map(({ about }) => about)).toEqual(['verdict', 'reasons', 'missing', 'aids', 'due'])
})
