import './page.css'
import './question.css'
import './answer.css'

import type { PublicEditionAnswer, PublicSchemeRow } from '#contract/questionnaire-answers.ts'
import { walk } from '#domain/scheme/questions.ts'

import { drawPage } from './draw.ts'
import { draftAt, fetched, placeAfter, placeFor, type Acts, type Page, type Place } from './page.ts'
import { firstLanguage, wordsIn } from './words.ts'

/** The rules travel while the first screen is read. */
const engine = import('#domain/scheme/verdict.ts')

const address = new URL(location.href)
const page: Page = {
  words: await wordsIn(firstLanguage(address)),
  place: { at: 'start' },
  scheme: address.searchParams.get('scheme') ?? undefined,
  schemes: [],
  country: undefined,
  editions: [],
  candidates: [],
  answers: {},
  walk: { asked: [] },
  draft: '',
  isWrong: false,
  request: undefined,
  sending: undefined,
  trouble: undefined,
  isLoading: false,
}

const acts: Acts = {
  go(place) {
    history.pushState(place, '')
    show(place)
  },
  back: () => history.back(),
  draw: (focus) => drawPage({ page, acts }, focus),
  begin: () => acts.go(placeAfter(page.walk)),
  async chooseCountry(country) {
    page.country = country
    const isKnown = page.schemes.some((scheme) => scheme.country === country)
    if (isKnown) await loading(() => open(`country=${country}`))
    else ask([], [])
    if (page.trouble === undefined) acts.begin()
  },
  answer(key, answer) {
    page.answers = { ...page.answers, [key]: answer }
    page.walk = walk(page.candidates, page.answers, page.walk)
    acts.begin()
  },
  restart() {
    ask(page.editions, page.candidates)
    acts.go({ at: 'start' })
  },
  async speak(language) {
    page.words = await wordsIn(language)
    const next = new URL(location.href)
    next.searchParams.set('language', language)
    history.replaceState(history.state, '', next)
    acts.draw('language')
  },
  again: () => loading(first),
}

addEventListener('popstate', ({ state }) => show((state as Place | null) ?? { at: 'start' }))
await loading(first)

/** What the first screen needs: the one scheme that is asked about, or all there are. */
async function first(): Promise<void> {
  if (page.scheme !== undefined) return open(`scheme=${encodeURIComponent(page.scheme)}`)
  page.schemes = await fetched<PublicSchemeRow>('/api/public/schemes')
}

async function open(query: string): Promise<void> {
  const [editions, { compileRules }] = await Promise.all([
    fetched<PublicEditionAnswer>(`/api/public/editions?${query}`),
    engine,
  ])
  ask(
    editions,
    editions.map((edition) => ({ edition, rules: compileRules(edition, edition) })),
  )
}

/** From the beginning, with no answers. */
function ask(editions: Page['editions'], candidates: Page['candidates']): void {
  page.editions = editions
  page.candidates = candidates
  page.answers = {}
  page.walk = walk(candidates, {})
  page.request = undefined
  page.sending = undefined
}

/** Says that something is on its way, and that it did not come. */
async function loading(work: () => Promise<void>): Promise<void> {
  page.isLoading = true
  page.trouble = undefined
  acts.draw()
  try {
    await work()
  } catch {
    page.trouble = 'no-network'
  }
  page.isLoading = false
  acts.draw()
}

function show(place: Place): void {
  page.place = placeFor(place, page)
  page.isWrong = false
  page.draft = draftAt(page)
  acts.draw('heading')
}
