/** Computes the formulas of a spreadsheet anew, as Excel would, for the few functions that our sheets use. */
export type Value = number | string | boolean | null
export type SheetCells = ReadonlyMap<string, { readonly value: Value; readonly formula?: string | undefined }>
/** Sheets by their name, cells by row and column from 0: `3,1`. */
export type Workbook = ReadonlyMap<string, SheetCells>

type Term = Value | Value[]

const token =
  /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|(?:'((?:[^']|'')+)'!)?(\$?[A-Z]{1,2}\$?\d+)(?::(\$?[A-Z]{1,2}\$?\d+))?(?![A-Z(])|([A-Z]+)(?=\()|(<=|>=|<>|[-+*/(),<>=]))/y

type Token = { readonly sign?: string; readonly name?: string; readonly term?: () => Term }

/** A function that gives the value of a cell, following its formula wherever it leads. */
export function sheetValues(workbook: Workbook): (sheet: string, place: string) => Value {
  const known = new Map<string, Value>()
  function cell(sheet: string, place: string): Value {
    const key = `${sheet}!${place}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = workbook.get(sheet)?.get(place)
    const value = found?.formula === undefined ? (found?.value ?? null) : single(evaluate(found.formula, sheet))
    known.set(key, value)
    return value
  }
  function evaluate(formula: string, sheet: string): Term {
    const tokens = tokensOf(formula, sheet)
    let next = 0
    const sign = (...signs: string[]) => signs.includes(tokens[next]?.sign ?? '')
    const comparison = (): Term => {
      let left = sum()
      while (sign('<=', '>=', '<>', '<', '>', '=')) {
        const by = tokens[next++]?.sign ?? ''
        left = compare(by, single(left), single(sum()))
      }
      return left
    }
    const sum = (): Term => chain(product, ['+', '-'])
    const product = (): Term => chain(unary, ['*', '/'])
    const chain = (part: () => Term, signs: string[]): Term => {
      let left = part()
      while (sign(...signs)) {
        const by = tokens[next++]?.sign ?? ''
        const [one, other] = [number(single(left)), number(single(part()))]
        left = by === '+' ? one + other : by === '-' ? one - other : by === '*' ? one * other : one / other
      }
      return left
    }
    const unary = (): Term => {
      if (!sign('-')) return primary()
      next++
      return -number(single(primary()))
    }
    const primary = (): Term => {
      const here = tokens[next++]
      if (here?.term) return here.term()
      if (here?.name !== undefined) {
        next++
        const given: Term[] = []
        while (!sign(')')) {
          given.push(comparison())
          if (sign(',')) next++
        }
        next++
        return call(here.name, given)
      }
      if (here?.sign !== '(') throw new Error(`cannot read ${formula}`)
      const inside = comparison()
      next++
      return inside
    }
    return comparison()
  }
  function tokensOf(formula: string, sheet: string): Token[] {
    const tokens: Token[] = []
    for (token.lastIndex = 0; token.lastIndex < formula.length;) {
      const found = token.exec(formula)
      if (!found) throw new Error(`cannot read ${formula}`)
      const [, digits, words, other, from, to, name, sign] = found
      const of = other?.replaceAll("''", "'") ?? sheet
      if (digits !== undefined) tokens.push({ term: () => Number(digits) })
      else if (words !== undefined) tokens.push({ term: () => words })
      else if (from !== undefined)
        tokens.push({ term: () => (to === undefined ? cell(of, placeOf(from)) : range(of, from, to)) })
      else if (name !== undefined) tokens.push({ name })
      else tokens.push({ sign: sign ?? '' })
    }
    return tokens
  }
  function range(sheet: string, from: string, to: string): Value[] {
    const [[top, left], [bottom, right]] = [pointOf(from), pointOf(to)]
    const values: Value[] = []
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) values.push(cell(sheet, `${row},${column}`))
    return values
  }
  return cell
}

function pointOf(reference: string): readonly [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(reference.replaceAll('$', '')) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return [Number(digits) - 1, column]
}

const placeOf = (reference: string) => pointOf(reference).join(',')
const single = (term: Term): Value => (Array.isArray(term) ? (term[0] ?? null) : term)
const listOf = (term: Term | undefined): Value[] => [term ?? null].flat() as Value[]
const number = (value: Value): number => (typeof value === 'number' ? value : Number(value ?? 0))

function compare(by: string, one: Value, other: Value): boolean {
  const [left, right] = [number(one), number(other)]
  if (by === '=') return one === other
  if (by === '<>') return one !== other
  return by === '<' ? left < right : by === '>' ? left > right : by === '<=' ? left <= right : left >= right
}

/** Half away from zero, as spreadsheets round; a hair is added for what binary fractions cannot hold. */
function rounded(value: number, digits: number, way: (value: number) => number): number {
  const scale = 10 ** digits
  const size = Math.abs(value) * scale
  return (Math.sign(value) * way(size + (way === Math.round ? 1e-9 * Math.max(1, size / 1e6) : -1e-9))) / scale
}

function call(name: string, given: readonly Term[]): Term {
  const [first, second, third] = given
  const value = (term: Term | undefined) => number(single(term ?? null))
  const numbers = (term: Term | undefined) => listOf(term).filter((each) => typeof each === 'number') as number[]
  switch (name) {
    case 'IF':
      return (single(first ?? null) ? second : third) ?? null
    case 'AND':
      return given.every((each) => Boolean(single(each)))
    case 'ROUND':
      return rounded(value(first), value(second), Math.round)
    case 'ROUNDUP':
      return rounded(value(first), value(second), Math.ceil)
    case 'MOD':
      return ((value(first) % value(second)) + value(second)) % value(second)
    case 'SUM':
      return given.flatMap(numbers).reduce((sum, each) => sum + each, 0)
    case 'MIN':
      return Math.min(...given.flatMap(numbers))
    case 'MAX':
      return Math.max(...given.flatMap(numbers))
    case 'INDEX':
      return listOf(first)[value(second) - 1] ?? '#N/A'
    case 'MATCH':
      return listOf(second).indexOf(single(first ?? null)) + 1 || '#N/A'
    case 'SUMIF': {
      const amounts = listOf(third)
      return listOf(first).reduce<number>(
        (sum, each, at) => (each === single(second ?? null) ? sum + number(amounts[at] ?? 0) : sum),
        0,
      )
    }
    case 'ISNUMBER':
      return typeof single(first ?? null) === 'number'
    case 'IFERROR': {
      const found = single(first ?? null)
      return found === '#N/A' || (typeof found === 'number' && Number.isNaN(found)) ? (second ?? null) : found
    }
    default:
      throw new Error(`no function ${name}`)
  }
}
