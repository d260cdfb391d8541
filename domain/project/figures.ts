import { minorUnits } from '../money.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { accept, refuse } from '../outcome.ts'
import type { FigureKey, FigureKind, Formula, Ratio } from './formula.ts'
import { readFormula, risesWith, valueOf } from './formula.ts'
import type { LineList, Project } from './project.ts'
import { isFormula, largestQuantity, linesOf, mostFormulas } from './project.ts'

/** Quantities in thousandths and prices in minor units, by line and kind. */
export type Figures = ReadonlyMap<FigureKey, number>

/** A figure that a formula gives, with its place in the project. */
type Derived = { readonly key: FigureKey; readonly field: string; readonly formula: Formula }

/** All figures of a project: those that were typed, and how to compute the others, each after what it asks for. */
export type Sheet = {
  readonly typed: Figures
  readonly derived: readonly Derived[]
  /** What one of a figure's units is in whole units: a thousandth of a bag, a cent. */
  readonly scale: Readonly<Record<FigureKind, bigint>>
}

/** Percents by which a figure is otherwise than planned, in the order in which they were put in. */
export type Shifts = ReadonlyMap<FigureKey, readonly number[]>

const kinds = ['quantity', 'price'] as const
const noShifts: Shifts = new Map()
/** No amount of a project, and no sum of them, goes beyond: far above any project, far below where numbers lose units. */
export const largestAmount = Math.floor(Number.MAX_SAFE_INTEGER / 16)

/**
 * Reads every formula. Refusals, with the field: `line-twice`, `too-many-formulas`, `formula-invalid` (`at`: the
 * character), `formula-unknown-line`, `formula-circular` with the chain of lines.
 */
export function sheetOf(project: Project): Outcome<Sheet> {
  const typed = new Map<FigureKey, number>()
  const formulas = new Map<FigureKey, Derived>()
  const fields = new Map<string, string>()
  for (const { list, at, line } of linesOf(project)) {
    if (fields.has(line.line)) return refuse('line-twice', { line: line.line }, `${list}.${at}.line`)
    fields.set(line.line, `${list}.${at}`)
    for (const kind of kinds) {
      const figure = line[kind]
      const key: FigureKey = `${line.line}.${kind}`
      const field = fieldOf(list, at, kind)
      if (!isFormula(figure)) {
        typed.set(key, figure)
        continue
      }
      const formula = readFormula(figure.formula, kind)
      if ('at' in formula) return refuse('formula-invalid', { at: formula.at + 1, formula: figure.formula }, field)
      formulas.set(key, { key, field, formula })
    }
  }
  const [tooMany] = [...formulas.values()].slice(mostFormulas)
  if (tooMany) return refuse('too-many-formulas', { maximum: mostFormulas }, tooMany.field)
  const derived = inOrder(formulas, fields)
  if (derived.refused) return derived
  const scale = { quantity: 1000n, price: 10n ** BigInt(minorUnits(project.currency)) }
  return accept({ typed, derived: derived.value, scale })
}

function fieldOf(list: LineList, at: number, kind: FigureKind): string {
  return `${list}.${at}.${kind}`
}

const lineOfKey = (key: FigureKey) => key.slice(0, key.lastIndexOf('.'))

/** Formulas, each after those that it asks for. */
function inOrder(
  formulas: ReadonlyMap<FigureKey, Derived>,
  lines: ReadonlyMap<string, string>,
): Outcome<readonly Derived[]> {
  const order: Derived[] = []
  const state = new Map<FigureKey, 'open' | 'done'>()
  const open: FigureKey[] = []
  function visit(each: Derived): Refusal | undefined {
    state.set(each.key, 'open')
    open.push(each.key)
    for (const key of each.formula.asks) {
      if (!lines.has(lineOfKey(key))) return refuse('formula-unknown-line', { line: lineOfKey(key) }, each.field)
      if (state.get(key) === 'open') {
        const chain = [...open.slice(open.indexOf(key)), key].map(lineOfKey)
        return refuse('formula-circular', { chain }, each.field)
      }
      const asked = formulas.get(key)
      const refusal = asked && !state.has(key) ? visit(asked) : undefined
      if (refusal) return refusal
    }
    open.pop()
    state.set(each.key, 'done')
    order.push(each)
    return undefined
  }
  for (const each of formulas.values()) {
    const refusal = state.has(each.key) ? undefined : visit(each)
    if (refusal) return refusal
  }
  return accept(order)
}

/**
 * Every figure as a number. Refusals, with the field: `formula-divides-by-zero`, `formula-negative`,
 * `amount-too-large`.
 */
export function figuresOf(sheet: Sheet, shifts: Shifts = noShifts): Outcome<Figures> {
  const figures = new Map(sheet.typed)
  for (const [key, percents] of shifts) {
    const figure = figures.get(key)
    if (figure !== undefined) figures.set(key, shifted(figure, percents))
  }
  for (const { key, field, formula } of sheet.derived) {
    const figure = derivedFigure(key, formula, sheet, (asked) => figures.get(asked) ?? 0)
    if (figure === 'divides-by-zero') return refuse('formula-divides-by-zero', {}, field)
    if (figure === 'negative') return refuse('formula-negative', {}, field)
    if (figure > largestOf(kindOf(key))) return refuse('amount-too-large', {}, field)
    figures.set(key, shifted(figure, shifts.get(key) ?? []))
  }
  return accept(figures)
}

/** Those figures that come out otherwise when one of them does, the rest being as in `base`. Too large ones stay at the largest. */
export function shiftedFigures(
  sheet: Sheet,
  base: (key: FigureKey) => number,
  key: FigureKey,
  percent: number,
): Figures {
  const changed = new Map<FigureKey, number>([[key, shifted(base(key), [percent])]])
  for (const { key: own, formula } of sheet.derived) {
    if (own === key || !formula.asks.some((asked) => changed.has(asked))) continue
    const figure = derivedFigure(own, formula, sheet, (asked) => changed.get(asked) ?? base(asked))
    const most = largestOf(kindOf(own))
    // What a formula cannot say any more has gone as far as it can.
    changed.set(own, figure === 'negative' ? 0 : figure === 'divides-by-zero' || figure > most ? most : figure)
  }
  return changed
}

/** Every figure that is computed from this one, and from those; and whether each of them can only rise with it. */
export function dependentsOf(
  sheet: Sheet,
  key: FigureKey,
): { readonly keys: readonly FigureKey[]; readonly rise: boolean } {
  const changed = new Set([key])
  let rise = true
  for (const { key: own, formula } of sheet.derived) {
    if (own === key || !formula.asks.some((asked) => changed.has(asked))) continue
    rise &&= risesWith(formula, (asked) => changed.has(asked))
    changed.add(own)
  }
  changed.delete(key)
  return { keys: [...changed], rise }
}

function derivedFigure(
  key: FigureKey,
  formula: Formula,
  { scale }: Sheet,
  figure: (key: FigureKey) => number,
): number | 'divides-by-zero' | 'negative' {
  const ratio = valueOf(formula, (asked) => ({ top: BigInt(figure(asked)), bottom: scale[kindOf(asked)] }))
  if (ratio === undefined) return 'divides-by-zero'
  if (ratio.top < 0n) return 'negative'
  return Number(rounded(ratio, scale[kindOf(key)]))
}

function rounded({ top, bottom }: Ratio, scale: bigint): bigint {
  return (2n * top * scale + bottom) / (2n * bottom)
}

function kindOf(key: FigureKey): FigureKind {
  return key.endsWith('.price') ? 'price' : 'quantity'
}

function largestOf(kind: FigureKind): number {
  return kind === 'price' ? largestAmount : largestQuantity
}

function shifted(figure: number, percents: readonly number[]): number {
  return percents.reduce((value, percent) => scaled([value, 100 + percent], 100), figure)
}

/** The product of whole numbers over a divisor, rounded half up, exact; never above `largestAmount`. */
export function scaled(factors: readonly number[], divisor: number): number {
  const product = factors.reduce((one, other) => one * other, 1)
  if (product <= Number.MAX_SAFE_INTEGER) {
    const rest = product % divisor
    const whole = (product - rest) / divisor
    return Math.min(largestAmount, 2 * rest >= divisor ? whole + 1 : whole)
  }
  const exact = factors.reduce((one, other) => one * BigInt(other), 1n)
  const whole = (2n * exact + BigInt(divisor)) / (2n * BigInt(divisor))
  return whole > BigInt(largestAmount) ? largestAmount : Number(whole)
}
