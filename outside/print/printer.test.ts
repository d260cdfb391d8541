import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import type { PrintData, PrintedLetter, PrintKind } from '#app/ports.ts'
import { languages } from '#app/ports.ts'
import { openPrinter } from './printer.ts'
import { sampleCertificate } from './sample-certificate.ts'
import type { SampleOutcome } from './sample-letters.ts'
import { sampleContract, sampleDecision, sampleSheet } from './sample-letters.ts'
import { sampleAgenda, sampleMinutes, samplePack } from './sample-sitting.ts'

const templates = fileURLToPath(new URL('../../catalogue/letters', import.meta.url))
const printer = openPrinter({ templates })
afterAll(() => printer.close())

async function printed<K extends PrintKind>(kind: K, data: PrintData[K], language: 'fr' | 'en' | 'ar' = 'fr') {
  const outcome = await printer.letter(kind, data, language)
  if (outcome.refused) throw new Error(`${outcome.code}: ${JSON.stringify(outcome.facts)}`)
  return outcome.value
}

function isPdf(letter: PrintedLetter): boolean {
  return Buffer.from(letter.bytes).subarray(0, 5).toString('latin1') === '%PDF-'
}

describe.each(languages)('letters in %s', (language) => {
  const outcomes: SampleOutcome[] = ['select', 'select-for-less', 'postpone', 'refuse', 'absent']

  test.each(outcomes)('a decision (%s) is one archival page', async (outcome) => {
    const letter = await printed('decision-letter', sampleDecision(language, outcome), language)
    expect(isPdf(letter)).toBe(true)
    expect(letter).toMatchObject({ standard: 'pdf-a-2a', pages: 1 })
  })

  test('a certificate of signatures is one archival page, with the drawing or a thumb and its witness', async () => {
    const line = { create: { width: 60, height: 20, channels: 3 as const, background: '#ffffff' } }
    const drawn = await printed(
      'signature-certificate',
      sampleCertificate(language, await sharp(line).webp().toBuffer()),
      language,
    )
    const thumb = await printed('signature-certificate', sampleCertificate(language, null), language)
    for (const page of [drawn, thumb]) expect(page).toMatchObject({ standard: 'pdf-a-2a', pages: 1 })
    expect(Buffer.compare(drawn.bytes, thumb.bytes)).not.toBe(0)
  })

  test('a contract, put forward and signed', async () => {
    const open = await printed('commitment-contract', sampleContract(language), language)
    const signed = await printed('commitment-contract', sampleContract(language, true), language)
    expect(open.standard).toBe('pdf-a-2a')
    expect(Buffer.compare(open.bytes, signed.bytes)).not.toBe(0)
  })

  test('a project sheet with thirty budget lines runs over two pages', async () => {
    expect(await printed('project-sheet', sampleSheet(language, 30), language)).toMatchObject({ pages: 2 })
  })
})

describe.each(languages)('papers of a sitting in %s', (language) => {
  test('the agenda of sixty files, a pack with and without a project of 24 months, the minutes: all archival', async () => {
    const papers = [
      await printed('agenda', sampleAgenda(language, 60), language),
      await printed('pack', samplePack(language, true), language),
      await printed('pack', samplePack(language, false), language),
      await printed('minutes', sampleMinutes(language, true), language),
    ]
    expect(papers.map(({ standard, pages }) => ({ standard, pages }))).toEqual([
      { standard: 'pdf-a-2a', pages: 4 },
      { standard: 'pdf-a-2a', pages: 2 },
      { standard: 'pdf-a-2a', pages: 2 },
      { standard: 'pdf-a-2a', pages: 2 },
    ])
  })

  test('papers with nothing known yet are printed too', async () => {
    const full = samplePack(language, false)
    const empty = {
      ...full,
      request: { requested: null, cost: null, ownContribution: null, ceiling: null },
      questions: full.questions.map(({ question }) => ({ question, judgement: null })),
      budget: [],
      opinion: null,
      earlier: [],
      papers: [],
    }
    expect(await printed('pack', empty, language)).toMatchObject({ pages: 2 })
    expect(await printed('agenda', { ...sampleAgenda(language, 0), quorum: null }, language)).toMatchObject({
      pages: 1,
    })
  })
})

describe('what a letter is made of', () => {
  test('the same data gives the same bytes', async () => {
    const [one, other] = [
      await printed('decision-letter', sampleDecision('fr', 'select')),
      await printed('decision-letter', sampleDecision('fr', 'select')),
    ]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  })

  test('what was frozen differs, the pages differ: the fingerprint stands on them', async () => {
    const data = samplePack('fr', true)
    const [one, other] = [await printed('pack', data), await printed('pack', { ...data, fingerprint: '0'.repeat(64) })]
    expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0)
  })

  test('what a person typed is never run as typesetting', async () => {
    const typed = '#pagebreak() #panic("x") #read("/etc/passwd") $a$ *b* {name} \\'
    const data = sampleDecision('fr', 'refuse')
    const letter = await printed('decision-letter', {
      ...data,
      project: typed,
      person: { ...data.person, name: typed },
      decision: { outcome: 'refuse', grounds: [typed] },
    })
    expect(letter.pages).toBe(1)
  })

  test('a script without letters in our fonts is still printed, and says that it is not archival', async () => {
    const letter = await printed('decision-letter', sampleDecision('fr', 'absent', 'አበበ ብቂላ'))
    expect(letter.standard).toBe('pdf')
  })

  test('a scheme may word a sentence in its own way', async () => {
    const data = sampleDecision('en', 'absent')
    const usual = await printed('decision-letter', data, 'en')
    const own = await printed('decision-letter', { ...data, wording: { 'closing.plain': 'See you soon.' } }, 'en')
    expect(Buffer.compare(usual.bytes, own.bytes)).not.toBe(0)
  })

  test('thirty letters at once all come back', { timeout: 20_000 }, async () => {
    const data = sampleDecision('fr', 'absent')
    const letters = await Promise.all(
      Array.from({ length: 30 }, (_, at) => printed('decision-letter', { ...data, reference: `CM-${at}` })),
    )
    expect(new Set(letters.map((letter) => Buffer.from(letter.bytes).toString('latin1'))).size).toBe(30)
  })
})

describe('when a letter cannot be printed', () => {
  test('a kind that has no template is refused', async () => {
    const kind = 'love-letter' as 'decision-letter'
    const outcome = await printer.letter(kind, sampleDecision('fr', 'absent'), 'fr')
    expect(outcome).toMatchObject({ refused: true, code: 'letter-not-known' })
  })

  test('missing templates are a refusal, not a crash', async () => {
    const lost = openPrinter({ templates: '/nowhere/letters' })
    const outcome = await lost.letter('decision-letter', sampleDecision('fr', 'absent'), 'fr')
    expect(outcome).toMatchObject({ refused: true, code: 'print-failed' })
    await lost.close()
  })

  test('a letter that takes too long is refused and the next one is printed by a new thread', async () => {
    const hasty = openPrinter({ templates, patience: 1 })
    const outcome = await hasty.letter('project-sheet', sampleSheet('fr', 200), 'fr')
    expect(outcome).toMatchObject({ refused: true, code: 'print-failed' })
    await hasty.close()
    expect((await printed('decision-letter', sampleDecision('fr', 'absent'))).pages).toBe(1)
  })
})

describe('the texts of the letters', () => {
  const texts = languages.map(
    (language) => JSON.parse(readFileSync(`${templates}/texts.${language}.json`, 'utf8')) as Record<string, string>,
  )
  const gaps = (sentence = '') => (sentence.match(/\{[a-z-]+\}/g) ?? []).sort()

  test('every language has every sentence', () => {
    const keys = texts.map((language) => Object.keys(language).sort())
    expect(keys[1]).toEqual(keys[0])
    expect(keys[2]).toEqual(keys[0])
  })

  test('every sentence names the same values, but a greeting may do without the name', () => {
    const [french = {}, english = {}, arabic = {}] = texts
    for (const key of Object.keys(french).filter((key) => key !== 'greeting')) {
      expect([key, gaps(english[key])]).toEqual([key, gaps(french[key])])
      expect([key, gaps(arabic[key])]).toEqual([key, gaps(french[key])])
    }
  })
})
