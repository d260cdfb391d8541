import type { Text } from '#domain/scheme/scheme.ts'

import { directionOf, formatDay, formatNumber, isLanguage, languageFrom, localeOf, type Language } from '../locale.ts'
import type texts from '../locales/en/sign.json'

export type Key = keyof typeof texts
export type Loaded = Readonly<Record<string, string>>
type Values = Readonly<Record<string, string | number>>

/** The words of a public page in one language. */
export type PageWords<K extends string> = {
  (key: K, values?: Values): string
  /** A text whose key is put together; undefined when there is none. */
  maybe(key: string, values?: Values): string | undefined
  readonly language: Language
  of(text: Text): string
  day(date: string): string
  number(value: number): string
  list(parts: readonly string[]): string
}

/** The words of the pages on which a document is signed or checked. */
export type Words = PageWords<Key>

const files = import.meta.glob<Loaded>('../locales/*/sign.json', { import: 'default' })

/** Makes one language ready and turns the page to it. */
export async function wordsIn(language: Language): Promise<Words> {
  return turnTo(language, await (files[`../locales/${language}/sign.json`]?.() ?? Promise.reject(new Error(language))))
}

/** Turns the page to a language whose texts are here. */
export function turnTo<K extends string>(language: Language, own: Loaded): PageWords<K> {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  const locale = localeOf(language)
  // In a right-to-left text, what is put in keeps its own direction.
  const put = language === 'ar' ? (value: string) => `\u2068${value}\u2069` : (value: string) => value
  const maybe = (key: string, values: Values = {}): string | undefined =>
    own[key]?.replaceAll(/\{(\w+)\}/g, (_, name: string) => put(String(values[name] ?? '')))
  const read = (key: K, values: Values = {}): string => maybe(key, values) ?? key
  return Object.assign(read, {
    maybe,
    language,
    of: (text: Text) => text[language],
    day: (date: string) => formatDay(date, locale),
    number: (value: number) => formatNumber(value, locale),
    list: (parts: readonly string[]) => new Intl.ListFormat(locale).format(parts),
  })
}

/** The language of the address, else the one chosen on this device before, else the browser's wish. */
export function firstLanguage(): Language {
  const asked = new URL(location.href).searchParams.get('language')
  if (isLanguage(asked)) return asked
  const { lang } = document.documentElement
  return isLanguage(lang) && isChosen() ? lang : languageFrom(navigator.languages)
}

function isChosen(): boolean {
  try {
    return localStorage.getItem('homeward.language') !== null
  } catch {
    return false
  }
}

/** Turns the address to a language without loading the page again. */
export function rememberLanguage(language: Language): void {
  const next = new URL(location.href)
  next.searchParams.set('language', language)
  history.replaceState(history.state, '', next)
}
