import words from '#catalogue/scheme-words.json' with { type: 'json' }

import { answerDeadline } from './clock.ts'
import type { Deadline } from './clock.ts'
import { findStep } from './journey.ts'
import type { Edition, Step, Text } from './scheme.ts'

export type Language = keyof Text

type Phrases = Readonly<Record<string, Text>>

/** A fixed phrase about schemes, with its `{facts}` filled in. Throws for a key that does not exist. */
export function phrase(key: string, language: Language, facts: Readonly<Record<string, string>> = {}): string {
  const found = (words.phrase as Phrases)[key]
  if (!found) throw new Error(`no phrase ${key}`)
  return filledPhrase(found, language, facts)
}

/** A text in the language, with its `{facts}` filled in. */
export function filledPhrase(text: Text, language: Language, facts: Readonly<Record<string, string>>): string {
  return text[language].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
}

export function resultWord(result: 'met' | 'not-met' | 'not-known', language: Language): string {
  return words.result[result][language]
}

export function roleWord(role: string, language: Language): string {
  return (words.role as Phrases)[role]?.[language] ?? role
}

/** What people call a part of a scheme file (`committee`, `deadline`); the word itself where there is no better one. */
export function partWord(part: string, language: Language): string {
  return (words.part as Phrases)[part]?.[language] ?? part
}

/** A length of time in words, with the plural forms of the language and Latin digits. */
export function lengthText(count: number, unit: Deadline['unit'], language: Language): string {
  const forms: Readonly<Record<string, string>> = words.unit[unit][language]
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other'] ?? '{count}'
  return form.replace('{count}', String(count))
}

/** `10 working days after first contact`, in the language. */
export function deadlineText(edition: Edition, { within, unit, after }: Deadline, language: Language): string {
  const length = lengthText(within, unit, language)
  const mark = (words.mark as Phrases)[after]
  if (mark) return phrase('deadline', language, { length, after: mark[language] })
  return phrase('deadline-step', language, { length, after: findStep(edition, after)?.step.title[language] ?? after })
}

/** For whom a step is, how often, and what follows when it is late: `If it helps`, `Aids: …`, `Only if: …`. */
export function stepNotes(edition: Edition, step: Step, language: Language): readonly string[] {
  const { escalateTo, then } = step.deadline ?? {}
  const asked = answerDeadline(step)
  const aids = step.for?.map((name) => aidTitle(edition, name, language))
  const rule = edition.rules.find((each) => each.rule === step.when)?.title[language]
  return [
    ...(step.optional ? [phrase('optional', language)] : []),
    ...(aids ? [phrase('only-for', language, { aids: listText(aids, language) })] : []),
    ...(rule === undefined ? [] : [phrase('only-when', language, { rule })]),
    ...(step.repeats ? [phrase('repeats', language)] : []),
    ...(escalateTo ? [phrase('escalates', language, { role: roleWord(escalateTo, language) })] : []),
    ...(asked ? [phrase('answer', language, { deadline: deadlineText(edition, asked, language) })] : []),
    ...(asked?.then ? [phrase('by-itself', language, { what: asked.then.title[language] })] : []),
    ...(then ? [phrase('by-itself', language, { what: then.title[language] })] : []),
  ]
}

/** The name of an aid, or of the first one of a type. */
function aidTitle(edition: Edition, name: string, language: Language): string {
  const aid = edition.aids.find((each) => each.aid === name) ?? edition.aids.find((each) => each.type === name)
  return aid?.title[language] ?? name
}

/** Several things in a row, with the comma of the language. */
export function listText(things: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(things)
}
