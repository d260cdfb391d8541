import type { FactAnswers } from '#domain/field.ts'
import { formatAmount } from '#domain/money.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Fact, Text as SchemeText } from '#domain/scheme/scheme.ts'

import type { Text } from '../i18n.ts'
import { readableAmount } from '../locale.ts'
import type { WhyReason } from '../ui/Why.tsx'

/** One edition of a scheme, and how to say what is in it. */
export type SchemeWords = {
  readonly text: Text
  readonly running: RunningEdition
  titled(title: SchemeText): string
  /** The aid or the type of aid that a step is for. */
  aid(name: string): string
  rule(id: string): string
  /** Where something comes from and how certain that is. */
  source(id: string | undefined): string | undefined
  /** Why something is as it is: its rule or its own words, with the source. */
  because(id: string, rule: string, source: string | undefined): WhyReason
  sourceOfRule(id: string): string | undefined
  /** The most that a rule gives to everybody, or the rules that make it and the questions it depends on. */
  most(rule: string): {
    readonly amount: string | undefined
    readonly parts: readonly string[]
    readonly depends: readonly string[]
    /** Where one choice alone decides, what each of its answers gives. */
    readonly byOption: readonly { readonly option: string; readonly amount: string }[]
  }
  number(value: number | 'unknown'): string
}

export function schemeWords(text: Text, running: RunningEdition): SchemeWords {
  const { scheme, edition, rules } = running
  const titled = (title: SchemeText): string => title[text.language]
  const source = (id: string | undefined): string | undefined => {
    const found = id === undefined ? undefined : scheme.sources[id]
    return found && `${titled(found.title)} (${text(`schemes.certainty-${found.certainty}`)})`
  }
  const rule = (id: string): string => {
    const found = edition.rules.find((each) => each.rule === id)
    return found ? titled(found.title) : id
  }
  return {
    text,
    running,
    titled,
    source,
    rule,
    aid(name) {
      const found = edition.aids.find((each) => each.aid === name) ?? edition.aids.find((each) => each.type === name)
      return found ? titled(found.title) : name
    },
    because: (id, words, from) => ({ id, rule: words, source: source(from) }),
    sourceOfRule: (id) => edition.rules.find((each) => each.rule === id)?.source,
    most(id) {
      const { amount, missing } = rules.amount(id, {})
      const parts = partsOfSum(edition.rules.find((each) => each.rule === id)?.publicodes)
      const asked = missing.map((fact) => edition.facts.find((each) => each.fact === fact))
      const shown = (rule: string, facts: FactAnswers): string | undefined => {
        const { amount: most } = rules.amount(rule, facts)
        return most ? readableAmount(formatAmount(most, text.locale)) : undefined
      }
      return {
        byOption: optionsOf(asked).flatMap(({ option, title }) => {
          const given = shown(id, { [asked[0]?.fact ?? '']: { known: option } })
          return given === undefined ? [] : [{ option: titled(title), amount: given }]
        }),
        amount: amount ? shown(id, {}) : undefined,
        parts: parts.length > 0 ? parts : [id],
        depends: asked.flatMap((fact) => (fact ? [titled(fact.ask)] : [])),
      }
    },
    number: (value) =>
      value === 'unknown' ? text('schemes.unknown') : new Intl.NumberFormat(text.locale).format(value),
  }
}

/** The answers of the one fact that is missing, when it is a choice. */
function optionsOf(asked: readonly (Fact | undefined)[]): NonNullable<Fact['options']> {
  const [only] = asked
  return asked.length === 1 && only?.type === 'choice' ? (only.options ?? []) : []
}

/** The rules whose amounts a rule adds up; none when it is no sum. */
function partsOfSum(publicodes: unknown): readonly string[] {
  if (typeof publicodes !== 'object' || publicodes === null || !('somme' in publicodes)) return []
  return Array.isArray(publicodes.somme) ? publicodes.somme.filter((part) => typeof part === 'string') : []
}
