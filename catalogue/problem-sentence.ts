import type { Problem } from '#domain/scheme/problem.ts'

import problemTexts from './scheme-problems.json' with { type: 'json' }

type Language = 'fr' | 'en' | 'ar'

/** What is wrong in a scheme file as a sentence, with the word or value that was probably meant. */
export function problemSentence(
  { code, facts, suggestion }: Pick<Problem, 'code' | 'facts' | 'suggestion'>,
  language: Language,
): string {
  const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = problemTexts
  const said = filled(texts[code]?.[language] ?? code, facts)
  const meant = suggestion === undefined ? '' : ` ${filled(problemTexts['did-you-mean'][language], { suggestion })}`
  return said + meant
}

/** A sentence with its `{facts}` filled in. */
export function filled(text: string, facts: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name]
    return Array.isArray(value) ? value.join(', ') : String(value ?? '?')
  })
}
