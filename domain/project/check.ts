import { minorUnits } from '../money.ts'
import type { Refusal } from '../outcome.ts'
import { refuse } from '../outcome.ts'
import { figuresOf, sheetOf } from './figures.ts'
import type { Project, ProjectLine } from './project.ts'
import { highestPrice, isFormula, linesOf, payers } from './project.ts'
import type { ProjectResult } from './result.ts'
import { projectResult } from './result.ts'

/**
 * Everything that must be mended before a project can be saved, in the order of the screen; each with `field` (the path,
 * `sales.0.unit`) and facts. Codes: `project-currency`, `line-untitled`, `unit-missing`, `price-absurd`, `unknown-line` (a
 * variable cost of no sales line), `grace-above-months`, and the first that `projectResult` refuses.
 */
export function projectProblems(project: Project, { currency }: { readonly currency: string }): readonly Refusal[] {
  const problems: Refusal[] = []
  if (project.currency !== currency)
    problems.push(refuse('project-currency', { currency: project.currency, expected: currency }, 'currency'))
  const highest = highestPrice * 10 ** minorUnits(project.currency)
  for (const { list, at, line } of linesOf(project))
    problems.push(...lineProblems(line, `${list}.${at}`, highest, project))
  project.legal.forEach((step, at) => {
    if (step.title === '') problems.push(refuse('line-untitled', {}, `legal.${at}.title`))
    if ((step.cost ?? 0) > highest) problems.push(absurd(step.cost ?? 0, highest, `legal.${at}.cost`, project))
  })
  const sums = { 'wage.amount': project.wage.amount, ...moneyFields(project) }
  for (const [field, amount] of Object.entries(sums))
    if (amount > highest) problems.push(absurd(amount, highest, field, project))
  if (project.loan && project.loan.grace >= project.loan.months)
    problems.push(
      refuse('grace-above-months', { grace: project.loan.grace, months: project.loan.months }, 'loan.grace'),
    )
  const result = projectResult(project)
  return result.refused ? [...problems, result] : problems
}

function moneyFields({ money, loan }: Project): Record<string, number> {
  return {
    'money.aid': money.aid,
    'money.own': money.own,
    'money.family': money.family,
    ...(loan ? { 'loan.amount': loan.amount } : {}),
  }
}

function lineProblems(line: ProjectLine, path: string, highest: number, project: Project): Refusal[] {
  const problems: Refusal[] = []
  if (line.title === '') problems.push(refuse('line-untitled', {}, `${path}.title`))
  if (line.unit === '') problems.push(refuse('unit-missing', { line: line.line }, `${path}.unit`))
  if (!isFormula(line.price) && line.price > highest)
    problems.push(absurd(line.price, highest, `${path}.price`, project))
  if ('per' in line && !project.sales.some((sale) => sale.line === line.per))
    problems.push(refuse('unknown-line', { line: line.per }, `${path}.per`))
  return problems
}

function absurd(amount: number, highest: number, field: string, { currency }: Project): Refusal {
  return refuse('price-absurd', { amount, highest, currency }, field)
}

export const warningCodes = [
  'price-above-usual',
  'price-below-usual',
  'payer-above-money',
  'start-not-paid',
  'month-short',
  'nothing-sold',
  'sold-below-cost',
  'no-wage',
  'legal-unknown',
] as const
export type WarningCode = (typeof warningCodes)[number]

/** What is worth a second look and refuses nothing; `field` is a path, or a list, or empty for the whole project. */
export type ProjectWarning = {
  readonly code: WarningCode
  readonly field: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Of one item and unit, minor units: as `GET /api/prices` gives it. */
export type UsualPrice = {
  readonly item: string
  readonly unit: string
  readonly currency: string
  readonly median: number
  /** Nobody has paid it yet: the starting set supposes it. */
  readonly assumed?: boolean
}

/** How many times the usual price is worth a question. */
const farFromUsual = 10

/** Prices beside the price book's, payers beside their money, and what the cash flow says. Nothing for a project that cannot be computed. */
export function projectWarnings(project: Project, prices: readonly UsualPrice[]): readonly ProjectWarning[] {
  const result = projectResult(project)
  if (result.refused) return []
  return [...priceWarnings(project, prices), ...cashWarnings(result.value), ...restWarnings(project)]
}

function priceWarnings(project: Project, prices: readonly UsualPrice[]): ProjectWarning[] {
  const sheet = sheetOf(project)
  const figures = sheet.refused ? sheet : figuresOf(sheet.value)
  if (figures.refused) return []
  return linesOf(project).flatMap(({ list, at, line }): ProjectWarning[] => {
    const usual = prices.find(
      ({ item, unit, currency }) => item === line.item && unit === line.unit && currency === project.currency,
    )
    const price = figures.value.get(`${line.line}.price`) ?? 0
    if (!usual || price === 0) return []
    const facts = { line: line.line, price, median: usual.median, currency: project.currency }
    const field = `${list}.${at}.price`
    if (price > usual.median * farFromUsual) return [{ code: 'price-above-usual', field, facts }]
    return price * farFromUsual < usual.median ? [{ code: 'price-below-usual', field, facts }] : []
  })
}

function cashWarnings({ startUp, firstShort, months, breakEven, currency }: ProjectResult): ProjectWarning[] {
  const warnings: ProjectWarning[] = []
  for (const payer of payers) {
    const asked = startUp.byPayer[payer]
    const money = startUp.money[payer]
    if (asked > money)
      warnings.push({ code: 'payer-above-money', field: 'investments', facts: { payer, asked, money, currency } })
  }
  if (firstShort === 0)
    warnings.push({ code: 'start-not-paid', field: 'money', facts: { missing: startUp.gap, currency } })
  else if (firstShort !== null) {
    const { cash = 0, calendar = '' } = months[firstShort - 1] ?? {}
    warnings.push({
      code: 'month-short',
      field: 'money',
      facts: { month: firstShort, calendar, missing: -cash, currency },
    })
  }
  const sells = months.some(({ sales }) => sales > 0)
  if (!sells) warnings.push({ code: 'nothing-sold', field: 'sales', facts: {} })
  else if (breakEven.sales === null) warnings.push({ code: 'sold-below-cost', field: 'sales', facts: {} })
  return warnings
}

function restWarnings({ wage, legal }: Project): ProjectWarning[] {
  const open = legal.filter(({ state }) => state === 'unknown').length
  return [
    ...(wage.amount === 0 ? [{ code: 'no-wage', field: 'wage.amount', facts: {} } as const] : []),
    ...(open > 0 ? [{ code: 'legal-unknown', field: 'legal', facts: { count: open } } as const] : []),
  ]
}
