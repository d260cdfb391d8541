import '../eligible/page.css'
import '../eligible/question.css'
import '../eligible/answer.css'
import './sign.css'

import * as api from './api.ts'
import { fingerprintOf } from './fingerprint.ts'
import { drawFrame } from './frame.ts'
import { base64Of } from './pad.ts'
import { footerOf, screenOf, showDocument } from './screens.ts'
import type { Acts, Focus, Place, State } from './state.ts'
import { firstLanguage, rememberLanguage, wordsIn } from './words.ts'

const state: State = {
  words: await wordsIn(firstLanguage()),
  place: 'loading',
  token: location.pathname.split('/').filter(Boolean).at(-1) ?? '',
  greeting: undefined,
  visit: undefined,
  bytes: undefined,
  fingerprint: undefined,
  pages: undefined,
  trouble: undefined,
  isBusy: false,
  isCodeSent: false,
  answer: '',
  reason: '',
  name: '',
  witness: '',
  mark: 'drawn',
  photo: undefined,
  pad: undefined,
  missing: [],
}

/** What ends everything here; anything else is said beside what was tried. */
const final = new Set([
  'link-unknown',
  'link-used',
  'link-over',
  'link-locked',
  'signatures-cancelled',
  'document-changed',
])

const acts: Acts = {
  draw: (focus) => draw(focus),
  go(place) {
    state.trouble = undefined
    history.pushState(place, '')
    show(place)
  },
  async speak(language) {
    state.words = await wordsIn(language)
    rememberLanguage(language)
    draw('language')
  },
  sendCode: () =>
    trying(
      () => api.sendCode(state.token, state.words.language),
      () => {
        state.isCodeSent = true
        draw('heading')
      },
    ),
  sayWho: () =>
    trying(
      () => api.sayWho(state.token, state.answer),
      (visit) => {
        state.visit = visit
        state.answer = ''
        acts.go('read')
        if (!state.bytes) void fetchDocument()
      },
    ),
  async sign() {
    const given = await signatureGiven()
    if (given)
      await trying(
        () => api.sign(given),
        ({ missing }) => done('signed', missing),
      )
  },
  decline: () =>
    trying(
      () => api.decline(state.token, state.visit?.visit ?? '', state.reason.trim()),
      () => done('declined', []),
    ),
  again() {
    location.reload()
  },
}

addEventListener('popstate', ({ state: place }) => show((place as Place | null) ?? 'who'))
draw()
await trying(
  () => api.greet(state.token),
  (greeting) => {
    state.greeting = greeting
    state.place = 'who'
    history.replaceState('who', '')
    draw('heading')
  },
)

/** Tries something that the server answers; what it refuses is said, and what was typed stays. */
async function trying<T>(ask: () => Promise<api.Answered<T>>, then: (value: T) => void): Promise<void> {
  if (state.isBusy) return
  state.isBusy = true
  state.trouble = undefined
  draw()
  const answer = await ask()
  state.isBusy = false
  if (answer.ok) return then(answer.value)
  state.trouble = answer.trouble
  if (answer.trouble.code === 'visit-over') state.place = 'who'
  if (final.has(answer.trouble.code)) state.place = 'closed'
  draw(state.place === 'closed' || state.place === 'loading' ? 'heading' : 'error')
}

/** The document comes once; its fingerprint is taken here, and that is what is signed. */
async function fetchDocument(): Promise<void> {
  const { visit, token } = state
  const answer = await api.fetchDocument(token, visit?.visit ?? '')
  if (!answer.ok) {
    state.trouble = answer.trouble
    return draw('error')
  }
  state.bytes = answer.value
  state.fingerprint = await fingerprintOf(answer.value)
  draw()
}

async function signatureGiven(): Promise<api.Signing | undefined> {
  const { token, visit, fingerprint, mark, words, pad, photo, name, witness } = state
  if (!visit || fingerprint === undefined) return undefined
  const base = { token, visit: visit.visit, fingerprint, mark, language: words.language }
  if (mark === 'typed') return name.trim() === '' ? lacking('name') : { ...base, name: name.trim() }
  if (mark === 'thumb' && witness.trim() === '') return lacking('witness')
  const picture = mark === 'thumb' && photo ? photo : pad && !pad.isEmpty() ? await pad.picture() : undefined
  if (!picture) return lacking('image')
  const image = await base64Of(picture)
  return { ...base, image, ...(mark === 'thumb' ? { witness: witness.trim() } : {}) }
}

function lacking(evidence: string): undefined {
  state.trouble = { code: 'evidence-missing', facts: { evidence }, field: evidence }
  draw('error')
}

/** Nothing of the way there is shown again by the back button. */
function done(place: 'signed' | 'declined', missing: readonly string[]): void {
  state.missing = missing
  history.pushState(place, '')
  show(place)
}

function show(place: Place): void {
  const isOver = state.place === 'signed' || state.place === 'closed'
  state.place = isOver ? state.place : state.visit || place === 'who' ? place : 'who'
  draw('heading')
}

function draw(focus?: Focus): void {
  const view = { state, acts }
  drawFrame(
    {
      words: state.words,
      screen: screenOf(view),
      footer: footerOf(view),
      speak: (language) => void acts.speak(language),
    },
    focus,
  )
  if (state.place === 'read' && state.bytes) void showDocument(view)
}
