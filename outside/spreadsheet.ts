import { writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle } from 'hucre/xlsx'

import type { Language, Spreadsheets } from '#app/ports.ts'
import type { CellLook, SheetCell } from '#domain/project/sheet-cells.ts'

/** Spreadsheets in the format of Excel, which LibreOffice reads too. */
export const spreadsheets: Spreadsheets = {
  async write(sheets, language) {
    const written = await writeXlsx({
      sheets: sheets.map(({ name, cells, widths, decimals }) => ({
        name,
        columns: widths.map((width) => ({ width })),
        cells: new Map([...cells].map(([place, cell]) => [place, cellOf(cell, decimals)])),
        view: { rightToLeft: isRightToLeft(language) },
      })),
    })
    return new Uint8Array(written as Uint8Array)
  },
}

function isRightToLeft(language: Language): boolean {
  return language === 'ar'
}

function cellOf({ value, formula, look }: SheetCell, decimals: number): Partial<Cell> {
  const style = styleOf(look, decimals)
  return formula === undefined ? { value, style } : { value, formula, formulaResult: value, style }
}

/** Typed cells are coloured: they are the ones to change. */
function styleOf(look: CellLook, decimals: number): CellStyle {
  const money = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  const sand = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F4EFE4' } } as const
  const styles: Readonly<Record<CellLook, CellStyle>> = {
    title: { font: { bold: true, size: 14, color: { rgb: '1F5F7A' } } },
    heading: { font: { bold: true, color: { rgb: '586066' } } },
    text: {},
    input: { fill: sand, numFmt: '#,##0.###' },
    money: { numFmt: money },
    number: { numFmt: '#,##0.###' },
    percent: { numFmt: '0%' },
    total: { font: { bold: true }, numFmt: money },
  }
  return styles[look]
}
