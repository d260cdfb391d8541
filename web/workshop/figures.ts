import { decimalText, isAmountProblem, normalDigits, parseAmount } from '#domain/money.ts'
import { isFormula, largestQuantity, longestFormula, type Figure } from '#domain/project/project.ts'

/**
 * What somebody typed into a cell: a figure, a formula that begins with `=`, or why it cannot be read. Arabic digits,
 * commas and spaces are understood.
 */
export type ReadFigure = { readonly figure: Figure } | { readonly problem: FigureProblem }
export type FigureProblem = 'not-a-number' | 'too-many-decimals' | 'too-large' | 'negative' | 'formula-too-long'

export function readQuantity(typed: string): ReadFigure {
  const formula = readFormula(typed)
  if (formula) return formula
  const words = normalDigits(typed).replaceAll(' ', '').replace(',', '.')
  if (words === '') return { figure: 0 }
  if (words.startsWith('-')) return { problem: 'negative' }
  const match = /^(\d{1,12})(?:\.(\d*))?$/.exec(words)
  if (!match) return { problem: 'not-a-number' }
  const decimals = match[2] ?? ''
  if (decimals.length > 3) return { problem: 'too-many-decimals' }
  const figure = Number(match[1]) * 1000 + Number(decimals.padEnd(3, '0'))
  return figure > largestQuantity ? { problem: 'too-large' } : { figure }
}

export function readPrice(typed: string, currency: string): ReadFigure {
  const formula = readFormula(typed)
  if (formula) return formula
  const read = parseAmount(typed, currency)
  if (!isAmountProblem(read)) return { figure: read.amount }
  if (read.problem === 'empty') return { figure: 0 }
  const known: readonly string[] = ['too-many-decimals', 'too-large', 'negative'] satisfies FigureProblem[]
  return { problem: known.includes(read.problem) ? (read.problem as FigureProblem) : 'not-a-number' }
}

function readFormula(typed: string): ReadFigure | undefined {
  const words = typed.trim()
  if (!words.startsWith('=')) return undefined
  const formula = words.slice(1).trim()
  if (formula.length > longestFormula) return { problem: 'formula-too-long' }
  return formula === '' ? { figure: 0 } : { figure: { formula } }
}

/** A figure as it is typed; nothing typed and zero are the same empty cell. */
export function typedQuantity(figure: Figure): string {
  if (isFormula(figure)) return `= ${figure.formula}`
  return figure === 0 ? '' : String(figure / 1000)
}

export function typedPrice(figure: Figure, currency: string): string {
  if (isFormula(figure)) return `= ${figure.formula}`
  return figure === 0 ? '' : decimalText({ amount: figure, currency })
}
