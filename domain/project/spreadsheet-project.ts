import type { FigureKey } from './formula.ts'
import { readFormula, writtenFormula } from './formula.ts'
import { investmentRow, lookIn } from './flow.ts'
import { priceUnits } from './price.ts'
import type { ProjectLine } from './project.ts'
import { isFormula } from './project.ts'
import type { CellSheet, SheetCell, Writer } from './sheet-cells.ts'
import { sheetWriter } from './sheet-cells.ts'
import type { PlanGround } from './spreadsheet.ts'

type LinePlace = { readonly quantity: string; readonly price: string; readonly from: string }

/** Where on the first sheet the other sheets find what they compute with. */
export type ProjectPlaces = {
  readonly firstMonth: string
  readonly aid: string
  readonly own: string
  readonly family: string
  readonly loan: string
  readonly rate: string
  readonly loanMonths: string
  readonly grace: string
  readonly wage: string
  readonly wageFrom: string
  /** All costs of legal steps; null = there are none. */
  readonly legal: string | null
  readonly investments: { readonly months: string; readonly amounts: string } | null
  readonly line: ReadonlyMap<string, LinePlace>
  /** Twelve seasons, by sales line. */
  readonly seasons: ReadonlyMap<string, string>
}

const listOfColumns = { title: 0, unit: 1, quantity: 2, price: 3, when: 4 } as const

/** The sheet while it is written: the next row moves on by itself. */
type Page = {
  readonly ground: PlanGround
  readonly sheet: Writer
  readonly line: Map<string, LinePlace>
  row: number
}

/** The sheet of everything that is typed: coloured cells, and formulas where the project has formulas. */
export function projectSheet(ground: PlanGround): { readonly sheet: CellSheet; readonly places: ProjectPlaces } {
  const { project, words, decimals } = ground
  const page: Page = { ground, sheet: sheetWriter(words.project), line: new Map(), row: 0 }
  page.sheet.put(page.row++, 0, { value: words.project, look: 'title' })
  page.sheet.put(page.row++, 0, { value: words.hint, look: 'text' })
  asked(page, words.currency, project.currency, 'text')
  const firstMonth = asked(page, words['first-month'], Number(project.firstMonth.slice(5, 7)))
  const money = moneyPart(page)
  const legal = legalPart(page)
  const rowOfLine = rowsOfLines(ground, page.row)
  const investments = investmentPart(page, rowOfLine)
  const seasons = salesPart(page, rowOfLine)
  costParts(page, rowOfLine)
  const widths = [34, 16, 12, 14, 14, 14, 14]
  return {
    sheet: { name: words.project, cells: page.sheet.cells, widths, decimals },
    places: { firstMonth, ...money, legal, investments, line: page.line, seasons },
  }
}

function heading(page: Page, ...titles: string[]): void {
  titles.forEach((title, column) => page.sheet.put(page.row, column, { value: title, look: 'heading' }))
  page.row += 1
}

/** A name and a cell to type in; gives back the cell. */
function asked(page: Page, title: string, value: number | string, look: SheetCell['look'] = 'input'): string {
  page.sheet.put(page.row, 0, { value: title, look: 'text' })
  const place = page.sheet.put(page.row, 1, { value, look })
  page.row += 1
  return place
}

function moneyPart(page: Page) {
  const { project, words, units } = page.ground
  const { money, loan, wage } = project
  page.row += 1
  heading(page, words.money, words.amount)
  return {
    aid: asked(page, words.aid, units(money.aid)),
    own: asked(page, words.own, units(money.own)),
    family: asked(page, words.family, units(money.family)),
    loan: asked(page, words.loan, units(loan?.amount ?? 0)),
    rate: asked(page, words['interest-rate'], (loan?.interest ?? 0) / 100),
    loanMonths: asked(page, words['loan-months'], loan?.months ?? 1),
    grace: asked(page, words.grace, loan?.grace ?? 0),
    wage: asked(page, words.wage, units(wage.amount)),
    wageFrom: asked(page, words['wage-from'], wage.from),
  }
}

function legalPart(page: Page): string | null {
  const { project, words, units } = page.ground
  page.row += 1
  heading(page, words.legal, words.cost)
  const first = page.row
  for (const { title, state, cost } of project.legal)
    asked(page, title, units(state === 'not-needed' ? 0 : (cost ?? 0)))
  return page.row > first ? page.sheet.range([first, 1], [page.row - 1, 1]) : null
}

/** The head of a list of lines, two rows after a blank one. */
function listHead(page: Page, title: string, ...more: string[]): void {
  const { words } = page.ground
  page.row += 1
  page.sheet.put(page.row++, 0, { value: title, look: 'title' })
  heading(page, words.title, words.unit, words.quantity, words.price, ...more)
}

type RowOfLine = ReadonlyMap<string, number>

/** Writes what every line has, on the present row. */
function written(page: Page, rowOfLine: RowOfLine, each: ProjectLine, when: number | null): LinePlace {
  const { sheet, row, ground } = page
  const unit = priceUnits[each.unit]?.[ground.language] ?? each.unit
  sheet.put(row, listOfColumns.title, { value: each.title, look: 'text' })
  sheet.put(row, listOfColumns.unit, { value: unit, look: 'text' })
  const place = {
    quantity: sheet.put(row, listOfColumns.quantity, figureCell(page, rowOfLine, each, 'quantity')),
    price: sheet.put(row, listOfColumns.price, figureCell(page, rowOfLine, each, 'price')),
    from: when === null ? '' : sheet.put(row, listOfColumns.when, { value: when, look: 'input' }),
  }
  page.line.set(each.line, place)
  return place
}

/** A typed figure, or the project's formula over the cells of the lines that it names. */
function figureCell(
  { ground, sheet }: Page,
  rowOfLine: RowOfLine,
  each: ProjectLine,
  kind: 'quantity' | 'price',
): SheetCell {
  const value = ground.figures.get(`${each.line}.${kind}`) ?? 0
  const shown = kind === 'quantity' ? value / 1000 : ground.units(value)
  const figure = each[kind]
  const read = isFormula(figure) ? readFormula(figure.formula, kind) : undefined
  if (read === undefined || 'at' in read) return { value: shown, look: 'input' }
  const cellOf = (key: FigureKey) => {
    const [name, of] = [key.slice(0, key.lastIndexOf('.')), key.endsWith('.price') ? 'price' : 'quantity'] as const
    return sheet.pinned(rowOfLine.get(name) ?? 0, listOfColumns[of])
  }
  const digits = kind === 'quantity' ? 3 : ground.decimals
  const formula = `ROUND(${writtenFormula(read, cellOf)},${digits})`
  return { value: shown, formula, look: kind === 'price' ? 'money' : 'number' }
}

function investmentPart(page: Page, rowOfLine: RowOfLine): ProjectPlaces['investments'] {
  const { project, words, decimals, units, figures } = page.ground
  listHead(page, words.investments, words.month, words.payer, words.amount)
  const first = page.row
  const look = lookIn(figures)
  for (const each of project.investments) {
    const { quantity, price } = written(page, rowOfLine, each, each.month)
    page.sheet.put(page.row, 5, { value: words[`payer-${each.payer}`], look: 'text' })
    const value = units(investmentRow(each, look)[each.month] ?? 0)
    page.sheet.put(page.row, 6, { value, formula: `ROUND(${quantity}*${price},${decimals})`, look: 'money' })
    page.row += 1
  }
  if (page.row === first) return null
  const column = (at: number) => page.sheet.range([first, at], [page.row - 1, at])
  return { months: column(4), amounts: column(6) }
}

function salesPart(page: Page, rowOfLine: RowOfLine): ProjectPlaces['seasons'] {
  const { project, words } = page.ground
  listHead(page, words.sales, words.from, words.seasons)
  const seasons = new Map<string, string>()
  for (const each of project.sales) {
    written(page, rowOfLine, each, each.from)
    each.seasons.forEach((percent, at) => page.sheet.put(page.row, 5 + at, { value: percent, look: 'input' }))
    seasons.set(each.line, page.sheet.range([page.row, 5], [page.row, 16]))
    page.row += 1
  }
  return seasons
}

function costParts(page: Page, rowOfLine: RowOfLine): void {
  const { project, words } = page.ground
  listHead(page, words['variable-costs'], words.per)
  for (const each of project.variableCosts) {
    written(page, rowOfLine, each, null)
    const sale = project.sales.find((one) => one.line === each.per)
    page.sheet.put(page.row, 4, { value: sale?.title ?? each.per, look: 'text' })
    page.row += 1
  }
  listHead(page, words['fixed-costs'], words.from)
  for (const each of project.fixedCosts) {
    written(page, rowOfLine, each, each.from)
    page.row += 1
  }
}

/** On which row each line will stand, the lists beginning after the legal steps: formulas may look ahead. */
function rowsOfLines({ project }: PlanGround, after: number): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  let row = after
  for (const list of ['investments', 'sales', 'variableCosts', 'fixedCosts'] as const) {
    row += 3
    for (const { line } of project[list]) rows.set(line, row++)
  }
  return rows
}
