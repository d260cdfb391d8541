import { createContext, useContext } from 'react'

import { formatAmount, type Money } from '#domain/money.ts'

import { useText, type Text } from './i18n.ts'
import { formatDay, formatNumber, isLanguage, readableAmount } from './locale.ts'
import type { Values } from './message.ts'

/** What any refusal or problem says of itself. */
export type Refused = { readonly code: string; readonly facts?: Readonly<Record<string, unknown>> | undefined }

/** What happened, and what to do where the texts know (`<code>.do` in refusal.json). */
export type RefusalWords = { readonly what: string; readonly advice: string | undefined }

/**
 * How refusals are put into words below this point of the page. A screen that knows the scheme and the offices gives
 * one that writes their titles instead of ids (`refusalWords` in readable.ts); everywhere else the facts speak plainly.
 */
export const RefusalWordsContext = createContext<((text: Text, refused: Refused) => RefusalWords) | undefined>(
  undefined,
)

export function useRefusalWords(): (refused: Refused) => RefusalWords {
  const text = useText()
  const words = useContext(RefusalWordsContext) ?? plainWords
  return (refused) => words(text, refused)
}

function plainWords(text: Text, refused: Refused): RefusalWords {
  return {
    what: refusalText(text, refused),
    advice: text.maybe(`refusal.${refused.code}.do`, factValues(text, refused.facts)),
  }
}

/** The sentence of a refusal or problem, its facts written as people read them. Always says something. */
export function refusalText(text: Text, { code, facts }: Refused): string {
  return text.maybe(`refusal.${code}`, factValues(text, facts)) ?? text('refusal.unnamed', { code })
}

/** Facts for a message: money, plain dates, texts in three languages and lists become words; numbers stay numbers. */
export function factValues(text: Text, facts: Readonly<Record<string, unknown>> = {}): Values {
  const named = Object.entries(facts).map(([name, value]) => [name, name === 'allowed' ? rolesIn(text, value) : value])
  return Object.fromEntries(named.map(([name, value]) => [name, factValue(text, value)]))
}

/** Roles have their words on every screen. */
function rolesIn(text: Text, value: unknown): unknown {
  return Array.isArray(value) ? value.map((role) => text.maybe(`role.${String(role)}`) ?? role) : value
}

function factValue(text: Text, value: unknown): string | number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return plainDate.test(value) ? formatDay(value, text.locale) : value
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return text(value ? 'ui.yes' : 'ui.no')
  if (Array.isArray(value)) {
    const words = value.map((item) => String(writeNumbers(text, factValue(text, item))))
    return new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(words)
  }
  if (isMoney(value)) return readableAmount(formatAmount(value, text.locale))
  return inThisLanguage(text, value) ?? ''
}

function writeNumbers(text: Text, value: string | number): string {
  return typeof value === 'number' ? formatNumber(value, text.locale) : value
}

const plainDate = /^\d{4}-\d{2}-\d{2}$/

function isMoney(value: object): value is Money {
  return 'amount' in value && typeof value.amount === 'number' && 'currency' in value
}

/** A scheme's text `{fr, en, ar}` in the present language. */
function inThisLanguage(text: Text, value: object): string | undefined {
  const entry = Object.entries(value).find(([key]) => isLanguage(key) && key === text.language)
  return typeof entry?.[1] === 'string' ? entry[1] : undefined
}
