import { readFileSync } from 'node:fs'

type Texts = { missing(code: string): string[] }

let known: Texts | undefined

/** The sentences of refusals as the screens show them: in which languages a code has none. */
export function readTexts(): Texts {
  const languages = ['fr', 'en', 'ar'] as const
  const texts = languages.map(
    (language) => JSON.parse(readFileSync(`web/locales/${language}/refusal.json`, 'utf8')) as Record<string, string>,
  )
  known ??= { missing: (code) => languages.filter((_, index) => !texts[index]?.[code]) }
  return known
}
