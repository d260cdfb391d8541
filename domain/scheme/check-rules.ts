import type Engine from 'publicodes'

import { isCurrency, minorUnits } from '../money.ts'
import { checkMeaning } from './check-meaning.ts'
import { publicodesOf, rateName, ratesOf, startEngine } from './engine.ts'
import type { Finding, Path, Report } from './problem.ts'
import { nearest } from './problem.ts'
import type { Edition, Scheme } from './scheme.ts'

/**
 * The words of Publicodes that a scheme may use: enough for conditions, amounts, scales and periods, few enough to be
 * read by people of the field. What rewrites other rules or searches for a solution is left out.
 */
const words = [
  'toutes ces conditions',
  'une de ces conditions',
  'applicable si',
  'non applicable si',
  'est défini',
  'est non défini',
  'est applicable',
  'est non applicable',
  'variations',
  'condition',
  'si',
  'alors',
  'sinon',
  'valeur',
  'unité',
  'somme',
  'produit',
  'moyenne',
  'le minimum de',
  'le maximum de',
  'plancher',
  'plafond',
  'abattement',
  'arrondi',
  'barème',
  'grille',
  'taux progressif',
  'assiette',
  'multiplicateur',
  'tranches',
  'taux',
  'montant',
  'durée',
  'depuis',
  "jusqu'à",
  'par défaut',
] as const

const longestExpression = 500
const ruleName = /^[a-zA-ZÀ-ſ][\wÀ-ſ'°%-]*( [\wÀ-ſ'°%-]+)*$/

/** Rules can be read, use known words and names, mix no currencies, and say something that can be true. */
export function checkRules(scheme: Scheme, index: number, report: Report): void {
  const edition = scheme.editions[index]
  if (edition === undefined) return
  const findings: Finding[] = []
  const collect = (finding: Finding) => findings.push(finding)
  const path: Path = ['editions', index]
  checkNames(scheme, edition, path, collect)
  edition.rules.forEach((rule, place) =>
    checkWords(scheme, edition, rule.publicodes, [...path, 'rules', place, 'publicodes'], collect),
  )
  const engine = findings.length === 0 ? startOrReport(scheme, edition, path, collect) : undefined
  if (engine) checkMeaning(scheme, edition, engine, path, collect)
  findings.forEach(report)
}

function checkNames(scheme: Scheme, edition: Edition, path: Path, report: Report): void {
  const reserved = new Set(ratesOf(scheme, edition).map(({ from }) => rateName(from)))
  const names = [
    ...edition.facts.map(({ fact }, index) => ({ name: fact, at: [...path, 'facts', index, 'fact'] })),
    ...edition.rules.map(({ rule }, index) => ({ name: rule, at: [...path, 'rules', index, 'rule'] })),
  ]
  for (const { name, at } of names) {
    if (!ruleName.test(name)) report({ path: at, code: 'not-a-rule-name', facts: { word: name } })
    if (reserved.has(name)) report({ path: at, code: 'reserved-name', facts: { word: name } })
  }
}

function checkWords(scheme: Scheme, edition: Edition, part: unknown, path: Path, report: Report): void {
  if (typeof part === 'string') checkExpression(scheme, edition, part, path, report)
  if (typeof part === 'boolean' || part === null)
    report({ path, code: 'rule-not-readable', facts: { found: String(part) } })
  if (typeof part !== 'object' || part === null) return
  for (const [key, value] of Object.entries(part)) {
    const here = [...path, Array.isArray(part) ? Number(key) : key]
    if (!Array.isArray(part) && !(words as readonly string[]).includes(key)) {
      const suggestion = nearest(key, words)
      const finding = { path: here, code: 'unknown-rule-word', facts: { word: key, known: words }, atKey: true }
      report(suggestion === undefined ? finding : { ...finding, suggestion })
    }
    checkWords(scheme, edition, value, here, report)
  }
}

function checkExpression(scheme: Scheme, edition: Edition, text: string, path: Path, report: Report): void {
  if (text.length > longestExpression) return report({ path, code: 'too-big', facts: { limit: longestExpression } })
  const convertible = new Set([scheme.currency, ...ratesOf(scheme, edition).map(({ from }) => from)])
  for (const [, number = '', sign = ''] of text.matchAll(/(\d+(?:\.\d+)?)\s*(€|[A-Z]{3}(?![A-Za-z]))/g)) {
    const currency = sign === '€' ? 'EUR' : sign
    if (!isCurrency(currency)) continue
    const decimals = number.split('.')[1]?.length ?? 0
    const allowed = minorUnits(currency)
    if (!convertible.has(currency))
      report({ path, code: 'currency-without-rate', facts: { currency, of: scheme.currency } })
    else if (decimals > allowed)
      report({ path, code: 'too-many-decimals', facts: { currency, allowed, found: number } })
  }
  for (const { fact, options } of edition.facts)
    if (options !== undefined)
      for (const option of comparedWith(fact, text))
        if (!options.some((each) => each.option === option))
          report({
            path,
            code: 'unknown-option',
            facts: { word: option, fact, known: options.map((each) => each.option) },
            ...suggested(
              option,
              options.map((each) => each.option),
            ),
          })
}

function comparedWith(fact: string, text: string): string[] {
  return text
    .split(/\s(?:et|ou)\s/)
    .map((part) => part.trim())
    .filter((part) => part.startsWith(fact))
    .flatMap((part) => /^\s*!?=\s*['"](.*)['"]$/.exec(part.slice(fact.length))?.[1] ?? [])
}

function suggested(word: string, known: readonly string[]): { suggestion?: string } {
  const suggestion = nearest(word, known)
  return suggestion === undefined ? {} : { suggestion }
}

type ReadingError = { readonly name: string; readonly message: string; readonly info?: Record<string, unknown> }

function startOrReport(scheme: Scheme, edition: Edition, path: Path, report: Report): Engine | undefined {
  try {
    return startEngine(publicodesOf(scheme, edition))
  } catch (error) {
    const { message, info } = error as ReadingError
    const rule = typeof info?.dottedName === 'string' ? info.dottedName : ''
    const at = [...path, 'rules', edition.rules.findIndex((each) => each.rule === rule), 'publicodes']
    const name = /référence "([^"]+)" est introuvable/.exec(message)?.[1]
    const known = [...edition.facts.map((each) => each.fact), ...edition.rules.map((each) => each.rule)]
    if (name === undefined)
      report({
        path: at,
        code: 'rule-not-readable',
        facts: { rule, found: info?.expression ?? '', at: info?.position ?? null },
      })
    else
      report({ path: at, code: 'unknown-name-in-rule', facts: { word: name, rule, known }, ...suggested(name, known) })
    return undefined
  }
}
