import { canonicalJson } from '../canonical.ts'
import type { RunningEdition } from './rules.ts'

const known = new WeakMap<RunningEdition, WeakMap<RunningEdition, Map<string, boolean>>>()

/**
 * Whether a rule comes to the same for everybody in both editions, because everything it is made of is written the same
 * in both. Remembered, so that it costs nothing to ask for each of many cases.
 */
export function sameRules(one: RunningEdition, other: RunningEdition, rule: string): boolean {
  const others = known.get(one) ?? new WeakMap<RunningEdition, Map<string, boolean>>()
  known.set(one, others)
  const rules = others.get(other) ?? new Map<string, boolean>()
  others.set(other, rules)
  const same = rules.get(rule) ?? madeOf(one, rule) === madeOf(other, rule)
  rules.set(rule, same)
  return same
}

/** Everything that a rule is made of, as text; the currency and its rates are part of every amount. */
function madeOf({ scheme, edition, rules }: RunningEdition, rule: string): string {
  const names = new Set(rules.restsOn(rule))
  return canonicalJson({
    names: [...names].sort(),
    currency: scheme.currency,
    rates: edition.rates,
    rules: edition.rules
      .filter((each) => names.has(each.rule))
      .map(({ rule: name, publicodes }) => [name, publicodes])
      .sort(byName),
    facts: edition.facts
      .filter(({ fact }) => names.has(fact))
      .map(({ fact, type, unit, options, derived, elsewhere }) => [
        fact,
        type,
        unit,
        options?.map(({ option }) => option),
        derived,
        elsewhere,
      ])
      .sort(byName),
  })
}

function byName([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1
}
