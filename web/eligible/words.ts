import { formatAmount } from '#domain/money.ts'
import type { Text } from '#domain/scheme/scheme.ts'

import {
  directionOf,
  formatDay,
  formatNumber,
  isLanguage,
  languageFrom,
  localeOf,
  readableAmount,
  type Language,
} from '../locale.ts'
import type texts from '../locales/en/eligible.json'

type Key = keyof typeof texts
type Loaded = Readonly<Record<string, string>>

/** The words of the questionnaire in one language, with what is put into their braces. */
export type Words = {
  (key: Key, values?: Readonly<Record<string, string | number>>): string
  readonly language: Language
  /** A text of a scheme. */
  of(text: Text): string
  role(name: string): string
  country(code: string): string
  day(date: string): string
  number(value: number): string
  /** Minor units of a currency, as people write them. */
  amount(value: number, currency: string): string
  list(parts: readonly string[]): string
}

const files = import.meta.glob<Loaded>(['../locales/*/eligible.json', '../locales/*/role.json'], { import: 'default' })

/** Makes one language ready and turns the page to it. */
export async function wordsIn(language: Language): Promise<Words> {
  const [own, roles] = await Promise.all([load(language, 'eligible'), load(language, 'role')])
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  const locale = localeOf(language)
  // In a right-to-left text, what is put in keeps its own direction.
  const put = language === 'ar' ? (value: string) => `\u2068${value}\u2069` : (value: string) => value
  const countries = new Intl.DisplayNames([locale], { type: 'region' })
  const read = (key: Key, values: Readonly<Record<string, string | number>> = {}): string =>
    (own[key] ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => put(String(values[name] ?? '')))
  return Object.assign(read, {
    language,
    of: (text: Text) => text[language],
    role: (name: string) => roles[name] ?? name,
    country: (code: string) => countries.of(code) ?? code,
    day: (date: string) => formatDay(date, locale),
    number: (value: number) => formatNumber(value, locale),
    amount: (amount: number, currency: string) => readableAmount(formatAmount({ amount, currency }, locale)),
    list: (parts: readonly string[]) => new Intl.ListFormat(locale).format(parts),
  })
}

/** The language of the address, else the one chosen on this device before, else the browser's wish. */
export function firstLanguage(address: URL): Language {
  const asked = address.searchParams.get('language')
  if (isLanguage(asked)) return asked
  const { lang } = document.documentElement
  const isChosen = storedLanguage() !== null
  return isChosen && isLanguage(lang) ? lang : languageFrom(navigator.languages)
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem('homeward.language')
  } catch {
    return null
  }
}

function load(language: Language, place: string): Promise<Loaded> {
  const file = files[`../locales/${language}/${place}.json`]
  return file === undefined ? Promise.reject(new Error(`no texts ${language}/${place}`)) : file()
}
