import '../eligible/page.css'
import '../eligible/question.css'
import '../eligible/answer.css'
import './call.css'

import type { PublicCall } from '#contract/operator-answers.ts'

import { element } from '../eligible/element.ts'
import type { Language } from '../locale.ts'
import type texts from '../locales/en/call.json'
import { drawFrame } from '../sign/frame.ts'
import { firstLanguage, rememberLanguage, turnTo, type Loaded, type PageWords } from '../sign/words.ts'
import { drawForm, newDraft, type Draft } from './form.ts'

export type CallWords = PageWords<keyof typeof texts>

const files = import.meta.glob<Loaded>('../locales/*/call.json', { import: 'default' })

/** The open calls, one that is read and answered, and what was typed so far. */
let words = await wordsIn(firstLanguage())
let calls: readonly PublicCall[] | undefined
let chosen = new URL(location.href).searchParams.get('call')
let draft: Draft | undefined
/** The address that a sent application named. */
let sentTo: string | undefined

draw('heading')
await load()

async function wordsIn(language: Language): Promise<CallWords> {
  const own = await (files[`../locales/${language}/call.json`]?.() ?? Promise.reject(new Error(language)))
  return turnTo(language, own)
}

async function load(): Promise<void> {
  try {
    const response = await fetch('/api/public/operator-calls', { headers: { accept: 'application/json' } })
    calls = response.ok ? ((await response.json()) as { rows: readonly PublicCall[] }).rows : []
  } catch {
    calls = []
  }
  draw('heading')
}

function draw(focus?: 'heading' | 'language' | 'error'): void {
  const speak = async (language: Language): Promise<void> => {
    words = await wordsIn(language)
    rememberLanguage(language)
    draw('language')
  }
  const footer = element('p', {}, words('private'))
  drawFrame({ words, screen: screen(), footer, speak: (language) => void speak(language) }, focus)
}

function screen(): HTMLElement {
  const call = calls?.find((each) => each.call === chosen)
  if (sentTo !== undefined) return sent(sentTo)
  if (call && draft) return drawForm({ words, call, draft, draw, back: () => choose(call.call), done })
  if (call) return one(call)
  return list()
}

function done(email: string): void {
  sentTo = email
  draft = undefined
  draw('heading')
}

function choose(call: string | null): void {
  chosen = call
  draft = undefined
  sentTo = undefined
  draw('heading')
}

function list(): HTMLElement {
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, words('title')),
    element('p', { class: 'lead' }, words('lead')),
    calls?.length === 0 && element('p', {}, words('none')),
    (calls ?? []).map((call) =>
      element(
        'section',
        {},
        element('h2', {}, element('bdi', {}, call.title)),
        element('p', { class: 'help' }, words('until', { date: words.day(call.until) })),
        element('button', { type: 'button', onclick: () => choose(call.call) }, words('answer')),
      ),
    ),
  )
}

function one(call: PublicCall): HTMLElement {
  const begin = (): void => {
    draft = newDraft(call)
    draw('heading')
  }
  const lots = words.list(call.lots.map((lot) => words(`lot-${lot}`)))
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, element('bdi', {}, call.title)),
    element('p', { class: 'help' }, `${words('until', { date: words.day(call.until) })} · ${lots}`),
    ...call.text.split('\n').map((line) => element('p', { dir: 'auto' }, line)),
    element('button', { type: 'button', class: 'main', onclick: begin }, words('answer')),
    element(
      'div',
      { class: 'others' },
      element('button', { type: 'button', onclick: () => choose(null) }, words('all')),
    ),
  )
}

function sent(email: string): HTMLElement {
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, words('sent-title')),
    element('p', { class: 'lead' }, words('sent', { email })),
    element('button', { type: 'button', onclick: () => choose(null) }, words('all')),
  )
}
