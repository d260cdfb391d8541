import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentKey, nameKeys, phoneKey, queryKeys, searchKeys } from './keys.ts'

const letters = fc.stringMatching(/^[a-zA-Zéèçñ'\- \u0627-\u064a]{0,40}$/)
const anyName = fc.oneof(
  letters,
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('😀', '\u200f', '', 'Ben', "N'Diaye", '李'),
)
const shared = (left: string, right: string) =>
  nameKeys(left).filter((key) => key.startsWith('w:') && nameKeys(right).includes(key))

describe('two spellings of one name meet', () => {
  test.each([
    ['Mohamed', 'Muhammad'],
    ['Mohamed', 'محمد'],
    ['Muhammad', '\u200fمُحَمَّد\u200f'],
    ['Fatoumata', 'Fatimata'],
    ['Fatoumata', 'فاطمة'],
    ['Youssef', 'Yusuf'],
    ['Youssouf', 'يوسف'],
    ['Abdoulaye', 'Abdullahi'],
    ['Abdullah', 'عبد الله'],
    ['Abd el-Kader', 'Abdoulkader'],
    ['Abdelkader', 'عبدالقادر'],
    ['Khadija', 'Hadja'],
    ['Khadidja', 'خديجة'],
    ['Bensalem', 'Ben Salem'],
    ['Bensalem', 'بن سالم'],
    ['Salem', 'Ben Salem'],
    ['El Gharbi', 'الغربي'],
    ['Diallo', 'Jallow'],
    ['Ousmane', 'Uthman'],
    ['Ousmane', 'عثمان'],
    ["N'Diaye", 'Njie'],
    ['Kouassi', 'Kwasi'],
    ['Coulibaly', 'Kulibali'],
    ['Wahid', 'وحيد'],
    ['Rachid', 'رشيد'],
    ['Tchoupo', 'Choupo'],
    ['Zoé', 'ZOE'],
  ])('%s and %s', (left, right) => {
    expect(shared(left, right)).not.toEqual([])
  })
})

test.each([
  ['Diallo', 'Traoré'],
  ['Traoré', 'Touré'],
  ['Aminata', 'Mariam'],
  ['Mbarga', 'Fotso'],
  ['أحمد', 'علي'],
  ['Ba', 'Sow'],
  ['Issa', 'Ali'],
])('%s and %s do not meet', (left, right) => {
  expect(nameKeys(left).filter((key) => nameKeys(right).includes(key))).toEqual([])
})

describe('keys of a person', () => {
  test('a search finds the person by any spelling, any order, two words at once', () => {
    const stored = searchKeys({ givenName: 'Mohamed', familyName: 'Ben Salem' })
    for (const text of ['Muhammad Bensalem', 'BEN SALEM mohamed', 'محمد بن سالم', 'Mouhamed Salem']) {
      const { combined, single } = queryKeys(text)
      expect(combined.some((key) => stored.includes(key))).toBe(true)
      expect(single.some((key) => stored.includes(key))).toBe(true)
    }
  })

  test('Abou is found as a given name, although it can be a particle', () => {
    const stored = searchKeys({ givenName: 'Abou', familyName: 'Diallo' })
    expect(queryKeys('Abou Diallo').combined.some((key) => stored.includes(key))).toBe(true)
  })

  test('typing the beginning finds the name', () => {
    const stored = searchKeys({ givenName: 'Fatoumata', familyName: 'Diallo' })
    for (const text of ['fat', 'Fato', 'fatou', 'dia', 'fat dia']) {
      expect(queryKeys(text).single.some((key) => stored.includes(key))).toBe(true)
    }
  })

  test('at most twenty, none empty, each once, whatever was typed as a name', () => {
    fc.assert(
      fc.property(anyName, anyName, anyName, (givenName, familyName, otherNames) => {
        const keys = searchKeys({ givenName, familyName, otherNames })
        const { combined, single } = queryKeys(`${givenName} ${familyName} ${otherNames}`)
        expect(keys.length).toBeLessThanOrEqual(20)
        expect(new Set(keys).size).toBe(keys.length)
        for (const key of [...keys, ...combined, ...single, ...nameKeys(givenName)]) {
          expect(key).toMatch(/^(?:[wp]:\p{L}+|c:\p{L}+\+\p{L}+)$/u)
        }
      }),
    )
  })

  test('names without letters have no key, and a pasted page costs nothing', () => {
    for (const name of ['', '   ', '😀🎉', '\u200f\u200e', '123', "'", '--']) {
      expect(nameKeys(name)).toEqual([])
      expect(searchKeys({ givenName: name, familyName: name })).toEqual([])
      expect(queryKeys(name)).toEqual({ combined: [], single: [] })
    }
    const long = 'Mohamed Diallo '.repeat(700)
    expect(searchKeys({ givenName: long, familyName: long }).length).toBeLessThanOrEqual(20)
    expect(searchKeys({ givenName: 'a'.repeat(10_000), familyName: 'b'.repeat(10_000) }).join('').length).toBeLessThan(
      400,
    )
  })

  test('the same name in capitals, with accents apart or with marks of direction has the same keys', () => {
    fc.assert(
      fc.property(letters, (name) => {
        expect(nameKeys(`\u200f${name.normalize('NFD')}\u200e`)).toEqual(nameKeys(name.normalize('NFC')))
      }),
    )
    expect(nameKeys('DIALLO')).toEqual(nameKeys('diallo'))
  })
})

describe('phone and document', () => {
  test('a phone with and without its country prefix is one', () => {
    expect(phoneKey('+237 6 99 12 34 56')).toBe(phoneKey('699-12-34-56'))
    expect(phoneKey('٦٩٩١٢٣٤٥٦')).toBe(phoneKey('699123456'))
    expect(phoneKey('12345')).toBeUndefined()
    expect(phoneKey('')).toBeUndefined()
  })

  test('a document number without its spaces and strokes is one', () => {
    expect(documentKey('ab-123 456')).toBe(documentKey('AB123456'))
    expect(documentKey('n/a')).toBeUndefined()
  })
})
