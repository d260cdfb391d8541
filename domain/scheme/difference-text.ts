import words from '#catalogue/scheme-difference.json' with { type: 'json' }

import { formatDate, isPlainDate } from '../calendar.ts'
import { formatAmount, isCurrency, moneyFromUnits } from '../money.ts'
import { roles } from '../role.ts'
import type { Deadline } from './clock.ts'
import type { Difference, Place } from './difference.ts'
import { isText } from './difference.ts'
import { findStep } from './journey.ts'
import type { Language } from './phrase.ts'
import { deadlineText, filledPhrase, listText, partWord, roleWord } from './phrase.ts'
import type { Edition, Scheme, Text } from './scheme.ts'

type Named = { readonly scheme: Pick<Scheme, 'sources'>; readonly edition: Edition }

/** A difference as a sentence for somebody who runs the scheme, each value in the words of its own edition. */
export function differenceText(
  { kind, where, before, after }: Difference,
  editions: { readonly before: Named; readonly after: Named },
  language: Language,
): string {
  const what = where
    .map((place) => placeText(place, language))
    .reduce((outer, inner) => phrase('inside', language, { outer, inner }))
  const part = where.at(-1)?.part ?? ''
  const [was, is] = [
    valueText(before, part, editions.before, language),
    valueText(after, part, editions.after, language),
  ]
  switch (kind) {
    case 'added':
    case 'removed':
      return phrase(kind, language, { what })
    case 'moved': {
      const [from, to] = [before, after].map((place) => placeText(place as Place, language))
      return phrase('moved', language, { what, before: from ?? '', after: to ?? '' })
    }
    case 'reordered':
      return phrase('reordered', language, { what, after: is })
    case 'changed':
      if (before === undefined) return phrase('given', language, { what, after: is })
      if (after === undefined) return phrase('dropped', language, { what, before: was })
      return phrase('changed', language, { what, before: was, after: is })
  }
}

/** Whether only the source of a value is another: worth knowing, and rarely what somebody looks for first. */
export function isAboutSource({ where }: Difference): boolean {
  return where.at(-1)?.part === 'source'
}

function placeText({ part, id, title }: Place, language: Language): string {
  if (id === null) return wordOf(part, language)
  return phrase('named', language, { part: wordOf(part, language), name: title?.[language] ?? id })
}

function valueText(value: unknown, part: string, named: Named, language: Language): string {
  if (typeof value === 'string') return wordText(value, part, named, language)
  if (typeof value === 'boolean') return phrase(value ? 'yes' : 'no', language)
  if (Array.isArray(value)) {
    if (value.length === 0) return phrase('nothing', language)
    return listText(
      value.map((each) => valueText(each, part, named, language)),
      language,
    )
  }
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if (isText(value)) return phrase('quoted', language, { text: value[language] })
  if ('within' in value) return deadlineText(named.edition, value as Deadline, language)
  return listText(
    told(value).map(([key, each]) => `${wordOf(key, language)} ${valueText(each, key, named, language)}`),
    language,
  )
}

/** What is said of a thing that is told as a whole: where it comes from is not. */
function told(value: object): readonly [string, unknown][] {
  return Object.entries(value).filter(([key]) => key !== 'source')
}

/** A word of the file as people say it: what it names is called by its title. */
function wordText(value: string, part: string, { scheme, edition }: Named, language: Language): string {
  if (value === 'unknown') return phrase('unknown', language)
  if (part === 'source') return scheme.sources[value]?.title[language] ?? value
  if (isPlainDate(value)) return formatDate(value, language)
  if ((roles as readonly string[]).includes(value)) return roleWord(value, language)
  const [, amount, currency = ''] = /^(\d+(?:\.\d+)?) ?([A-Z]{3})$/.exec(value) ?? []
  if (amount !== undefined && isCurrency(currency))
    return formatAmount(moneyFromUnits(Number(amount), currency), language)
  const title =
    edition.rules.find(({ rule }) => rule === value)?.title ??
    edition.facts.find(({ fact }) => fact === value)?.ask ??
    findStep(edition, value)?.step.title ??
    edition.aids.find(({ aid }) => aid === value)?.title
  return title ? phrase('quoted', language, { text: title[language] }) : wordOf(value, language)
}

function phrase(
  key: keyof typeof words.phrase,
  language: Language,
  facts: Readonly<Record<string, string>> = {},
): string {
  return filledPhrase(words.phrase[key], language, facts)
}

function wordOf(part: string, language: Language): string {
  return (words.part as Readonly<Record<string, Text>>)[part]?.[language] ?? partWord(part, language)
}
