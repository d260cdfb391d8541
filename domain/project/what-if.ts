import type { Outcome } from '../outcome.ts'
import { accept } from '../outcome.ts'
import type { Figures, Sheet, Shifts } from './figures.ts'
import { dependentsOf, figuresOf, sheetOf, shiftedFigures } from './figures.ts'
import type { FigureKey } from './formula.ts'
import { fixedRow, investmentRow, lookIn, noRow, saleRow, variableRow } from './flow.ts'
import type { Row } from './flow.ts'
import type { Project } from './project.ts'
import { horizon } from './project.ts'
import type { ProjectResult } from './result.ts'
import { shiftedResult } from './result.ts'

/** One thing that may turn out otherwise. A cost line is an investment, a variable or a fixed cost. */
export type Assumption =
  | { readonly kind: 'cost-price'; readonly line: string }
  | { readonly kind: 'sales-price'; readonly line: string }
  | { readonly kind: 'sales-quantity'; readonly line: string }
  /** All sales begin later. */
  | { readonly kind: 'delay' }

/** `by` is percent (-20 = a fifth less), for `delay` whole months. */
export type Change = { readonly assumption: Assumption; readonly by: number }

/**
 * The project as it would be: each change put in, in order. A formula that asks for a changed figure follows it. A
 * change of a line that the project does not have changes nothing. Refusals as for `projectResult`.
 */
export function whatIf(project: Project, changes: readonly Change[]): Outcome<ProjectResult> {
  const shifts = new Map<FigureKey, number[]>()
  let delay = 0
  for (const { assumption, by } of changes) {
    if (assumption.kind === 'delay') delay += Math.max(0, Math.trunc(by))
    else {
      const key = keyOf(assumption)
      shifts.set(key, [...(shifts.get(key) ?? []), Math.max(-100, Math.trunc(by))])
    }
  }
  return shiftedResult(project, shifts satisfies Shifts, delay)
}

function keyOf(assumption: Exclude<Assumption, { readonly kind: 'delay' }>): FigureKey {
  return `${assumption.line}.${assumption.kind === 'sales-quantity' ? 'quantity' : 'price'}`
}

export type Threshold = Change & {
  /** The first month that runs out of cash. */
  readonly month: number
}

export type Deciding = {
  readonly deciding: Threshold | null
  readonly thresholds: readonly Threshold[]
  readonly short: number | null
}

/** How far each kind is tried, for the worse. */
export const farthest = { 'cost-price': 300, 'sales-price': -100, 'sales-quantity': -100, delay: horizon } as const

/**
 * For each assumption the smallest change for the worse at which some month ends below zero: prices of costs up to
 * +300 %, sales prices and quantities down to -100 %, a delay of up to 24 months; an assumption that never breaks the
 * plan is left out. Worst first: smallest percentage, a month of delay counting as a twelfth of a year. `deciding` is the
 * first of them. A plan that is short already has no thresholds: `short` names its month (0 = the start is not paid for).
 * Refusals as for `projectResult`.
 */
export function decidingAssumption(project: Project): Outcome<Deciding> {
  const base = shiftedResult(project, new Map(), 0)
  if (base.refused) return base
  const { firstShort, opening, months } = base.value
  if (firstShort !== null) return accept({ deciding: null, thresholds: [], short: firstShort })
  const sheet = sheetOf(project)
  if (sheet.refused) return sheet
  const figures = figuresOf(sheet.value)
  if (figures.refused) return figures
  const cash = [opening, ...months.map((month) => month.cash)]
  const plan = planOf(project, sheet.value, figures.value, cash)
  const thresholds = assumptionsOf(project)
    .flatMap((assumption) => thresholdOf(assumption, plan) ?? [])
    .sort((one, other) => weightOf(one) - weightOf(other))
  return accept({ deciding: thresholds[0] ?? null, thresholds, short: null })
}

/** Everything in a project that may turn out otherwise. */
export function assumptionsOf(project: Project): Assumption[] {
  const costs = [...project.variableCosts, ...project.fixedCosts, ...project.investments]
  return [
    ...costs.map(({ line }): Assumption => ({ kind: 'cost-price', line })),
    ...project.sales.map(({ line }): Assumption => ({ kind: 'sales-price', line })),
    ...project.sales.map(({ line }): Assumption => ({ kind: 'sales-quantity', line })),
    ...(project.sales.length > 0 ? [{ kind: 'delay' } as const] : []),
  ]
}

/** A month without sales is a twelfth of a year's. */
function weightOf({ assumption, by }: Change): number {
  return assumption.kind === 'delay' ? (by * 100) / 12 : Math.abs(by)
}

type Look = (key: FigureKey) => number
/** What a line brings (above zero) or takes by month. */
type Net = (look: Look, delay: number) => Row

type Plan = {
  readonly project: Project
  readonly sheet: Sheet
  readonly look: Look
  /** Cash at the end of each month, the start first. */
  readonly cash: Row
  readonly nets: ReadonlyMap<string, { readonly net: Net; readonly planned: Row }>
  /** The lines that each sales line uses up. */
  readonly uses: ReadonlyMap<string, readonly string[]>
}

function planOf(project: Project, sheet: Sheet, figures: Figures, cash: Row): Plan {
  const look = lookIn(figures)
  const sales = new Map(project.sales.map((sale) => [sale.line, sale]))
  const taken = (row: Row) => row.map((amount) => -amount)
  const nets: [string, Net][] = [
    ...project.sales.map((each): [string, Net] => [each.line, (of, delay) => saleRow(each, project, of, delay)]),
    ...project.variableCosts.map((each): [string, Net] => [
      each.line,
      (of, delay) => taken(variableRow(each, sales.get(each.per), project, of, delay)),
    ]),
    ...project.fixedCosts.map((each): [string, Net] => [each.line, (of) => taken(fixedRow(each, of))]),
    ...project.investments.map((each): [string, Net] => [each.line, (of) => taken(investmentRow(each, of))]),
  ]
  const uses = Map.groupBy(project.variableCosts, ({ per }) => per)
  return {
    project,
    sheet,
    look,
    cash,
    nets: new Map(nets.map(([line, net]) => [line, { net, planned: net(look, 0) }])),
    uses: new Map([...uses].map(([per, costs]) => [per, costs.map(({ line }) => line)])),
  }
}

function thresholdOf(assumption: Assumption, plan: Plan): Threshold | undefined {
  const end = farthest[assumption.kind]
  const sign = Math.sign(end)
  const shortAt = (steps: number) => shortMonth(assumption, sign * steps, plan)
  const steps = smallest(Math.abs(end), (tried) => shortAt(tried) !== undefined, isSteady(assumption, plan))
  const month = steps === undefined ? undefined : shortAt(steps)
  return steps === undefined || month === undefined ? undefined : { assumption, by: sign * steps, month }
}

/**
 * Without formulas in between, cash moves in a straight line with each assumption, and where formulas only make costs rise
 * with a cost, it only falls: what breaks at some percentage breaks at every greater one, and halving finds the first.
 * Else every percentage is tried.
 */
function isSteady(assumption: Assumption, { project, sheet }: Plan): boolean {
  if (assumption.kind === 'delay') return false
  const { keys, rise } = dependentsOf(sheet, keyOf(assumption))
  if (keys.length === 0) return true
  const sold = new Set(project.sales.map(({ line }) => line))
  return assumption.kind === 'cost-price' && rise && keys.every((key) => !sold.has(lineOf(key)))
}

function lineOf(key: FigureKey): string {
  return key.slice(0, key.lastIndexOf('.'))
}

function smallest(end: number, breaks: (steps: number) => boolean, steady: boolean): number | undefined {
  if (!steady) {
    for (let steps = 1; steps <= end; steps++) if (breaks(steps)) return steps
    return undefined
  }
  if (!breaks(end)) return undefined
  let holds = 0
  let broken = end
  while (broken - holds > 1) {
    const middle = (holds + broken) >> 1
    if (breaks(middle)) broken = middle
    else holds = middle
  }
  return broken
}

/** The first month below zero with this one change, or undefined. Only the lines that it touches are computed again. */
function shortMonth(assumption: Assumption, by: number, plan: Plan): number | undefined {
  const difference = noRow.slice()
  const delay = assumption.kind === 'delay' ? by : 0
  const changed = assumption.kind === 'delay' ? plan.look : lookAfter(keyOf(assumption), by, plan)
  for (const line of touched(assumption, plan)) {
    const known = plan.nets.get(line)
    if (!known) continue
    const net = known.net(changed, delay)
    for (let month = 0; month <= horizon; month++)
      difference[month] = (difference[month] ?? 0) + (net[month] ?? 0) - (known.planned[month] ?? 0)
  }
  let shift = 0
  for (let month = 0; month <= horizon; month++) {
    shift += difference[month] ?? 0
    if ((plan.cash[month] ?? 0) + shift < 0) return month
  }
  return undefined
}

function lookAfter(key: FigureKey, percent: number, { sheet, look }: Plan): Look {
  const changed = shiftedFigures(sheet, look, key, percent)
  return (each) => changed.get(each) ?? look(each)
}

/** The lines whose amounts change with an assumption: its own, those computed from it, and what their sales use up. */
function touched(assumption: Assumption, { project, sheet, uses }: Plan): ReadonlySet<string> {
  const own =
    assumption.kind === 'delay'
      ? project.sales.map(({ line }) => line)
      : [keyOf(assumption), ...dependentsOf(sheet, keyOf(assumption)).keys].map(lineOf)
  return new Set(own.flatMap((line) => [line, ...(uses.get(line) ?? [])]))
}
