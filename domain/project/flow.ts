import type { FigureKey } from './formula.ts'
import type { Figures } from './figures.ts'
import { scaled } from './figures.ts'
import type { FixedCost, Investment, Loan, Project, Sale, VariableCost } from './project.ts'
import { horizon } from './project.ts'

/** An amount per month, minor units: index 0 is the start, 1 the first month of work, 24 the last. Never below zero. */
export type Row = readonly number[]

export const noRow: Row = Array.from({ length: horizon + 1 }, () => 0)

/** The calendar month (0 = January) of a month of work. */
export function seasonOf(project: Project, month: number): number {
  return (Number(project.firstMonth.slice(5, 7)) - 1 + month - 1) % 12
}

/** `YYYY-MM` of a month of work, 1 = the first. */
export function calendarOf(project: Project, month: number): string {
  const first = Number(project.firstMonth.slice(0, 4)) * 12 + Number(project.firstMonth.slice(5, 7)) - 1
  const at = first + month - 1
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

function rowOf(from: number, amount: (month: number) => number): Row {
  return noRow.map((_, month) => (month >= from && month > 0 ? amount(month) : 0))
}

type Look = (key: FigureKey) => number

export function lookIn(figures: Figures): Look {
  return (key) => figures.get(key) ?? 0
}

export function investmentRow({ line, month }: Investment, look: Look): Row {
  const amount = scaled([look(`${line}.quantity`), look(`${line}.price`)], 1000)
  return noRow.map((_, at) => (at === month ? amount : 0))
}

/** `delay`: months by which all sales begin later. */
export function saleRow(sale: Sale, project: Project, look: Look, delay = 0): Row {
  const { line, seasons } = sale
  const usual = [look(`${line}.quantity`), look(`${line}.price`)]
  const bySeason = seasons.map((percent) => scaled([...usual, percent], 100_000))
  return rowOf(sale.from + delay, (month) => bySeason[seasonOf(project, month)] ?? 0)
}

/** `sale` is the line that uses it up; without one nothing is used. */
export function variableRow(cost: VariableCost, sale: Sale | undefined, project: Project, look: Look, delay = 0): Row {
  if (!sale) return noRow
  const usual = [look(`${sale.line}.quantity`), look(`${cost.line}.quantity`), look(`${cost.line}.price`)]
  const bySeason = sale.seasons.map((percent) => scaled([...usual, percent], 100_000_000))
  return rowOf(sale.from + delay, (month) => bySeason[seasonOf(project, month)] ?? 0)
}

export function fixedRow({ line, from }: FixedCost, look: Look): Row {
  const amount = scaled([look(`${line}.quantity`), look(`${line}.price`)], 1000)
  return rowOf(from, () => amount)
}

export function wageRow({ wage }: Project): Row {
  return rowOf(wage.from, () => wage.amount)
}

export type Instalment = { readonly interest: number; readonly principal: number; readonly left: number }

/** Every instalment until the loan is repaid, the first month's first. The parts of the principal sum to the loan. */
export function instalmentsOf({ amount, interest, months, grace }: Loan): readonly Instalment[] {
  const parts = Math.max(1, months - grace)
  const instalments: Instalment[] = []
  let left = amount
  for (let month = 1; month <= Math.max(months, grace + 1); month++) {
    const part = month - grace
    const principal = part < 1 ? 0 : scaled([amount, part], parts) - scaled([amount, part - 1], parts)
    const due = scaled([left, interest], 120_000)
    left -= principal
    instalments.push({ interest: due, principal, left })
  }
  return instalments
}

/** One kind of an instalment as a row of the cash flow. */
export function loanRow(loan: Loan | null, kind: 'interest' | 'principal'): Row {
  if (!loan) return noRow
  const instalments = instalmentsOf(loan)
  return noRow.map((_, month) => (month === 0 ? 0 : (instalments[month - 1]?.[kind] ?? 0)))
}

export function sumOf(rows: readonly Row[]): Row {
  return noRow.map((_, month) => rows.reduce((sum, row) => sum + (row[month] ?? 0), 0))
}

export function legalCost({ legal }: Project): number {
  return legal.reduce((sum, { cost, state }) => sum + (state === 'not-needed' ? 0 : (cost ?? 0)), 0)
}
