import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'

import { planSheets } from '#domain/project/spreadsheet.ts'
import { poultryProject } from '#tests/kit/project.ts'

import { spreadsheets } from './spreadsheet.ts'

test.each(['fr', 'ar'] as const)(
  'a plan in %s opens again with every formula and the value beside it',
  async (language) => {
    const sheets = planSheets(poultryProject(), language)
    if (sheets.refused) throw new Error(sheets.code)
    const bytes = await spreadsheets.write(sheets.value, language)
    const again = await readXlsx(bytes, { readStyles: true })
    expect(again.sheets.map(({ name }) => name)).toEqual(sheets.value.map(({ name }) => name))
    let formulas = 0
    for (const [index, { cells }] of sheets.value.entries())
      for (const [place, { value, formula }] of cells) {
        if (formula === undefined) continue
        const cell = again.sheets[index]?.cells?.get(place)
        expect(cell?.formula, place).toBe(formula)
        expect(cell?.formulaResult ?? cell?.value, place).toBe(value)
        formulas += 1
      }
    expect(formulas).toBeGreaterThan(300)
  },
)
