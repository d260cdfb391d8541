import { readFileSync } from 'node:fs'

import { formatMessage, type Values } from '../../web/message.ts'

export type Language = 'fr' | 'en' | 'ar'

/** The texts of the screens in one language, by place and key as `case.next`, filled in as the screens fill them in. */
export type Words = ((key: string, values?: Values) => string) & { readonly language: Language }

/** Reads the texts a person sees. A key without a text is an error: a test that waits for nothing proves nothing. */
export function wordsIn(language: Language): Words {
  const places = new Map<string, Readonly<Record<string, string>>>()
  const read = (place: string) => {
    const texts = JSON.parse(readFileSync(`web/locales/${language}/${place}.json`, 'utf8')) as Record<string, string>
    places.set(place, texts)
    return texts
  }
  const words = (key: string, values: Values = {}): string => {
    const at = key.indexOf('.')
    const [place, name] = [key.slice(0, at), key.slice(at + 1)]
    const source = (places.get(place) ?? read(place))[name]
    if (source === undefined) throw new Error(`no text ${key} in ${language}`)
    return formatMessage(source, language, values)
  }
  return Object.assign(words, { language })
}
