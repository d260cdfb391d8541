/**
 * How alike two names are, with the reasons: for ranking what a search found and for proposing possible duplicates.
 * It orders and explains; it never decides that two people are one.
 */
import { aliasRelation } from './aliases.ts'
import { remembered } from './remembered.ts'
import { soundOf } from './sound.ts'
import { nameWords, type NameWord } from './words.ts'

/** Codes for the screen, most telling first. */
export const nameReasons = [
  'same-name',
  'known-variant',
  'particle',
  'same-sound',
  'close-spelling',
  'related-name',
  'initial',
  'word-missing',
  'word-differs',
] as const

export type NameReason = (typeof nameReasons)[number]
export type NameLikeness = { score: number; reasons: NameReason[] }

type WordLikeness = { score: number; reason: NameReason }

const joinedWords = remembered((name) => nameWords(name))
const apartWords = remembered((name) => nameWords(name, 'apart'))
const sound = remembered(soundOf)

/** From 0 to 1, the same in both directions; 1 for the same words. A name without letters is like no other: 0. */
export function nameScore(left: string, right: string): NameLikeness {
  const joined = wordsScore(joinedWords(left), joinedWords(right))
  if (joined.score === 1) return joined
  const apart = wordsScore(apartWords(left), apartWords(right))
  return joined.score >= apart.score ? joined : apart
}

function wordsScore(left: NameWord[], right: NameWord[]): NameLikeness {
  if (left.length === 0 || right.length === 0) return { score: 0, reasons: [] }
  // One order for both directions, so that ties between matches fall the same way.
  const [few, many] = [left, right].sort((one, other) => one.length - other.length || byText(one, other)) as [
    NameWord[],
    NameWord[],
  ]
  const table = few.map((word) => many.map((other) => wordScore(word, other)))
  const matched = bestMatch(table)
  const total = matched.reduce((sum, word) => sum + word.score, 0)
  // A word left out (a second given name) costs less than one that differs; a lone word proves less than two.
  const weight = few.length === 1 ? 0.4 : 0.7
  const score = (weight * total) / few.length + ((1 - weight) * total) / many.length
  const found = new Set(matched.map((word) => word.reason))
  if (many.length > few.length) found.add('word-missing')
  if (matched.length < few.length) found.add('word-differs')
  const reasons = matched.length === 0 ? [] : nameReasons.filter((reason) => found.has(reason))
  return { score: Math.min(1, Math.round(score * 1000) / 1000), reasons }
}

function byText(left: NameWord[], right: NameWord[]): number {
  const [one, other] = [left, right].map((words) => words.map((word) => word.text).join(' ')) as [string, string]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Pairs each word of the shorter name with one of the longer so that the sum is the greatest: any order of words. */
function bestMatch(table: (WordLikeness | undefined)[][]): WordLikeness[] {
  const best = new Map<number, WordLikeness[]>([[0, []]])
  const sum = (words: WordLikeness[]) => words.reduce((total, word) => total + word.score, 0)
  for (const row of table) {
    const before = new Map(best)
    for (const [taken, words] of before) {
      row.forEach((likeness, column) => {
        if (!likeness || taken & (1 << column)) return
        const [key, next] = [taken | (1 << column), [...words, likeness]]
        if (sum(next) > sum(best.get(key) ?? [])) best.set(key, next)
      })
    }
  }
  const orders = [...best.values()]
  return orders.reduce((one, other) => (sum(other) > sum(one) ? other : one), [])
}

/** Two words; undefined when they have nothing in common. Knowledge (the table of variants) beats sound and spelling. */
function wordScore(left: NameWord, right: NameWord): WordLikeness | undefined {
  if (left.text === right.text) return { score: 1, reason: 'same-name' }
  const relation = aliasRelation(left.text, right.text)
  if (relation === 'same') return { score: 0.96, reason: 'known-variant' }
  if (relation === 'related') return { score: 0.75, reason: 'related-name' }
  if (left.text.length === 1 || right.text.length === 1) return initialScore(left.text, right.text)
  // Two known names of different groups: Mohamed and Mahmoud sound alike and are two names.
  const most = relation === 'different' ? 0.55 : 0.95
  const spelling = Math.max(0, (spellingLikeness(left.text, right.text) - 0.7) / 0.3)
  const sounds = soundsAlike(left.text, right.text)
  const candidates: WordLikeness[] = [
    { score: Math.min(most, sounds * (0.8 + 0.2 * spelling)), reason: 'same-sound' },
    { score: Math.min(most, spelling), reason: 'close-spelling' },
    { score: Math.min(most, bareScore(left, right)), reason: 'particle' },
  ]
  const best = candidates.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score >= 0.4 ? best : undefined
}

function initialScore(left: string, right: string): WordLikeness | undefined {
  return left[0] === right[0] ? { score: 0.5, reason: 'initial' } : undefined
}

/** Salem and Ben Salem: the same word once the particle is away. */
function bareScore(left: NameWord, right: NameWord): number {
  const [one, other] = [left.bare ?? left.text, right.bare ?? right.text]
  return (left.bare !== undefined || right.bare !== undefined) && one === other ? 0.85 : 0
}

/** The more consonants agree, the more the agreement says. */
function soundsAlike(left: string, right: string): number {
  const [one, other] = [sound(left), sound(right)]
  if (one !== other) return 0
  return one.length >= 3 ? 1 : 0.85
}

/** Jaro's measure with Winkler's bonus for the same beginning, 0 to 1: made for typing slips in short names. */
export function spellingLikeness(left: string, right: string): number {
  // Jaro's greedy search depends on the direction; always taking the same one makes the measure symmetric.
  const [one, other] = [left, right].sort().map((word) => [...word]) as [string[], string[]]
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1)
  const taken = new Set<number>()
  const common: string[] = []
  one.forEach((letter, at) => {
    for (let place = Math.max(0, at - reach); place <= Math.min(other.length - 1, at + reach); place += 1) {
      if (taken.has(place) || other[place] !== letter) continue
      taken.add(place)
      common.push(letter)
      return
    }
  })
  if (common.length === 0) return 0
  const inOther = [...taken].sort((a, b) => a - b).map((place) => other[place])
  const swapped = common.filter((letter, at) => letter !== inOther[at]).length / 2
  const jaro =
    (common.length / one.length + common.length / other.length + (common.length - swapped) / common.length) / 3
  let start = 0
  while (start < 4 && start < one.length && one[start] === other[start]) start += 1
  return Math.min(1, jaro + start * 0.1 * (1 - jaro))
}
