import { calendarOf, instalmentsOf, legalCost, loanRow, noRow, seasonOf, sumOf, wageRow } from './flow.ts'
import type { Row } from './flow.ts'
import { horizon } from './project.ts'
import type { CellSheet, SheetCell } from './sheet-cells.ts'
import { columnName, sheetWriter } from './sheet-cells.ts'
import type { ProjectPlaces } from './spreadsheet-project.ts'
import type { PlanGround } from './spreadsheet.ts'

/** Where on the second sheet the results find their months. */
export type CashPlaces = {
  readonly months: string
  readonly cash: string
  readonly covered: string
  /** Cash when the first month begins. */
  readonly opening: string
  /** The second year of a row. */
  readonly secondYear: Readonly<Record<'sales' | 'variableCosts' | 'fixedCosts' | 'wage' | 'interest', string>>
}

/** The sheet of 24 months: the start in the second column, then month by month. */
export function cashSheet(
  ground: PlanGround,
  from: ProjectPlaces,
): { readonly sheet: CellSheet; readonly places: CashPlaces } {
  const { project, words, decimals, units, result, rows } = ground
  const sheet = sheetWriter(words.cash)
  const column = (month: number) => columnName(month + 1)
  let row = 0
  /** One row over all months; gives back its number as formulas write it. */
  function line(
    title: string,
    amounts: readonly (number | string)[],
    formula: (month: number) => string | undefined,
    look: SheetCell['look'] = 'money',
  ): number {
    sheet.put(row, 0, { value: title, look: look === 'total' || look === 'heading' ? look : 'text' })
    amounts.forEach((value, month) => {
      const written = formula(month)
      sheet.put(row, month + 1, { value, look, ...(written === undefined ? {} : { formula: written }) })
    })
    row += 1
    return row
  }
  const money = (
    title: string,
    amounts: Row,
    formula: (month: number) => string | undefined,
    look?: SheetCell['look'],
  ) => line(title, amounts.map(units), formula, look)
  const months = noRow.map((_, month) => month)
  const head = line(words.month, months, () => undefined, 'heading')
  line(
    words.cash,
    months.map((month) => (month === 0 ? '' : calendarOf(project, month))),
    () => undefined,
    'text',
  )
  const calendar = line(
    words.calendar,
    months.map((month) => (month === 0 ? 0 : seasonOf(project, month) + 1)),
    (month) => (month === 0 ? undefined : `MOD(${from.firstMonth}-1+${column(month)}$${head}-1,12)+1`),
    'number',
  )
  const after = (month: number, since: string, formula: string) =>
    month === 0 ? '0' : `IF(${column(month)}$${head}>=${since},${formula},0)`
  const added = (month: number, first: number, count: number) =>
    count === 0 ? '0' : `SUM(${column(month)}${first}:${column(month)}${first + count - 1})`
  const at = (month: number, number: number) => `${column(month)}${number}`
  const placeOf = (name: string) => from.line.get(name) ?? { quantity: '0', price: '0', from: '0' }

  const moneyIn = money(
    words['money-in'],
    noRow.map((_, month) => (month === 0 ? result.startUp.money.total : 0)),
    (month) => (month === 0 ? [from.aid, from.own, from.family, from.loan].join('+') : '0'),
  )
  const season = (name: string, month: number) => `INDEX(${from.seasons.get(name)},${column(month)}$${calendar})/100`
  project.sales.forEach((each, index) => {
    const { quantity, price, from: since } = placeOf(each.line)
    money(each.title, rows.sales[index] ?? noRow, (month) =>
      after(month, since, `ROUND(${quantity}*${price}*${season(each.line, month)},${decimals})`),
    )
  })
  const firstSale = row - project.sales.length + 1
  const sales = money(
    words['total-sales'],
    sumOf(rows.sales),
    (m) => added(m, firstSale, project.sales.length),
    'total',
  )
  project.variableCosts.forEach((each, index) => {
    const { quantity, price } = placeOf(each.line)
    const sold = placeOf(each.per)
    money(each.title, rows.variableCosts[index] ?? noRow, (month) =>
      after(month, sold.from, `ROUND(${sold.quantity}*${quantity}*${price}*${season(each.per, month)},${decimals})`),
    )
  })
  const firstVariable = row - project.variableCosts.length + 1
  const variable = money(
    words['total-variable'],
    sumOf(rows.variableCosts),
    (month) => added(month, firstVariable, project.variableCosts.length),
    'total',
  )
  project.fixedCosts.forEach((each, index) => {
    const { quantity, price, from: since } = placeOf(each.line)
    money(each.title, rows.fixedCosts[index] ?? noRow, (month) =>
      after(month, since, `ROUND(${quantity}*${price},${decimals})`),
    )
  })
  const firstFixed = row - project.fixedCosts.length + 1
  const fixed = money(
    words['total-fixed'],
    sumOf(rows.fixedCosts),
    (month) => added(month, firstFixed, project.fixedCosts.length),
    'total',
  )
  const wage = money(words.wage, wageRow(project), (month) => after(month, from.wageFrom, from.wage))
  const invested = money(words['total-investments'], sumOf(rows.investments), (month) =>
    from.investments === null
      ? '0'
      : `SUMIF(${from.investments.months},${column(month)}$${head},${from.investments.amounts})`,
  )
  const legal = money(
    words['total-legal'],
    noRow.map((_, month) => (month === 0 ? legalCost(project) : 0)),
    (month) => (month === 0 && from.legal !== null ? `SUM(${from.legal})` : '0'),
  )
  const parts = `MAX(1,${from.loanMonths}-${from.grace})`
  const share = (month: number, less: number) =>
    `ROUND(${from.loan}*(${column(month)}$${head}-${from.grace}-${less})/${parts},${decimals})`
  const left = row + 3
  const interest = money(words.interest, loanRow(project.loan, 'interest'), (month) =>
    month === 0 ? '0' : `ROUND(${at(month - 1, left)}*${from.rate}/1200,${decimals})`,
  )
  const principal = money(words.principal, loanRow(project.loan, 'principal'), (month) =>
    month === 0
      ? '0'
      : `IF(AND(${column(month)}$${head}>${from.grace},${column(month)}$${head}<=MAX(${from.loanMonths},${from.grace}+1)),${share(month, 0)}-${share(month, 1)},0)`,
  )
  const instalments = project.loan ? instalmentsOf(project.loan) : []
  money(
    words.left,
    noRow.map((_, month) => (month === 0 ? (project.loan?.amount ?? 0) : (instalments[month - 1]?.left ?? 0))),
    (month) => (month === 0 ? from.loan : `${at(month - 1, left)}-${at(month, principal)}`),
  )
  const outRows = [variable, fixed, wage, invested, legal, interest, principal]
  const outs = money(
    words.outs,
    noRow.map((_, month) =>
      month === 0 ? result.startUp.investments + legalCost(project) : (result.months[month - 1]?.outs ?? 0),
    ),
    (month) => outRows.map((each) => at(month, each)).join('+'),
    'total',
  )
  const cash = row + 1
  money(
    words['in-cash'],
    [result.opening, ...result.months.map((each) => each.cash)],
    (month) =>
      `${month === 0 ? '' : `${at(month - 1, cash)}+`}${at(month, moneyIn)}+${at(month, sales)}-${at(month, outs)}`,
    'total',
  )
  const running = cumulated(ground)
  const sold = row + 1
  money(words['sold-so-far'], running.sold, (month) =>
    month === 0 ? '0' : `${at(month - 1, sold)}+${at(month, sales)}`,
  )
  const surplus = row + 1
  money(words['surplus-so-far'], running.surplus, (month) =>
    month === 0
      ? '0'
      : `${at(month - 1, surplus)}+${at(month, sales)}-${[variable, fixed, wage, interest].map((each) => at(month, each)).join('-')}`,
  )
  const covered = line(
    words.covered,
    running.surplus.map((each, month) => ((running.sold[month] ?? 0) > 0 && each >= 0 ? 1 : 0)),
    (month) => `IF(AND(${at(month, sold)}>0,${at(month, surplus)}>=0),1,0)`,
    'number',
  )
  const whole = (number: number, first: number) => sheet.range([number - 1, first + 1], [number - 1, horizon + 1])
  const widths = [30, ...months.map(() => 11)]
  return {
    sheet: { name: words.cash, cells: sheet.cells, widths, decimals },
    places: {
      months: whole(head, 1),
      cash: whole(cash, 0),
      covered: whole(covered, 1),
      opening: sheet.pinned(cash - 1, 1),
      secondYear: {
        sales: whole(sales, 13),
        variableCosts: whole(variable, 13),
        fixedCosts: whole(fixed, 13),
        wage: whole(wage, 13),
        interest: whole(interest, 13),
      },
    },
  }
}

/** Sales, and what they left after the running costs, from the first month to each month. */
function cumulated({ result }: PlanGround): { readonly sold: Row; readonly surplus: Row } {
  const sold = [0]
  const surplus = [0]
  for (const { sales, variableCosts, fixedCosts, wage, interest } of result.months) {
    sold.push((sold.at(-1) ?? 0) + sales)
    surplus.push((surplus.at(-1) ?? 0) + sales - variableCosts - fixedCosts - wage - interest)
  }
  return { sold, surplus }
}
