/** Cells of a spreadsheet as plain data: what is written in them, and the value that a formula comes to. */

export type CellLook = 'title' | 'heading' | 'text' | 'input' | 'money' | 'number' | 'percent' | 'total'

export type SheetCell = {
  readonly value: string | number | null
  /** In the language of spreadsheet files: English names, commas. */
  readonly formula?: string
  readonly look: CellLook
}

export type CellSheet = {
  readonly name: string
  /** By row and column, both from 0. */
  readonly cells: ReadonlyMap<string, SheetCell>
  readonly widths: readonly number[]
  /** Decimals of the currency. */
  readonly decimals: number
}

/** `A`, `B`, … `AA`, from 0. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26)
  return (before > 0 ? columnName(before - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** A sheet that is written row by row; each write gives back the place as formulas of the same sheet name it. */
export type Writer = {
  readonly sheet: string
  readonly cells: Map<string, SheetCell>
  put(row: number, column: number, cell: SheetCell): string
  /** The place as formulas of other sheets name it, pinned. */
  pinned(row: number, column: number): string
  range(from: readonly [row: number, column: number], to: readonly [row: number, column: number]): string
}

export function sheetWriter(sheet: string): Writer {
  const cells = new Map<string, SheetCell>()
  const quoted = `'${sheet.replaceAll("'", "''")}'!`
  const pin = (row: number, column: number) => `$${columnName(column)}$${row + 1}`
  return {
    sheet,
    cells,
    put(row, column, cell) {
      cells.set(`${row},${column}`, cell)
      return quoted + pin(row, column)
    },
    pinned: (row, column) => quoted + pin(row, column),
    range: (from, to) => `${quoted}${pin(...from)}:${pin(...to)}`,
  }
}
