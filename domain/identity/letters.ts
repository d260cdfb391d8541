/**
 * One alphabet for all names: small Latin letters without accents. Arabic script goes through a fixed letter map, so
 * that محمد can meet Mohamed; letters of any other script stay what they are and meet only themselves.
 */

/** More than any real name; what comes after is not read, so that a pasted page costs nothing. */
const longestName = 400
const longestWord = 40

const apostrophes = /['`´\u2018\u2019\u2032\u02b9-\u02bf]/g
const withoutSound = /[\p{M}\p{Cf}\u0640]/gu

const latin = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ŋ: 'ng',
    ɓ: 'b',
    ɗ: 'd',
    ɛ: 'e',
    ǝ: 'e',
    ə: 'e',
    ɔ: 'o',
    ƙ: 'k',
    ƴ: 'y',
    ɲ: 'ny',
  }),
)

// Pairs of letter and sound, in the spelling that French and Maghreb registers use.
const arabic = new Map(
  (
    'ا a,ٱ a,ب b,پ p,ت t,ث th,ج j,چ ch,ح h,خ kh,د d,ذ dh,ر r,ز z,س s,ش ch,ص s,ض d,ط t,ظ z,ع a,غ gh,ف f,ڤ v,' +
    'ق k,ك k,ک k,گ g,ڭ g,ل l,م m,ن n,ه h,ہ h,ة a,ى a,ء '
  )
    .split(',')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
)
const waw = 'و'
const ya = new Set(['ي', 'ی'])
const openVowels = new Set(['ا', 'ى', 'ة'])

/** `article`: the Arabic article was written onto the word; `letters` is the word without it. */
export type FoldedWord = { letters: string; article: boolean }

/** The words of a text as folded letters, at most forty letters each. Emoji, digits and marks are no letters. */
export function foldedWords(text: string): FoldedWord[] {
  const folded = text
    .slice(0, longestName)
    .replace(apostrophes, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(withoutSound, '')
  const words = folded.match(/\p{L}+/gu) ?? []
  return words
    .map((word) => {
      // Told apart before the letters change: in Latin letters, Al may be the start of a name (Alioune).
      const article = word.startsWith('ال') && word.length >= 5
      return { letters: firstLetters(latinLetters(article ? word.slice(2) : word), longestWord), article }
    })
    .filter((word) => word.letters !== '')
}

/** By letters, not by UTF-16 units: half a letter is no text, and the database refuses it. */
export function firstLetters(word: string, count: number): string {
  return [...word].slice(0, count).join('')
}

function latinLetters(word: string): string {
  const letters = [...word]
  return letters.map((letter, at) => soundOf(letter, letters[at - 1], letters[at + 1])).join('')
}

function soundOf(letter: string, before: string | undefined, after: string | undefined): string {
  const opens = before === undefined || (after !== undefined && openVowels.has(after))
  if (letter === waw) return opens ? 'w' : 'ou'
  if (ya.has(letter)) return opens || after === waw ? 'y' : 'i'
  return arabic.get(letter) ?? latin.get(letter) ?? letter
}
