import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'
import problemTexts from '#catalogue/scheme-problems.json' with { type: 'json' }
import { largestFile } from '#domain/field.ts'
import { checkScheme } from '#domain/scheme/check.ts'
import { unknownElsewhere } from '#domain/scheme/check-elsewhere.ts'
import type { Edition } from '#domain/scheme/scheme.ts'

import { fundingFaults } from './funding-faults.ts'
import { resultFaults } from './result-faults.ts'
import { faults, good } from './scheme-faults.ts'
import { stepFaults } from './step-faults.ts'

describe('a scheme file', () => {
  test('that is right is read', () => {
    expect(checkScheme(good)).toHaveProperty('scheme.scheme', 'small')
  })

  test.each(Object.entries({ ...faults, ...fundingFaults, ...resultFaults, ...stepFaults }))(
    'with %s is refused with its line',
    (_name, { replace, by, says, elsewhere }) => {
      expect(good).toContain(replace)
      const checked = checkScheme(good.replace(replace, () => by))
      const problems = 'problems' in checked ? checked.problems : []
      expect(problems.map(({ code }) => code)).toContain(says.code)
      expect(problems).toContainEqual(expect.objectContaining(says))
      const line = good.slice(0, good.indexOf(replace) + by.length - by.trimStart().length).split('\n').length
      if (!elsewhere) expect(problems.filter(({ code }) => code === says.code).map((each) => each.line)).toContain(line)
    },
  )

  test('that helps an organisation or a group says nothing that only a person has', () => {
    const helping = (beneficiary: string, replace = '', by = '') => {
      const text = good
        .replace(replace, by)
        .replace("  - edition: '2025'", `  - beneficiary: ${beneficiary}\n    edition: '2025'`)
      const checked = checkScheme(text)
      const problems = 'problems' in checked ? checked.problems : []
      return problems.map(({ line, code, facts, suggestion = '' }) => {
        const at = text.split('\n')[line - 1]?.trim() ?? ''
        return [at, code, facts['word'] ?? facts['kind'], suggestion].join(' | ')
      })
    }
    expect(helping('organization')).toEqual([
      '- beneficiary: organization | unknown-word | organization | organisation',
    ])
    expect(helping('person', 'kind: interview', 'kind: session')).toEqual([
      'kind: session | not-for-beneficiary | session | training',
    ])
    expect(helping('organisation')).toEqual([])
    expect(helping('organisation', 'kind: interview', 'kind: first-contact')).toEqual([
      'kind: first-contact | not-for-beneficiary | first-contact | interview',
    ])
    expect(helping('organisation', 'kind: interview', 'kind: placement')[0]).toMatch(/placement \| referral$/)
    expect(helping('organisation', 'derived: project-cost', 'derived: minors')).toContainEqual(
      'derived: minors | not-for-beneficiary | minors | ',
    )
    const ofGroup = helping('group')
    for (const kind of ['enrolment', 'session', 'completion'])
      expect(ofGroup).toContainEqual(expect.stringMatching(`step-missing \\| ${kind}`))
    for (const kind of ['assessment', 'aid-choice', 'idea', 'committee', 'aids', 'beneficiary'])
      expect(ofGroup).toContainEqual(expect.stringMatching(`not-for-beneficiary \\| ${kind}`))
  })

  test('whose editions overlap is refused until the older one ends', () => {
    const edition = good.slice(good.indexOf('  - edition:'))
    const older = edition.replace("'2025'", "'2020'").replace('2025-01-01', '2020-01-01')
    const codes = (text: string) => {
      const checked = checkScheme(text)
      return 'problems' in checked ? checked.problems.map(({ code }) => code) : []
    }
    expect(codes(good + older)).toEqual(['editions-overlap'])
    expect(codes(good + older.replace('    source', '    to: 2024-12-31\n    source'))).toEqual([])
    expect(codes(good + edition)).toContain('twice')
    const other = older.replace('    source', '    beneficiary: organisation\n    to: 2024-12-31\n    source')
    expect(codes(good + other)).toEqual(['other-beneficiary'])
  })

  test('that is too large, too deep or a bomb of aliases is refused, quickly', () => {
    const layers = Array.from({ length: 12 }, (_, layer) => {
      const parts = Array.from({ length: 9 }, () => (layer === 0 ? 'x' : `*a${layer - 1}`))
      return `a${layer}: &a${layer} [${parts.join(', ')}]`
    })
    const codeOf = (text: string) => {
      const checked = checkScheme(text)
      return 'problems' in checked ? checked.problems[0]?.code : undefined
    }
    expect(codeOf('x'.repeat(largestFile + 1))).toBe('too-large')
    expect(codeOf(layers.join('\n'))).toBe('too-many-aliases')
    expect(codeOf(layers.slice(0, 9).join('\n'))).toBe('too-many-aliases')
    expect(['too-deep', 'not-yaml']).toContain(codeOf('['.repeat(200_000)))
    expect(codeOf('!!js/function "x"')).toBe('not-yaml')
    expect(codeOf('')).toBe('wrong-type')
  })
})

describe('what a file says of other schemes', () => {
  const catalogue = loadSchemes('catalogue/schemes')
  const find = (name: string) => catalogue.find(({ scheme }) => scheme === name)

  test('is there, in the catalogue', () => {
    for (const scheme of catalogue) expect(unknownElsewhere(scheme, find), scheme.scheme).toEqual([])
  })

  test('is told where it is not: a scheme, an aid, a step', () => {
    const [scheme] = catalogue
    if (scheme === undefined) throw new Error('no scheme')
    const elsewhere = {
      aidedBy: ['lemma', 'lemma/housing', 'nowhere'],
      completedStep: ['tounesna/training', 'lemma/x'],
    }
    const facts = [{ fact: 'aided', elsewhere }] as unknown as Edition['facts']
    const strange = { ...scheme, scheme: 'mine', editions: scheme.editions.map((edition) => ({ ...edition, facts })) }
    expect(unknownElsewhere({ ...strange, editions: strange.editions.slice(0, 1) }, find)).toEqual(
      ['lemma/housing', 'nowhere', 'lemma/x'].map((name) => ({ fact: 'aided', name })),
    )
  })
})

describe('the sentences of problems', () => {
  const texts: Record<string, Record<string, string>> = problemTexts

  test('exist in three languages for every code that a check can give', () => {
    const folder = new URL('../../domain/scheme/', import.meta.url)
    const sources = readdirSync(folder).filter((name) => name.startsWith('check'))
    const code =
      /(?:code: |only\(|mustBe\()'([a-z-]+)'|\? '(never-true|units-do-not-mix|rule-not-readable|unknown-role|unknown-word)'/g
    const codes = sources.flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(code)].map(([found, one, other]) =>
        found.startsWith('mustBe') ? `unknown-${one}` : (one ?? other ?? ''),
      ),
    )
    const told = Object.values(faults).map(({ says }) => says.code ?? '')
    expect(codes.length).toBeGreaterThan(30)
    for (const each of new Set([...codes, ...told, 'did-you-mean'])) {
      const sentence = texts[each]
      expect(sentence, each).toBeDefined()
      expect(Object.keys(sentence ?? {}).sort()).toEqual(['ar', 'en', 'fr'])
    }
  })

  test('use the same facts in every language', () => {
    for (const [code, sentence] of Object.entries(texts)) {
      const facts = Object.values(sentence).map((text) =>
        [...text.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact).sort(),
      )
      expect(facts[1], code).toEqual(facts[0])
      expect(facts[2], code).toEqual(facts[0])
    }
  })
})
