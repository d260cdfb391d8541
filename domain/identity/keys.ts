/**
 * Search by equality. Every person is stored with a few short keys; a search computes the same keys from what was typed
 * and looks for rows with `key = any(...)`, which an index serves under row security. No key is ever empty.
 *
 * `w:` a word by its sound, `c:` two words of one person together (selective), `p:` the first three or four letters
 * (type-ahead), `t:` the end of a phone number, `d:` a document number.
 */
import { aliasGroups } from './aliases.ts'
import { firstLetters } from './letters.ts'
import { soundOf } from './sound.ts'
import { nameWords, type NameWord } from './words.ts'

export type PersonName = { givenName: string; familyName: string; otherNames?: string | undefined }

const mostWordKeys = 7
const mostPairKeys = 8
const wordsWithPrefix = 2

/** The keys of a name without its pairs: `w:` and `p:`. Two spellings of one name share a `w:` key. */
export function nameKeys(name: string): string[] {
  const words = nameWords(name)
  return unique([...words.flatMap(wordKeys).map((key) => `w:${key}`), ...words.flatMap((word) => prefixKeys(word))])
}

/** All keys to store for a person, about a dozen for two words and never more than twenty. */
export function searchKeys(person: PersonName): string[] {
  const given = nameWords(person.givenName)
  const family = nameWords(person.familyName)
  const other = nameWords(person.otherNames ?? '')
  // The most telling first, since the numbers are bounded: first given name, first family name, then the rest.
  const words = [...given.slice(0, 1), ...family.slice(0, 1), ...given.slice(1), ...family.slice(1), ...other]
  const keys = words.map(wordKeys)
  const single = unique(keys.flat().map((key) => `w:${key}`)).slice(0, mostWordKeys)
  const prefixed = [...words.slice(0, wordsWithPrefix), ...words.slice(wordsWithPrefix, wordsWithPrefix + 1)]
  const prefixes = unique(prefixed.flatMap((word) => prefixKeys(word))).slice(0, 5)
  return [...single, ...prefixes, ...pairKeys(keys).slice(0, mostPairKeys)]
}

/**
 * The keys to look for. Try `combined` first when there are any: a row with one of them has two of the words. Then
 * `single`, best rows first by how many keys they match, ranked by `nameScore`.
 */
export function queryKeys(text: string): { combined: string[]; single: string[] } {
  const joined = nameWords(text)
  const apart = nameWords(text, 'apart')
  const combined = unique([...pairKeys(joined.map(wordKeys)), ...pairKeys(apart.map(wordKeys))])
  const words = [...joined, ...apart]
  const single = unique([
    ...words.flatMap(wordKeys).map((key) => `w:${key}`),
    ...words.map((word) => `p:${firstLetters(word.text, 4)}`),
  ])
  return { combined, single }
}

/** The last eight digits: one person is written with and without the country's prefix. Shorter: no key. */
export function phoneKey(phone: string): string | undefined {
  const digits = phone
    .normalize('NFKD')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
  const end = digits.replace(/[^0-9]/g, '').slice(-8)
  return end.length === 8 ? `t:${end}` : undefined
}

/** Letters and digits of a document number without its spaces and strokes; fewer than five say nothing: no key. */
export function documentKey(number: string): string | undefined {
  const signs = number
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 40)
  return signs.length >= 5 ? `d:${signs}` : undefined
}

/** The sounds under which a word is found: of its known name, of its spelling, of the word without its particle. */
function wordKeys(word: NameWord): string[] {
  const groups = aliasGroups(word.text)
  const known = groups.slice(0, 2).map(soundOf)
  const bare = word.bare && groups.length === 0 ? [...aliasGroups(word.bare).slice(0, 1), word.bare].map(soundOf) : []
  return unique([...known, soundOf(word.text), ...bare.slice(0, 1)])
}

function prefixKeys(word: NameWord): string[] {
  return unique([`p:${firstLetters(word.text, 3)}`, `p:${firstLetters(word.text, 4)}`])
}

/** Each two words together, in alphabetical order since the order of names differs between registers. */
function pairKeys(words: string[][]): string[] {
  const keys: string[] = []
  words.forEach((left, at) => {
    for (const right of words.slice(at + 1)) {
      for (const one of left) for (const other of right) keys.push(`c:${[one, other].sort().join('+')}`)
    }
  })
  return unique(keys)
}

function unique(keys: string[]): string[] {
  return [...new Set(keys)]
}
