import Engine from 'publicodes'

import parities from '#catalogue/reference/fixed-parities.json' with { type: 'json' }
import type { FactAnswers } from '../field.ts'
import type { DatedRate } from '../money.ts'
import { decimalText, money } from '../money.ts'
import { isValueOf } from './facts.ts'
import type { RuleEdition, RuleScheme } from './rules.ts'
import type { Fact } from './scheme.ts'

/**
 * A scheme's rules as Publicodes reads them: facts become rules without a value, exchange rates become rules called
 * `cours EUR` (units of the scheme's currency for one EUR), `€` is read as EUR. Every name is kept as it is written.
 */
export function publicodesOf(scheme: RuleScheme, edition: RuleEdition): Record<string, unknown> {
  const rules: Record<string, unknown> = {}
  for (const rate of ratesOf(scheme, edition)) rules[rateName(rate.from)] = rateRule(rate)
  for (const fact of edition.facts) rules[fact.fact] = factRule(fact, scheme.currency)
  for (const rule of edition.rules) rules[rule.rule] = withIsoUnits(rule.publicodes)
  return rules
}

export function rateName(from: string): string {
  return `cours ${from}`
}

/** The rates that turn other currencies into the scheme's: its own dated ones, and parities fixed by law. */
export function ratesOf(scheme: RuleScheme, edition: RuleEdition): readonly DatedRate[] {
  const own: readonly DatedRate[] = edition.rates ?? []
  const fixed = parities.rates.filter(({ from }) => !own.some((rate) => rate.from === from))
  return [...own, ...fixed].filter(({ to }) => to === scheme.currency)
}

/** Parses the rules. Throws a Publicodes error when one of them cannot be read; `warn` hears what it has doubts about. */
export function startEngine(rules: Record<string, unknown>, warn: (message: string) => void = () => {}): Engine {
  const logger = { log: () => {}, warn, error: warn }
  return new Engine(rules as ConstructorParameters<typeof Engine>[0], { logger, strict: true })
}

/** The known answers as Publicodes expects them. Unknown, refused and not asked are left out: not known is not no. */
export function situationOf(scheme: RuleScheme, edition: RuleEdition, facts: FactAnswers): Record<string, string> {
  const situation: Record<string, string> = {}
  for (const fact of edition.facts) {
    const answer = facts[fact.fact]
    if (answer === undefined || !('known' in answer) || !isValueOf(fact, answer.known)) continue
    situation[fact.fact] = expression(fact, answer.known, scheme.currency)
  }
  return situation
}

function rateRule({ rate, from, to }: DatedRate): Record<string, unknown> {
  return { valeur: `${rate} ${to}/${from}` }
}

function factRule(fact: Fact, currency: string): Record<string, unknown> | null {
  switch (fact.type) {
    case 'number':
      return fact.unit === undefined ? null : { unité: fact.unit }
    case 'amount':
      return { unité: currency }
    case 'choice':
      return { 'une possibilité': (fact.options ?? []).map(({ option }) => `'${option}'`) }
    case 'yes-no':
    case 'date':
      return null
  }
}

function expression(fact: Fact, value: boolean | number | string, currency: string): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (fact.type === 'amount') return `${decimalText(money(Number(value), currency))} ${currency}`
  if (typeof value === 'number') return `${decimal(value)} ${fact.unit ?? ''}`.trim()
  return fact.type === 'date' ? value.split('-').reverse().join('/') : `'${value}'`
}

/** Publicodes does not read exponents. */
function decimal(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(12) : text
}

function withIsoUnits(part: unknown): unknown {
  if (typeof part === 'string') return part.replaceAll('/€', '/EUR').replace(/\s*€/g, ' EUR')
  if (Array.isArray(part)) return part.map(withIsoUnits)
  if (part === null || typeof part !== 'object') return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withIsoUnits(value)]))
}
