import type { FigureKey } from './formula.ts'
import { readFormula, writtenFormula } from './formula.ts'
import { investmentRow, lookIn } from './flow.ts'
import { priceUnits } from './price.ts'
import type { ProjectLine } from './project.ts'
import { isFormula } from './project.ts'
import type { CellSheet, SheetCell } from './sheet-cells.ts'
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

/** The sheet of everything that is typed: coloured cells, and formulas where the project has formulas. */
export function projectSheet(ground: PlanGround): { readonly sheet: CellSheet; readonly places: ProjectPlaces } {
  const { project, words, decimals, units } = ground
  const sheet = sheetWriter(words.project)
  let row = 0
  const heading = (...titles: string[]) => {
    titles.forEach((title, column) => sheet.put(row, column, { value: title, look: 'heading' }))
    row += 1
  }
  const asked = (title: string, value: number | string, look: SheetCell['look'] = 'input') => {
    sheet.put(row, 0, { value: title, look: 'text' })
    const place = sheet.put(row, 1, { value, look })
    row += 1
    return place
  }
  sheet.put(row++, 0, { value: words.project, look: 'title' })
  sheet.put(row++, 0, { value: words.hint, look: 'text' })
  asked(words.currency, project.currency, 'text')
  const firstMonth = asked(words['first-month'], Number(project.firstMonth.slice(5, 7)))
  row += 1
  heading(words.money, words.amount)
  const { money, loan, wage } = project
  const places = {
    firstMonth,
    aid: asked(words.aid, units(money.aid)),
    own: asked(words.own, units(money.own)),
    family: asked(words.family, units(money.family)),
    loan: asked(words.loan, units(loan?.amount ?? 0)),
    rate: asked(words['interest-rate'], (loan?.interest ?? 0) / 100),
    loanMonths: asked(words['loan-months'], loan?.months ?? 1),
    grace: asked(words.grace, loan?.grace ?? 0),
    wage: asked(words.wage, units(wage.amount)),
    wageFrom: asked(words['wage-from'], wage.from),
  }
  row += 1
  heading(words.legal, words.cost)
  const legalFrom = row
  for (const { title, state, cost } of project.legal) asked(title, units(state === 'not-needed' ? 0 : (cost ?? 0)))
  const legal = row > legalFrom ? sheet.range([legalFrom, 1], [row - 1, 1]) : null

  const line = new Map<string, LinePlace>()
  const rowOfLine = rowsOfLines(ground, row)
  const figureCell = (each: ProjectLine, kind: 'quantity' | 'price'): SheetCell => {
    const value = ground.figures.get(`${each.line}.${kind}`) ?? 0
    const shown = kind === 'quantity' ? value / 1000 : units(value)
    const figure = each[kind]
    if (!isFormula(figure)) return { value: shown, look: 'input' }
    const read = readFormula(figure.formula, kind)
    if ('at' in read) return { value: shown, look: 'input' }
    const cellOf = (key: FigureKey) => {
      const [name = '', of] = [key.slice(0, key.lastIndexOf('.')), key.endsWith('.price') ? 'price' : 'quantity']
      return sheet.pinned(rowOfLine.get(name) ?? 0, listOfColumns[of as 'price' | 'quantity'])
    }
    const rounded = `ROUND(${writtenFormula(read, cellOf)},${kind === 'quantity' ? 3 : decimals})`
    return { value: shown, formula: rounded, look: kind === 'price' ? 'money' : 'number' }
  }
  const written = (each: ProjectLine, when: number | null) => {
    const unit = priceUnits[each.unit]?.[ground.language] ?? each.unit
    sheet.put(row, listOfColumns.title, { value: each.title, look: 'text' })
    sheet.put(row, listOfColumns.unit, { value: unit, look: 'text' })
    const quantity = sheet.put(row, listOfColumns.quantity, figureCell(each, 'quantity'))
    const price = sheet.put(row, listOfColumns.price, figureCell(each, 'price'))
    const from = when === null ? '' : sheet.put(row, listOfColumns.when, { value: when, look: 'input' })
    line.set(each.line, { quantity, price, from })
  }
  const common = [words.title, words.unit, words.quantity, words.price] as const

  row += 1
  sheet.put(row++, 0, { value: words.investments, look: 'title' })
  heading(...common, words.month, words.payer, words.amount)
  const investedFrom = row
  const look = lookIn(ground.figures)
  for (const each of project.investments) {
    written(each, each.month)
    const { quantity, price } = line.get(each.line) ?? { quantity: '', price: '' }
    sheet.put(row, 5, { value: words[`payer-${each.payer}`], look: 'text' })
    const value = units(investmentRow(each, look)[each.month] ?? 0)
    sheet.put(row, 6, { value, formula: `ROUND(${quantity}*${price},${decimals})`, look: 'money' })
    row += 1
  }
  const invested = row > investedFrom
  const investments = invested
    ? { months: sheet.range([investedFrom, 4], [row - 1, 4]), amounts: sheet.range([investedFrom, 6], [row - 1, 6]) }
    : null

  row += 1
  sheet.put(row++, 0, { value: words.sales, look: 'title' })
  heading(...common, words.from, words.seasons)
  const seasons = new Map<string, string>()
  for (const each of project.sales) {
    written(each, each.from)
    each.seasons.forEach((percent, at) => sheet.put(row, 5 + at, { value: percent, look: 'input' }))
    seasons.set(each.line, sheet.range([row, 5], [row, 16]))
    row += 1
  }

  row += 1
  sheet.put(row++, 0, { value: words['variable-costs'], look: 'title' })
  heading(...common, words.per)
  for (const each of project.variableCosts) {
    written(each, null)
    const sale = project.sales.find((one) => one.line === each.per)
    sheet.put(row, 4, { value: sale?.title ?? each.per, look: 'text' })
    row += 1
  }

  row += 1
  sheet.put(row++, 0, { value: words['fixed-costs'], look: 'title' })
  heading(...common, words.from)
  for (const each of project.fixedCosts) {
    written(each, each.from)
    row += 1
  }
  const widths = [34, 16, 12, 14, 14, 14, 14]
  return {
    sheet: { name: words.project, cells: sheet.cells, widths, decimals },
    places: { ...places, legal, investments, line, seasons },
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
