import { useSyncExternalStore } from 'react'

import { directionOf, isLanguage, languageFrom, localeOf, type Language } from './locale.ts'
import type { Place, TextKey } from './locales/texts.ts'
import { formatMessage, type Values } from './message.ts'

/** Texts of one language, one function to read them. Made anew at each change, so that React sees the difference. */
export type Text = {
  /** The text of a known key. */
  (key: TextKey, values?: Values): string
  /** The text of a key that is only known at run time (a refusal's code, a command's name), or undefined. */
  maybe(key: string, values?: Values): string | undefined
  readonly language: Language
  /** The tag for Intl: numbers and dates of this language in the office's country. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
}

type PlaceTexts = Readonly<Record<string, string>>

const files = import.meta.glob<PlaceTexts>('./locales/*/*.json', { import: 'default' })
/** What the first screens need travels as one file a language. */
const starts: Readonly<Record<Language, () => Promise<{ start: Readonly<Record<string, PlaceTexts>> }>>> = {
  fr: () => import('./locales/fr/start.ts'),
  en: () => import('./locales/en/start.ts'),
  ar: () => import('./locales/ar/start.ts'),
}
const texts = new Map<string, PlaceTexts>()
const wanted = new Set<Place>()
const listeners = new Set<() => void>()
const storageKey = 'homeward.language'

let country: string | undefined
let current: Text = makeText('fr')

/** The texts of the present language; the component draws itself again when the language or the office changes. */
export function useText(): Text {
  return useSyncExternalStore(subscribe, text, text)
}

/** The same outside React (titles of routes, tests). */
export function text(): Text {
  return current
}

/** Makes the texts of these places ready, in the present language. A route's loader waits for it before it draws. */
export async function needTexts(...places: readonly Place[]): Promise<void> {
  const missing = places.filter((place) => !texts.has(`${current.language}/${place}`))
  for (const place of places) wanted.add(place)
  await Promise.all(missing.map((place) => load(current.language, place)))
}

/** Switches at once and remembers it on this device; the page keeps everything that was typed. */
export async function setLanguage(language: Language): Promise<void> {
  remember(language)
  await show(language)
}

/** The language of the account, unless this device has chosen one itself. */
export async function suggestLanguage(language: string): Promise<void> {
  if (isLanguage(language) && remembered() === undefined) await show(language)
}

/** The office's country decides digits and names of months in Arabic. */
export function setCountry(code: string | undefined): void {
  if (code === country) return
  country = code
  publish(current.language)
}

/** At the start: the language chosen before, else the browser's wish. */
export async function startTexts(): Promise<void> {
  await show(remembered() ?? languageFrom(navigator.languages))
}

async function show(language: Language): Promise<void> {
  await Promise.all([loadStart(language), ...[...wanted].map((place) => load(language, place))])
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  publish(language)
}

async function loadStart(language: Language): Promise<void> {
  const { start } = await starts[language]()
  for (const [place, places] of Object.entries(start)) texts.set(`${language}/${place}`, places)
}

async function load(language: Language, place: Place): Promise<void> {
  const name = `${language}/${place}`
  if (texts.has(name)) return
  const file = files[`./locales/${name}.json`]
  if (!file) throw new Error(`no texts ${name}`)
  texts.set(name, await file())
}

function publish(language: Language): void {
  current = makeText(language)
  for (const listener of listeners) listener()
}

function makeText(language: Language): Text {
  const locale = localeOf(language, country)
  const maybe = (key: string, values?: Values): string | undefined => {
    const point = key.indexOf('.')
    const source = texts.get(`${language}/${key.slice(0, point)}`)?.[key.slice(point + 1)]
    return source === undefined ? undefined : filled(source, locale, values)
  }
  // A key without its file is a mistake of ours that types and tests find; the person still sees a page.
  const read = (key: TextKey, values?: Values): string => maybe(key, values) ?? key
  return Object.assign(read, { maybe, language, locale, direction: directionOf(language) })
}

function filled(source: string, locale: string, values?: Values): string {
  try {
    return formatMessage(source, locale, values)
  } catch (problem) {
    console.error(problem)
    return source
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function remembered(): Language | undefined {
  try {
    const value = localStorage.getItem(storageKey)
    return isLanguage(value) ? value : undefined
  } catch {
    return undefined
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A closed storage forgets the choice; the page still switches.
  }
}
