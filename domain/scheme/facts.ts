import { isPlainDate } from '../calendar.ts'
import type { FactAnswer, FactAnswers } from '../field.ts'
import { refuse } from '../outcome.ts'
import type { Refusal } from '../outcome.ts'
import type { Edition, Fact } from './scheme.ts'

export type DerivedValue = NonNullable<Fact['derived']>

/**
 * What a case already holds, so that nobody is asked: head counts as numbers, money in minor units, ids as words. Scores
 * and bands are held for each instrument: `score vulnerability`.
 */
export type DerivedValues = Readonly<Partial<Record<DerivedValue | `${'score' | 'band'} ${string}`, FactAnswer>>>

/** The recorded facts completed by what the case itself holds; the case wins over an answer once it holds the value. */
export function factsWith(edition: Edition, recorded: FactAnswers, derived: DerivedValues): FactAnswers {
  const facts = { ...recorded }
  for (const { fact, derived: value, instrument } of edition.facts) {
    const held =
      value === undefined
        ? undefined
        : derived[value === 'score' || value === 'band' ? (`${value} ${instrument}` as const) : value]
    if (held !== undefined) facts[fact] = held
  }
  return facts
}

/** Whether a value has the fact's type: amounts are whole minor units, dates are plain dates, choices are listed ones. */
export function isValueOf(fact: Fact, value: unknown): boolean {
  switch (fact.type) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e12
    case 'amount':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'date':
      return typeof value === 'string' && isPlainDate(value)
    case 'choice':
      return (fact.options ?? []).some(({ option }) => option === value)
  }
}

/** The first answer that the edition cannot take: `unknown-fact`, or `invalid-fact` with the type it should have. */
export function factRefusal(edition: Edition, facts: FactAnswers): Refusal | undefined {
  for (const [name, answer] of Object.entries(facts)) {
    const fact = edition.facts.find((candidate) => candidate.fact === name)
    if (!fact) return refuse('unknown-fact', { fact: name }, 'facts')
    if ('known' in answer && !isValueOf(fact, answer.known))
      return refuse('invalid-fact', { fact: name, type: fact.type }, 'facts')
  }
  return undefined
}
