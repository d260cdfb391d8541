import { partWord } from '#domain/scheme/phrase.ts'
import type { Edition, Text } from '#domain/scheme/scheme.ts'

import type { Language } from '../call.ts'

/** A part of an edition that rests on a source, where it stands, and which of its own values are unknown. */
export type SourcedValue = {
  readonly about: string
  readonly source: string | undefined
  readonly unknown: readonly string[]
}

/** Every part of an edition that names its source or holds an `unknown`, in the order of the file. */
export function valuesWithSource(edition: Edition, language: Language): readonly SourcedValue[] {
  const { facts, rules, aids, journey, committees, operators, monitoring, instruments, retention } = edition
  const parts = { facts, rules, aids, journey, committees, operators, monitoring, instruments, retention }
  return Object.entries(parts).flatMap(([name, part]) => valuesIn(part, [partWord(name, language)], language))
}

function valuesIn(part: unknown, names: readonly string[], language: Language): SourcedValue[] {
  if (Array.isArray(part)) return part.flatMap((each) => valuesIn(each, names, language))
  if (typeof part !== 'object' || part === null) return []
  const values = Object.entries(part).filter(([key]) => key !== 'publicodes')
  const own = titleIn(part, language)
  const here = own === undefined ? names : [...names, own]
  const source = values.find(([key, value]) => key === 'source' && typeof value === 'string')?.[1] as string | undefined
  const unknown = values.filter(([, value]) => value === 'unknown').map(([key]) => partWord(key, language))
  const below = values.flatMap(([key, value]) => {
    const isPart = typeof value === 'object' && !Array.isArray(value) && titleIn(value, language) === undefined
    return valuesIn(value, isPart ? [...here, partWord(key, language)] : here, language)
  })
  const itself = source === undefined && unknown.length === 0 ? [] : [{ about: here.join(' / '), source, unknown }]
  return [...itself, ...below]
}

function titleIn(part: object | null, language: Language): string | undefined {
  if (part === null) return undefined
  const text = 'title' in part ? part.title : 'ask' in part ? part.ask : undefined
  return typeof text === 'object' && text !== null ? (text as Text)[language] : undefined
}
