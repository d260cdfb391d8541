import { foldedWords } from './letters.ts'

/**
 * A word of a name in its normal form. Particles (Ben, Abd el, Ould) are joined to the word that they belong to, since
 * half of the registers write Bensalem and half Ben Salem; `bare` is then the word without them.
 */
export type NameWord = { text: string; bare?: string }

const mostWords = 6

const particles = new Map(
  Object.entries({
    ben: ['ben', 'bin', 'ibn', 'bn', 'abn'],
    bent: ['bent', 'bint', 'bnt'],
    ould: ['ould', 'wuld', 'wld'],
    ait: ['ait'],
    ag: ['ag'],
    bou: ['bou'],
    abou: ['abou', 'abu', 'aboul', 'abul'],
  }).flatMap(([joined, spellings]) => spellings.map((spelling): [string, string] => [spelling, joined])),
)
/** Abd is never a name alone: it is joined in every reading. */
const servant = /^abd(?:[aeiou]{0,2}l|e[rsdtzn]|ou?r|u[rs]?)?$/
const article = /^(?:el|al|ul)$/
const assimilatedArticle = /^[ae](?:ch|sh|[drstzn])$/

const joinedParticles = [
  /^abd(?:[aeiou]{0,2}l|e(?=([rsdtzn])\1)[rsdtzn]|ou?r(?=r)|u[rs](?=[rs]))?(.{4,})$/,
  /^ben(.{4,})$/,
  /^[ae]l(?=[bcdfghjkmnpqrstvxz])(.{4,})$/,
]

type Token = { text: string; article?: string; bare?: string }

/**
 * The words of the name, at most six. Abou and Ben may be particles or given names, only the person can tell: the
 * `joined` reading makes them one word with the next, the `apart` reading leaves them. No letters: no words.
 */
export function nameWords(name: string, reading: 'joined' | 'apart' = 'joined'): NameWord[] {
  const words: Token[] = []
  // From the end, so that in Ould Abd el Aziz the inner particle is joined before the outer one.
  for (const token of withArticles(name).reverse()) {
    const next = words[0]
    const isServant = servant.test(token.text)
    const particle = reading === 'joined' ? particles.get(token.text) : undefined
    if (next && isServant) words[0] = { text: token.text + (next.article ?? '') + next.text, bare: next.text }
    else if (next && particle) words[0] = { text: particle + next.text, bare: next.bare ?? next.text }
    else words.unshift(token)
  }
  return words.slice(0, mostWords).map(nameWord)
}

/** The normal form as one text, words in the order written: equal for the same name under any spelling of marks. */
export function normalName(name: string): string {
  return nameWords(name)
    .map((word) => word.text)
    .join(' ')
}

function nameWord(token: Token): NameWord {
  const bare = token.bare ?? bareOf(token.text)
  return bare === undefined || bare === token.text ? { text: token.text } : { text: token.text, bare }
}

function bareOf(text: string): string | undefined {
  for (const pattern of joinedParticles) {
    const bare = pattern.exec(text)?.at(-1)
    if (bare) return bare
  }
  return undefined
}

/** Articles are not words of their own: each is noted on the word that follows it, and only Abd keeps it. */
function withArticles(name: string): Token[] {
  const tokens: Token[] = []
  let pending: string | undefined
  const folded = foldedWords(name)
  folded.forEach((word, at) => {
    const next = folded[at + 1]
    if (next && isArticle(word.letters, next.letters)) {
      pending = word.letters
      return
    }
    const written = word.article ? 'al' : pending
    tokens.push(written === undefined ? { text: word.letters } : { text: word.letters, article: written })
    pending = undefined
  })
  return tokens
}

function isArticle(letters: string, next: string): boolean {
  return article.test(letters) || (assimilatedArticle.test(letters) && next.startsWith(letters.slice(1)))
}
