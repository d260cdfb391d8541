import type { FactAnswers } from '../field.ts'
import { isAskable } from './public-edition.ts'
import type { PublicEdition } from './public-edition.ts'
import type { Rules } from './rules.ts'
import type { Fact } from './scheme.ts'

type Asked = { readonly edition: PublicEdition; readonly rules: Rules; readonly rule: string }

/** So many situations are tried for one fact; a rule that needs more is taken to need the fact. */
const mostTried = 200

/**
 * The facts that can still decide a rule, most deciding first: for each there is somebody with the same answers whose
 * answer to it turns “not known yet” into yes or no. A fact that the rules name but that waits behind something the
 * person would not say, or that is only found out later, decides nothing and is not among them.
 */
export function decidingFacts(asked: Asked, facts: FactAnswers): readonly Fact[] {
  const { result, missing } = asked.rules.verdict(asked.rule, facts)
  if (result !== 'not-known') return []
  const open = openFacts(asked.edition, facts, missing)
  return open.filter((fact) => canDecide(asked, fact, facts, open, new Set()))
}

/** By itself, or once other open questions are answered. Each situation is looked at once, in whatever order it came. */
function canDecide(asked: Asked, fact: Fact, facts: FactAnswers, open: readonly Fact[], tried: Set<string>): boolean {
  const { edition, rules, rule } = asked
  const situation = JSON.stringify(edition.facts.map((each) => facts[each.fact] ?? null))
  if (tried.has(situation)) return false
  tried.add(situation)
  if (tried.size > mostTried) return true
  const verdictWith = (name: string, known: boolean | number | string) =>
    rules.verdict(rule, { ...facts, [name]: { known } })
  if (valuesToTry(edition, fact).some((value) => verdictWith(fact.fact, value).result !== 'not-known')) return true
  return open
    .filter((other) => other.fact !== fact.fact)
    .some((other) =>
      valuesToTry(edition, other).some((known) => {
        const { result, missing } = verdictWith(other.fact, known)
        if (result !== 'not-known' || !missing.includes(fact.fact)) return false
        const then = { ...facts, [other.fact]: { known } }
        return canDecide(asked, fact, then, openFacts(edition, then, missing), tried)
      }),
    )
}

/** What a person can be asked and has not been asked yet. */
function openFacts(edition: PublicEdition, facts: FactAnswers, missing: readonly string[]): readonly Fact[] {
  return missing
    .flatMap((name) => edition.facts.find(({ fact }) => fact === name) ?? [])
    .filter((fact) => isAskable(fact) && !(fact.fact in facts))
}

/** One value on each side of every limit that the rules name. */
function valuesToTry(edition: PublicEdition, { type, options }: Fact): readonly (boolean | number | string)[] {
  switch (type) {
    case 'yes-no':
      return [true, false]
    case 'choice':
      return (options ?? []).map(({ option }) => option)
    case 'number':
    case 'amount':
      return limitsOf(edition)
    case 'date':
      return datesOf(edition)
  }
}

const farthest = 1_000_000

function limitsOf({ rules }: PublicEdition): readonly number[] {
  const named = [...JSON.stringify(rules.map(({ publicodes }) => publicodes)).matchAll(/\d+/g)].map(Number)
  const around = named.flatMap((limit) => [limit - 1, limit, limit + 1])
  return [...new Set([0, ...around, farthest])].filter((limit) => limit >= 0 && limit <= farthest)
}

function datesOf({ rules }: PublicEdition): readonly string[] {
  const text = JSON.stringify(rules.map(({ publicodes }) => publicodes))
  const named = [...text.matchAll(/(\d{2})\/(\d{2})\/(\d{4})/g)].map(
    ([, day, month, year]) => `${year}-${month}-${day}`,
  )
  return [...new Set(['1900-01-01', ...named, '2100-01-01'])]
}
