import { filled } from '#catalogue/problem-sentence.ts'

import type { Language } from './call.ts'
import sentences from './sentences.json' with { type: 'json' }

type Sentences = Readonly<Record<string, Readonly<Record<Language, string>>>>

/** A sentence of the command line, with its `{facts}` filled in. Throws for a key that does not exist. */
export function sentence(key: string, language: Language, facts: Readonly<Record<string, unknown>> = {}): string {
  const found = (sentences as Sentences)[key]
  if (!found) throw new Error(`no sentence ${key}`)
  return filled(found[language], facts)
}
