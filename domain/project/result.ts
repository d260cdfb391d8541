import type { Outcome } from '../outcome.ts'
import { accept, refuse } from '../outcome.ts'
import type { Figures, Shifts } from './figures.ts'
import { figuresOf, largestAmount, scaled, sheetOf } from './figures.ts'
import {
  calendarOf,
  fixedRow,
  instalmentsOf,
  investmentRow,
  legalCost,
  loanRow,
  lookIn,
  saleRow,
  sumOf,
  variableRow,
  wageRow,
} from './flow.ts'
import type { Row } from './flow.ts'
import type { LineList, Loan, Payer, Project, Sale } from './project.ts'
import { horizon, payers } from './project.ts'

/** One month of the cash flow, minor units. `cash` is what is left at its end; below zero = the month runs out of cash. */
export type CashMonth = {
  /** 1 = the first month of work. */
  readonly month: number
  /** `YYYY-MM`. */
  readonly calendar: string
  readonly sales: number
  readonly variableCosts: number
  readonly fixedCosts: number
  readonly wage: number
  readonly investments: number
  readonly interest: number
  readonly principal: number
  readonly ins: number
  readonly outs: number
  readonly cash: number
}

export type ProjectResult = {
  readonly currency: string
  /** What must be paid before the first sale, and with what. */
  readonly startUp: {
    /** All investments of month 0, and those of later months. */
    readonly investments: number
    readonly laterInvestments: number
    readonly legal: number
    /** What the running months need in hand until they carry themselves. */
    readonly workingCapital: number
    /** investments + legal + workingCapital. */
    readonly total: number
    /** Lines by who pays them. */
    readonly byPayer: Readonly<Record<Payer, number>>
    /** What comes in: aid, own, family, loan. */
    readonly money: Readonly<Record<Payer, number>> & { readonly total: number }
    /** Total less money: above zero = missing, below zero = to spare. */
    readonly gap: number
    /** What is to spare, for what nobody foresees. */
    readonly reserve: number
  }
  /** Cash in hand when the first month begins. */
  readonly opening: number
  readonly months: readonly CashMonth[]
  readonly lowest: { readonly month: number; readonly cash: number }
  /** The first month that ends below zero, null = none does; 0 = the start itself is not paid for. */
  readonly firstShort: number | null
  readonly breakEven: {
    /** The first month by whose end all sales so far have covered all running costs so far; null = not in 24 months. */
    readonly month: number | null
    /** The first month by whose end that surplus has also paid back the start-up lines. */
    readonly paidBackMonth: number | null
    /** Sales that cover the running costs of the second year, minor units; null = no margin, or nothing sold. */
    readonly sales: number | null
    /** The same per sales line: units in thousandths in a usual month. */
    readonly quantities: readonly { readonly line: string; readonly quantity: number; readonly planned: number }[]
  }
  /** How far sales of the second year may fall before they no longer cover its costs, in basis points; null = nothing sold. */
  readonly marginOfSafety: number | null
  readonly loan: {
    readonly interest: number
    readonly total: number
    /** The heaviest instalment and its month. */
    readonly heaviest: { readonly month: number; readonly amount: number }
    /** What is still owed after the 24 months. */
    readonly left: number
  } | null
}

/**
 * What a project comes to: start-up budget, working capital, 24 months of cash, break-even, loan. Pure; the same in
 * browser and server. Refusals: `formula-invalid`, `formula-unknown-line`, `formula-circular` (facts: the chain),
 * `formula-divides-by-zero`, `formula-negative`, `line-twice`, `too-many-formulas`, `amount-too-large`; each with the
 * field's path.
 */
export function projectResult(project: Project): Outcome<ProjectResult> {
  return shiftedResult(project, new Map(), 0)
}

/** The same with some figures otherwise by percents, and all sales some months later. */
export function shiftedResult(project: Project, shifts: Shifts, delay: number): Outcome<ProjectResult> {
  const sheet = sheetOf(project)
  if (sheet.refused) return sheet
  const figures = figuresOf(sheet.value, shifts)
  if (figures.refused) return figures
  const rows = rowsOf(project, figures.value, delay)
  const tooLarge = listTooLarge(rows)
  if (tooLarge) return refuse('amount-too-large', { currency: project.currency }, tooLarge)
  return accept(resultOf(project, figures.value, rows))
}

type ListRows = Readonly<Record<LineList, readonly Row[]>>

/** Each line's amounts by month, list by list, in the order of the project. */
export function rowsOf(project: Project, figures: Figures, delay: number): ListRows {
  const look = lookIn(figures)
  const sales = new Map(project.sales.map((sale) => [sale.line, sale]))
  return {
    investments: project.investments.map((line) => investmentRow(line, look)),
    sales: project.sales.map((line) => saleRow(line, project, look, delay)),
    variableCosts: project.variableCosts.map((line) => variableRow(line, sales.get(line.per), project, look, delay)),
    fixedCosts: project.fixedCosts.map((line) => fixedRow(line, look)),
  }
}

/** The list whose amounts can no longer be counted to the last unit. */
function listTooLarge(rows: ListRows): string | undefined {
  const lists = ['investments', 'sales', 'variableCosts', 'fixedCosts'] as const
  return lists.find((list) => rows[list].reduce((sum, row) => sum + total(row), 0) >= largestAmount)
}

function total(row: Row, from = 0, to = horizon): number {
  return row.reduce((sum, amount, month) => (month >= from && month <= to ? sum + amount : sum), 0)
}

type Totals = Readonly<
  Record<'sales' | 'variableCosts' | 'fixedCosts' | 'wage' | 'investments' | 'interest' | 'principal', Row>
>

function resultOf(project: Project, figures: Figures, rows: ListRows): ProjectResult {
  const totals: Totals = {
    sales: sumOf(rows.sales),
    variableCosts: sumOf(rows.variableCosts),
    fixedCosts: sumOf(rows.fixedCosts),
    wage: wageRow(project),
    investments: sumOf(rows.investments),
    interest: loanRow(project.loan, 'interest'),
    principal: loanRow(project.loan, 'principal'),
  }
  const money = moneyOf(project)
  const legal = legalCost(project)
  const opening = money.total - legal - (totals.investments[0] ?? 0)
  const months = monthsOf(project, totals, opening)
  const lowest = months.reduce((low, { month, cash }) => (cash < low.cash ? { month, cash } : low), {
    month: 0,
    cash: opening,
  })
  const workingCapital = opening - lowest.cash
  const investments = totals.investments[0] ?? 0
  const needed = investments + legal + workingCapital
  return {
    currency: project.currency,
    startUp: {
      investments,
      laterInvestments: total(totals.investments, 1),
      legal,
      workingCapital,
      total: needed,
      byPayer: byPayer(project, rows),
      money,
      gap: needed - money.total,
      reserve: Math.max(0, money.total - needed),
    },
    opening,
    months,
    lowest,
    firstShort: opening < 0 ? 0 : (months.find(({ cash }) => cash < 0)?.month ?? null),
    ...settled(project, figures, totals, legal),
    loan: project.loan && repayment(project.loan),
  }
}

function moneyOf({ money, loan }: Project): ProjectResult['startUp']['money'] {
  const borrowed = loan?.amount ?? 0
  return { ...money, loan: borrowed, total: money.aid + money.own + money.family + borrowed }
}

function byPayer(project: Project, rows: ListRows): Record<Payer, number> {
  const sums = payers.map((payer): [Payer, number] => {
    const own = rows.investments.filter((_, at) => project.investments[at]?.payer === payer)
    return [payer, own.reduce((sum, row) => sum + total(row), 0)]
  })
  return Object.fromEntries(sums) as Record<Payer, number>
}

function monthsOf(project: Project, totals: Totals, opening: number): CashMonth[] {
  const months: CashMonth[] = []
  let cash = opening
  for (let month = 1; month <= horizon; month++) {
    const of = (key: keyof Totals) => totals[key][month] ?? 0
    const costs = of('variableCosts') + of('fixedCosts') + of('wage')
    const outs = costs + of('investments') + of('interest') + of('principal')
    cash += of('sales') - outs
    months.push({
      month,
      calendar: calendarOf(project, month),
      sales: of('sales'),
      variableCosts: of('variableCosts'),
      fixedCosts: of('fixedCosts'),
      wage: of('wage'),
      investments: of('investments'),
      interest: of('interest'),
      principal: of('principal'),
      ins: of('sales'),
      outs,
      cash,
    })
  }
  return months
}

/** Break-even and margin of safety. The second year speaks for the settled project: all is sold by then. */
function settled(
  { sales }: Project,
  figures: Figures,
  totals: Totals,
  legal: number,
): Pick<ProjectResult, 'breakEven' | 'marginOfSafety'> {
  const look = lookIn(figures)
  const year = (row: Row) => total(row, 13, 24)
  const sold = year(totals.sales)
  const margin = sold - year(totals.variableCosts)
  const fixed = year(totals.fixedCosts) + year(totals.wage) + year(totals.interest)
  const covering = sold > 0 && margin > 0 ? share(fixed, sold, margin) : null
  const coveringQuantity = ({ line }: Sale) => {
    const planned = look(`${line}.quantity`)
    return { line, planned, quantity: share(fixed, planned, margin) }
  }
  return {
    breakEven: {
      month: firstMonth(totals, () => 0),
      paidBackMonth: firstMonth(totals, (month) => legal + total(totals.investments, 0, month)),
      sales: covering,
      quantities: covering === null ? [] : sales.map(coveringQuantity),
    },
    marginOfSafety: covering === null ? null : 10_000 - share(covering, 10_000, sold),
  }
}

/** `part * of / whole`, rounded up: what covers a cost covers all of it. */
function share(part: number, of: number, whole: number): number {
  const near = scaled([part, of], whole)
  return BigInt(near) * BigInt(whole) < BigInt(part) * BigInt(of) ? near + 1 : near
}

/** The first month by whose end the surplus of the running months has reached what is to be covered by then. */
function firstMonth(totals: Totals, toCover: (month: number) => number): number | null {
  let sold = 0
  let surplus = 0
  for (let month = 1; month <= horizon; month++) {
    const of = (key: keyof Totals) => totals[key][month] ?? 0
    sold += of('sales')
    surplus += of('sales') - of('variableCosts') - of('fixedCosts') - of('wage') - of('interest')
    if (sold > 0 && surplus >= toCover(month)) return month
  }
  return null
}

function repayment(loan: Loan): ProjectResult['loan'] {
  const instalments = instalmentsOf(loan)
  const interest = instalments.reduce((sum, each) => sum + each.interest, 0)
  const heaviest = instalments.reduce(
    (most, each, at) => {
      const amount = each.interest + each.principal
      return amount > most.amount ? { month: at + 1, amount } : most
    },
    { month: 1, amount: 0 },
  )
  return { interest, total: loan.amount + interest, heaviest, left: instalments[horizon - 1]?.left ?? 0 }
}
