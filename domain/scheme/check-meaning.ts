import type Engine from 'publicodes'

import type { FactAnswer, FactAnswers } from '../field.ts'
import { minorUnits } from '../money.ts'
import { publicodesOf, ratesOf, situationOf, startEngine } from './engine.ts'
import type { Path, Report } from './problem.ts'
import type { Edition, Fact, Scheme, SchemeRule } from './scheme.ts'
import { conditionsOf, isCondition, namedBy, reachedFrom } from './verdict.ts'

const mostCombinations = 600
const fewestTried = 20

/**
 * Tries the rules on invented answers: circles, units that do not mix, conditions that no answer fulfils, and rules
 * that are conditions where an amount is wanted or the other way round. Best effort: beyond some hundred combinations
 * of answers nothing is claimed.
 */
export function checkMeaning(scheme: Scheme, edition: Edition, engine: Engine, path: Path, report: Report): void {
  const circle = edition.rules.findIndex(({ rule }) => isInCircle(engine, rule))
  if (circle >= 0) {
    const rule = edition.rules[circle]?.rule
    return report({ path: [...path, 'rules', circle, 'publicodes'], code: 'rules-in-circle', facts: { rule } })
  }
  // A warning names the rule that was read last, not the one at fault: the smallest rule that brings it about is.
  const blamed = new Map<string, number>()
  let current = -1
  const trying = startEngine(publicodesOf(scheme, edition), (message) => {
    if (!blamed.has(message)) blamed.set(message, current)
  })
  const size = ({ rule }: SchemeRule) => reachedFrom(trying, rule).size
  const smallestFirst = [...edition.rules].sort((one, other) => size(one) - size(other))
  for (const each of smallestFirst) {
    current = edition.rules.indexOf(each)
    const at = [...path, 'rules', current, 'publicodes']
    if (isNeverTrue(scheme, edition, trying, each.rule)) {
      const because = conditionsOf(edition, trying, each.rule).filter((name) => name !== each.rule)
      report({ path: at, code: 'never-true', facts: { rule: each.rule, because } })
    }
  }
  for (const [message, index] of blamed) reportWarning(message, index, edition, path, report)
  checkUses(scheme, edition, trying, path, report)
}

/**
 * Tries combinations of answers until one makes the rule true; false when there are too many to claim anything. Some
 * are tried in any case, spread over all of them, since trying is what brings units that do not mix to light.
 */
function isNeverTrue(scheme: Scheme, edition: Edition, engine: Engine, rule: string): boolean {
  const { answers, complete } = combinationsFor(scheme, edition, engine, rule)
  const stride = Math.max(1, Math.floor(answers.length / fewestTried))
  const spread = Array.from({ length: stride }, (_, start) => answers.filter((_, at) => at % stride === start)).flat()
  let isTrueOnce = !isCondition(engine, rule)
  for (const [tried, facts] of spread.entries()) {
    if (isTrueOnce && tried >= fewestTried) break
    engine.setSituation(situationOf(scheme, edition, facts))
    const { nodeValue } = engine.evaluate(rule)
    isTrueOnce ||= nodeValue !== false && nodeValue !== null
  }
  return complete && !isTrueOnce
}

function isInCircle(engine: Engine, rule: string): boolean {
  return namedBy(engine, rule).some((name) => reachedFrom(engine, name).has(rule))
}

function reportWarning(message: string, index: number, edition: Edition, path: Path, report: Report): void {
  const isUnits = message.includes('compatible') || message.includes('convertir')
  const code = isUnits ? 'units-do-not-mix' : 'rule-not-readable'
  const facts = { rule: edition.rules[index]?.rule ?? '', found: '' }
  report({ path: [...path, 'rules', index, 'publicodes'], code, facts })
}

function checkUses(scheme: Scheme, edition: Edition, engine: Engine, path: Path, report: Report): void {
  const isRule = (rule: string) => edition.rules.some((each) => each.rule === rule)
  function mustBeCondition(rule: string, at: Path): void {
    if (isRule(rule) && !isCondition(engine, rule)) report({ path: at, code: 'rule-is-no-condition', facts: { rule } })
  }
  function mustBeAmount(rule: string, at: Path): void {
    if (isRule(rule) && !isAmount(scheme, edition, engine, rule))
      report({ path: at, code: 'rule-is-no-amount', facts: { rule, currency: scheme.currency } })
  }
  mustBeCondition(edition.eligibility, [...path, 'eligibility'])
  edition.aids.forEach((aid, index) => {
    mustBeCondition(aid.opensWith, [...path, 'aids', index, 'opensWith'])
    if (aid.ceiling !== 'unknown') mustBeAmount(aid.ceiling, [...path, 'aids', index, 'ceiling'])
    if (aid.money === 'none' && (!isRule(aid.ceiling) || engine.evaluate(aid.ceiling).nodeValue !== 0))
      report({
        path: [...path, 'aids', index, 'ceiling'],
        code: 'service-with-money',
        facts: { aid: aid.aid, word: aid.ceiling },
      })
  })
  edition.allowances?.forEach((each, index) => mustBeAmount(each.amount, [...path, 'allowances', index, 'amount']))
  edition.journey.forEach((stage, index) =>
    stage.steps.forEach((step, place) => {
      const at = [...path, 'journey', index, 'steps', place]
      if (step.stipend !== undefined && step.stipend !== 'unknown') mustBeAmount(step.stipend, [...at, 'stipend'])
      if (step.when !== undefined) mustBeCondition(step.when, [...at, 'when'])
    }),
  )
}

function isAmount(scheme: Scheme, edition: Edition, engine: Engine, rule: string): boolean {
  if (isCondition(engine, rule)) return false
  const currencies = [scheme.currency, ...ratesOf(scheme, edition).map(({ from }) => from)]
  for (const facts of combinationsFor(scheme, edition, engine, rule).answers) {
    engine.setSituation(situationOf(scheme, edition, facts))
    const { nodeValue, unit } = engine.evaluate(rule)
    if (typeof nodeValue !== 'number' || nodeValue === 0) continue
    return (
      unit?.denominators.length === 0 && unit.numerators.length === 1 && currencies.includes(unit.numerators[0] ?? '')
    )
  }
  // No answer gave a number, so nothing can be said against the rule.
  return true
}

type Combinations = { readonly answers: readonly FactAnswers[]; readonly complete: boolean }

/** Every combination of telling answers to the facts behind a rule, or the first hundreds of them. */
function combinationsFor(scheme: Scheme, edition: Edition, engine: Engine, rule: string): Combinations {
  const reached = reachedFrom(engine, rule)
  const numbers = [...reached].flatMap((name) =>
    numbersIn(edition.rules.find((each) => each.rule === name)?.publicodes),
  )
  let answers: FactAnswers[] = [{}]
  for (const fact of edition.facts.filter((each) => reached.has(each.fact))) {
    const values = tellingAnswers(fact, numbers, scheme.currency)
    if (answers.length * values.length > mostCombinations)
      return { answers: answers.map((each) => fill(each, edition, scheme)), complete: false }
    answers = answers.flatMap((each) => values.map((value) => ({ ...each, [fact.fact]: value })))
  }
  return { answers, complete: true }
}

function fill(answers: FactAnswers, edition: Edition, { currency }: Scheme): FactAnswers {
  const filled = { ...answers }
  for (const fact of edition.facts)
    filled[fact.fact] ??= tellingAnswers(fact, [1], currency).at(-1) ?? { unknown: 'unknown' }
  return filled
}

/** Answers on both sides of every number that the rules compare with. */
function tellingAnswers(fact: Fact, numbers: readonly number[], currency: string): FactAnswer[] {
  switch (fact.type) {
    case 'yes-no':
      return [{ known: true }, { known: false }]
    case 'choice':
      return (fact.options ?? []).map(({ option }) => ({ known: option }))
    case 'date':
      return [{ known: '1970-01-01' }, { known: '2000-06-15' }, { known: '2099-12-31' }]
    case 'number':
    case 'amount': {
      const scale = fact.type === 'amount' ? 10 ** minorUnits(currency) : 1
      const around = [0, 1, ...numbers.flatMap((number) => [number - 1, number, number + 1])]
      const values = [...new Set(around.map((value) => Math.round(value * scale)))].filter((value) => value >= 0)
      return values.slice(0, 12).map((value) => ({ known: value }))
    }
  }
}

function numbersIn(part: unknown): number[] {
  if (typeof part === 'number') return [part]
  if (typeof part === 'string') return [...part.matchAll(/\d+(?:\.\d+)?/g)].map(([text]) => Number(text))
  if (typeof part !== 'object' || part === null) return []
  return Object.values(part).flatMap(numbersIn)
}
