import type Engine from 'publicodes'

import type { FactAnswers } from '../field.ts'
import type { Money } from '../money.ts'
import { convert, money, moneyFromUnits } from '../money.ts'
import { publicodesOf, ratesOf, situationOf, startEngine } from './engine.ts'
import type { AmountVerdict, Reason, RuleEdition, RuleScheme, Rules, Verdict } from './rules.ts'

type Evaluated = ReturnType<Engine['evaluate']>
type Running = { readonly scheme: RuleScheme; readonly edition: RuleEdition; readonly engine: Engine }

/**
 * Makes the rules of an edition ready to run. Pure and synchronous; parsing takes some milliseconds, so keep the
 * result. Throws when the rules cannot be parsed or a rule is asked for that the edition does not have: `checkScheme`
 * has refused such a file before.
 */
export function compileRules(scheme: RuleScheme, edition: RuleEdition): Rules {
  const engine = startEngine(publicodesOf(scheme, edition))
  const running: Running = { scheme, edition, engine }
  let last: string | undefined
  function ready(facts: FactAnswers): void {
    const situation = situationOf(scheme, edition, facts)
    const now = JSON.stringify(situation)
    if (now !== last) engine.setSituation(situation)
    last = now
  }
  return {
    verdict(rule, facts) {
      ready(facts)
      return verdictOf(running, rule)
    },
    amount(rule, facts) {
      ready(facts)
      return amountOf(running, rule)
    },
    restsOn: (rule) => [...reachedFrom(engine, rule)],
  }
}

/**
 * The rules that a rule rests on, itself last, in the order of the file; facts are not among them. Only conditions can
 * be met or not met, so amounts are looked through.
 */
export function conditionsOf(edition: RuleEdition, engine: Engine, rule: string): readonly string[] {
  const reached = reachedFrom(engine, rule)
  const below = edition.rules.map((each) => each.rule).filter((name) => reached.has(name) && name !== rule)
  return [...below, rule].filter((name) => isCondition(engine, name))
}

/** Names of everything a rule is made of, near or far: rules, facts and rates, itself included. */
export function reachedFrom(engine: Engine, rule: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [rule]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    waiting.push(...namedBy(engine, name))
  }
  return reached
}

/** What a rule names itself; the helpers that Publicodes makes for its own use (`… . $SITUATION`) are left out. */
export function namedBy(engine: Engine, rule: string): readonly string[] {
  const names = engine.baseContext.referencesMaps.referencesIn.get(rule) ?? []
  return [...names].filter((name) => !name.includes(' . $'))
}

export function isCondition(engine: Engine, rule: string): boolean {
  const { parsedRules, nodesTypes } = engine.baseContext
  const node = parsedRules[rule]
  return node !== undefined && nodesTypes.get(node)?.type === 'boolean'
}

function verdictOf(running: Running, rule: string): Verdict {
  const evaluated = running.engine.evaluate(rule)
  return { result: resultOf(evaluated), reasons: reasonsOf(running, rule), missing: missingOf(running, evaluated) }
}

function amountOf(running: Running, rule: string): AmountVerdict {
  const evaluated = running.engine.evaluate(rule)
  return {
    amount: moneyOf(running, evaluated),
    applicable: applicableOf(running, rule),
    missing: missingOf(running, evaluated),
    reasons: reasonsOf(running, rule),
  }
}

/** Publicodes takes a rule to apply as long as nothing speaks against it; here its own condition must be known too. */
function applicableOf({ edition, engine }: Running, rule: string): AmountVerdict['applicable'] {
  if (engine.evaluate({ 'est non applicable': rule }).nodeValue === true) return 'not-met'
  const body: unknown = edition.rules.find((each) => each.rule === rule)?.publicodes
  if (typeof body !== 'object' || body === null) return 'met'
  const conditions = Object.entries(body).filter(([key]) => key === 'applicable si' || key === 'non applicable si')
  return conditions.some(([, condition]) => engine.evaluate(condition).nodeValue === undefined) ? 'not-known' : 'met'
}

function reasonsOf(running: Running, rule: string): readonly Reason[] {
  const conditions = conditionsOf(running.edition, running.engine, rule)
  // A rule that rests on others is explained by them; repeating it would only restate the verdict.
  const parts = conditions.length > 1 ? conditions.filter((name) => name !== rule) : conditions
  return parts.map((name) => {
    const evaluated = running.engine.evaluate(name)
    return { rule: name, result: resultOf(evaluated), missing: missingOf(running, evaluated) }
  })
}

/** Not applicable counts as not met; zero is an answer like another. */
function resultOf({ nodeValue }: Evaluated): Verdict['result'] {
  if (nodeValue === undefined) return 'not-known'
  return nodeValue === false || nodeValue === null ? 'not-met' : 'met'
}

/** Facts still needed, those that decide most first, then in the order of the file. */
function missingOf({ edition }: Running, { missingVariables }: Evaluated): readonly string[] {
  return edition.facts
    .map(({ fact }) => fact)
    .filter((fact) => missingVariables[fact] !== undefined)
    .sort((one, other) => (missingVariables[other] ?? 0) - (missingVariables[one] ?? 0))
}

function moneyOf({ scheme, edition }: Running, { nodeValue, unit }: Evaluated): Money | null {
  if (typeof nodeValue !== 'number') return null
  // Publicodes drops the unit of a product with zero.
  if (nodeValue === 0) return money(0, scheme.currency)
  const [currency, ...others] = unit?.numerators ?? []
  if (currency === undefined || others.length > 0 || (unit?.denominators.length ?? 0) > 0) return null
  if (currency === scheme.currency) return moneyFromUnits(nodeValue, currency)
  const rate = ratesOf(scheme, edition).find(({ from }) => from === currency)
  return rate === undefined ? null : convert(moneyFromUnits(nodeValue, currency), rate)
}
