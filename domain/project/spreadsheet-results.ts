import type { CellSheet, SheetCell } from './sheet-cells.ts'
import { sheetWriter } from './sheet-cells.ts'
import type { CashPlaces } from './spreadsheet-cash.ts'
import type { ProjectPlaces } from './spreadsheet-project.ts'
import type { PlanGround } from './spreadsheet.ts'

/** The sheet of what the project comes to. */
export function resultSheet(ground: PlanGround, typed: ProjectPlaces, cash: CashPlaces): CellSheet {
  const { words, result, decimals, units } = ground
  const { startUp, breakEven, months, lowest, marginOfSafety } = result
  const sheet = sheetWriter(words.results)
  let row = 0
  const line = (title: string, value: number | string, formula: string, look: SheetCell['look'] = 'money') => {
    sheet.put(row, 0, { value: title, look: 'text' })
    const place = sheet.put(row, 1, { value, formula, look })
    row += 1
    return place
  }
  sheet.put(row++, 0, { value: words.results, look: 'title' })
  const { investments } = typed
  const invested = line(
    words['start-investments'],
    units(startUp.investments),
    investments === null ? '0' : `SUMIF(${investments.months},0,${investments.amounts})`,
  )
  const legal = line(words.legal, units(startUp.legal), typed.legal === null ? '0' : `SUM(${typed.legal})`)
  const least = line(words.lowest, units(lowest.cash), `MIN(${cash.cash})`)
  const working = line(words['working-capital'], units(startUp.workingCapital), `${cash.opening}-${least}`)
  const total = line(words.total, units(startUp.total), `${invested}+${legal}+${working}`, 'total')
  const money = line(
    words['total-money'],
    units(startUp.money.total),
    [typed.aid, typed.own, typed.family, typed.loan].join('+'),
    'total',
  )
  line(words.gap, units(startUp.gap), `${total}-${money}`, 'total')
  row += 1
  const year = months.slice(12)
  const sum = (of: (month: (typeof year)[number]) => number) => units(year.reduce((all, each) => all + of(each), 0))
  const { secondYear } = cash
  const sold = line(
    words['second-sales'],
    sum(({ sales }) => sales),
    `SUM(${secondYear.sales})`,
  )
  const variable = line(
    words['second-variable'],
    sum((each) => each.variableCosts),
    `SUM(${secondYear.variableCosts})`,
  )
  const fixed = line(
    words['second-fixed'],
    sum((each) => each.fixedCosts + each.wage + each.interest),
    `SUM(${secondYear.fixedCosts})+SUM(${secondYear.wage})+SUM(${secondYear.interest})`,
  )
  // Rounded before it is rounded up, so that a tail of the division adds no unit.
  const covering = line(
    words['break-even'],
    breakEven.sales === null ? '—' : units(breakEven.sales),
    `IF(AND(${sold}>0,${sold}>${variable}),ROUNDUP(ROUND(${fixed}*${sold}/(${sold}-${variable}),6),${decimals}),"—")`,
  )
  line(
    words.margin,
    marginOfSafety === null ? '—' : marginOfSafety / 10_000,
    `IF(ISNUMBER(${covering}),1-ROUNDUP(ROUND(${covering}/${sold},8),4),"—")`,
    'percent',
  )
  line(
    words['break-even-month'],
    breakEven.month ?? '—',
    `IFERROR(INDEX(${cash.months},MATCH(1,${cash.covered},0)),"—")`,
    'number',
  )
  return { name: words.results, cells: sheet.cells, widths: [46, 18], decimals }
}
