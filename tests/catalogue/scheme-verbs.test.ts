import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import type { Call, Verb } from '#cli/call.ts'
import { callOf, languages } from '#cli/call.ts'
import { run as check } from '#cli/scheme/check.ts'
import { run as diff } from '#cli/scheme/diff.ts'
import { run as draw } from '#cli/scheme/draw.ts'
import { run as explain } from '#cli/scheme/explain.ts'
import { run as simulate } from '#cli/scheme/simulate.ts'
import sentences from '#cli/sentences.json' with { type: 'json' }

import { good } from './scheme-faults.ts'

const cameroon = 'catalogue/schemes/ofii-cameroon.yaml'
const folder = mkdtempSync(path.join(tmpdir(), 'homeward-scheme-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function called(verb: Verb, ...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  const said: string[] = []
  const complained: string[] = []
  const call: Call = {
    ...callOf(words, process.stdout),
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
  }
  return { code: await verb(call), said: said.join('\n'), complained: complained.join('\n') }
}

function file(name: string, text: string): string {
  const place = path.join(folder, name)
  writeFileSync(place, text)
  return place
}

describe('scheme check', () => {
  test('says that a file and its examples are right', async () => {
    const { code, said } = await called(check, cameroon)
    expect(code).toBe(0)
    expect(said).toContain('and so are its examples')
  })

  test('names file, line, column and the word that was meant, in the language', async () => {
    const place = file('bad.yaml', good.replace('onwer', '').replace('owner:', 'onwer:'))
    const { code, complained } = await called(check, place, '--language', 'fr')
    expect(code).toBe(1)
    expect(complained).toContain(`${place}:4:1 Le format ne connaît pas le mot « onwer » à cet endroit.`)
    expect(complained).toContain('Vouliez-vous écrire « owner » ?')
  })

  test('names what it expects of a scheme that does not lie beside it, and takes the file all the same', async () => {
    const asked = 'type: number\n        unit: mois\n        from: intake\n'
    const answer = '        elsewhere: { aidedBy: [ofii-togo], completedStep: [small/registration] }\n'
    const strange = good
      .replace(asked, `type: yes-no\n        from: intake\n${answer}`)
      .replace('months away >= 3 mois', 'months away = oui')
    const { code, said } = await called(check, file('strange.yaml', strange))
    expect(said).toContain('To check: “ofii-togo”, which the fact “months away” names, is not in the catalogue.')
    expect(said).not.toContain('small/registration')
    expect(code).toBe(0)
  })

  test('plays the examples beside the file', async () => {
    const place = file('small.yaml', good)
    file(
      'small.examples.yaml',
      "scheme: small\nedition: '2025'\nexamples: [{ example: one, facts: {}, verdict: met, reasons: {}, missing: [], aids: {} }]",
    )
    const { code, complained } = await called(check, place)
    expect(code).toBe(1)
    expect(complained).toContain('“one” expects verdict: "met"; the scheme says "not-known"')
  })

  test('says when there is no file', async () => {
    expect(await called(check)).toMatchObject({ code: 2, complained: 'Name a scheme file.' })
    expect(await called(check, 'nowhere.yaml')).toMatchObject({ code: 1 })
  })
})

describe('scheme explain', () => {
  test.each(languages)('tells rules, ceilings, doubts and sources in %s', async (language) => {
    const { code, said } = await called(explain, cameroon, '--language', language)
    expect(code).toBe(0)
    expect(said.replaceAll(/[^\d\n]/g, '')).toContain('4591699')
    expect(said.replaceAll(/[^\d\n]/g, '')).toContain('3700000')
    expect(said).not.toMatch(/undefined|\[object/)
  })

  test('takes an older edition, and says which there are', async () => {
    expect((await called(explain, cameroon, '--edition', '2023-10')).code).toBe(0)
    expect((await called(explain, cameroon, '--edition', '1999')).complained).toContain('2025-11, 2023-10')
  })
})

describe('scheme diff', () => {
  test.each(languages)('says in %s what a new edition changes', async (language) => {
    const { code, said } = await called(diff, `${cameroon}@2023-10`, cameroon, '--language', language)
    expect(code).toBe(0)
    expect(said.split('\n')).toHaveLength(7)
    expect(said).toContain('2025-11')
  })

  test('counts what only rests on another source, and shows it when asked', async () => {
    const counted = await called(diff, 'joint-initiative-cameroon@2017-06', 'joint-initiative-cameroon')
    expect(counted.said).toContain('rest on another source: 4')
    const shown = await called(diff, 'joint-initiative-cameroon@2017-06', 'joint-initiative-cameroon', '--sources')
    expect(shown.said.split('\n')).toHaveLength(counted.said.split('\n').length + 3)
  })

  test('says that nothing differs, that two are needed, and which editions there are', async () => {
    expect((await called(diff, cameroon, cameroon)).said).toBe('Both editions say the same.')
    expect(await called(diff, cameroon)).toMatchObject({ code: 2 })
    expect((await called(diff, `${cameroon}@1999`, cameroon)).complained).toContain('2025-11, 2023-10')
  })
})

describe('scheme draw', () => {
  test.each(languages)('draws every stage and step in %s', async (language) => {
    const { said } = await called(draw, cameroon, '--language', language)
    expect(said.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true)
    expect(said).toContain(`direction="${language === 'ar' ? 'rtl' : 'ltr'}"`)
    expect(said.match(/<g>/g)).toHaveLength(5)
    expect(said.match(/r="5"/g)).toHaveLength(26)
  })

  test('never lets a text out as markup', async () => {
    const place = file('quotes.yaml', good.replace('en: Before', 'en: \'Before & "after"\''))
    const { said } = await called(draw, place)
    expect(said).toContain('Before &amp; &quot;after&quot;')
  })
})

describe('scheme simulate', () => {
  test('counts endings and days, and finds nothing wrong with Cameroon', async () => {
    const { code, said } = await called(simulate, cameroon, '--people', '25')
    expect(said).toContain('25 invented cases')
    expect(said).toMatch(/A year of follow-up: \d+ days usually/)
    expect(code).toBe(0)
  })

  test('answers 1 when somebody is stuck', async () => {
    const place = file('stuck.yaml', good.replace('by: adviser', 'by: funder'))
    const { code, said } = await called(simulate, place, '--people', '5')
    expect(code).toBe(1)
    expect(said).toContain('role-may-not')
  })
})

test('the command lists its verbs, and every sentence exists in three languages', () => {
  const { status, stderr } = spawnSync(process.execPath, ['cli/homeward.ts', 'dance'], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('homeward scheme check')
  for (const [key, texts] of Object.entries(sentences)) {
    expect(Object.keys(texts).sort(), key).toEqual(['ar', 'en', 'fr'])
    const facts = Object.values(texts).map((text) =>
      [...text.matchAll(/\{(\w+)\}/g)]
        .map(([, name]) => name)
        .sort()
        .join(),
    )
    expect(new Set(facts).size, key).toBe(1)
  }
})
