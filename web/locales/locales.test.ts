import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const folder = fileURLToPath(new URL('.', import.meta.url))
const places = globSync('en/*.json', { cwd: folder }).map((file) => file.slice(3, -5))

function read(language: string, place: string): Record<string, string> {
  return JSON.parse(readFileSync(`${folder}${language}/${place}.json`, 'utf8')) as Record<string, string>
}

/** The names a message asks for, each with how it uses them: `count:plural`. */
function asked(source: string): string[] {
  const names = new Set<string>()
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(`${element.value}:${kinds[element.type] ?? 'value'}`)
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value)
    }
  }
  visit(parse(source, { ignoreTag: true }))
  return [...names].sort()
}

const kinds: Readonly<Record<number, string>> = { [TYPE.plural]: 'plural', [TYPE.select]: 'select' }

describe('the texts', () => {
  it('are listed by place, so that their keys have types', () => {
    const listed = readFileSync(`${folder}texts.ts`, 'utf8')
    const missing = places.filter((place) => !listed.includes(`./en/${place}.json'`))
    expect(missing).toEqual([])
  })

  it.each(['fr', 'ar'])('have the same places in %s as in en', (language) => {
    expect(
      globSync(`${language}/*.json`, { cwd: folder })
        .map((file) => file.slice(3, -5))
        .sort(),
    ).toEqual([...places].sort())
  })
})

describe.each(places)('%s', (place) => {
  const english = read('en', place)

  it.each(['fr', 'ar'])('has the same keys in %s', (language) => {
    expect(Object.keys(read(language, place)).sort()).toEqual(Object.keys(english).sort())
  })

  it.each(['fr', 'en', 'ar'])('says something under every key in %s', (language) => {
    const empty = Object.entries(read(language, place)).filter(([, words]) => words.trim() === '')
    expect(empty).toEqual([])
  })

  it.each(['fr', 'en', 'ar'])(
    'is written in ICU messages in %s (a select option is a_name, without hyphens)',
    (language) => {
      const unreadable = Object.entries(read(language, place)).filter(([, words]) => !isReadable(words))
      expect(unreadable.map(([key]) => key)).toEqual([])
    },
  )

  it.each(['fr', 'ar'])('asks for the same values in %s as in en', (language) => {
    const other = read(language, place)
    const different = Object.keys(english).filter(
      (key) => asked(english[key] ?? '').join() !== asked(other[key] ?? '').join(),
    )
    expect(different).toEqual([])
  })

  it('gives a plural all the forms that Arabic has', () => {
    const short = Object.entries(read('ar', place)).filter(([, words]) => !hasAllForms(words))
    expect(short).toEqual([])
  })
})

function isReadable(words: string): boolean {
  try {
    parse(words, { ignoreTag: true })
    return true
  } catch {
    return false
  }
}

function hasAllForms(words: string): boolean {
  return parse(words, { ignoreTag: true }).every(
    (element) =>
      element.type !== TYPE.plural ||
      ['zero', 'one', 'two', 'few', 'many', 'other'].every((form) => form in element.options),
  )
}
