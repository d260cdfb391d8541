/**
 * Formulas of lines: numbers, names of lines, + - * / and parentheses. Nothing else, so nothing can be smuggled in.
 * Written here because the small expression libraries compute in floating point, and money may not.
 */
import { normalDigits } from '../money.ts'

export type FigureKind = 'quantity' | 'price'
/** The figure of a line that a formula asks for, as `hens.quantity`. */
export type FigureKey = `${string}.${FigureKind}`

/** An exact number: `top / bottom`, the bottom above zero. */
export type Ratio = { readonly top: bigint; readonly bottom: bigint }

type Node =
  | { readonly number: Ratio }
  | { readonly figure: FigureKey }
  | { readonly sign: '+' | '-' | '*' | '/'; readonly left: Node; readonly right: Node }

export type Formula = { readonly node: Node; readonly asks: readonly FigureKey[] }

const token = /\s*(?:(\d+(?:[.,]\d+)?)|([a-z][a-z0-9_]*)(?:\.(quantity|price))?|([-+*/()]))/y

type Token = { readonly text: string; readonly at: number; readonly node?: Node }

/** Reads a formula; a name without its kind stands for the kind that the formula is for. Else where it is not understood. */
export function readFormula(text: string, kind: FigureKind): Formula | { readonly at: number } {
  const tokens = tokensOf(normalDigits(text).toLowerCase().replaceAll('×', '*').replaceAll('÷', '/'), kind)
  if ('at' in tokens) return tokens
  const { list } = tokens
  let next = 0
  let wrong: number | undefined
  const peek = (): Token | undefined => list[next]
  const isSign = (...signs: string[]) => signs.includes(peek()?.text ?? '')
  const fail = (): Node => {
    wrong ??= peek()?.at ?? text.length
    next = list.length
    return { number: { top: 0n, bottom: 1n } }
  }
  function chain(signs: readonly ('+' | '-' | '*' | '/')[], part: () => Node): Node {
    let left = part()
    while (isSign(...signs)) {
      const sign = list[next++]?.text as '+'
      left = { sign, left, right: part() }
    }
    return left
  }
  const sum = (): Node => chain(['+', '-'], product)
  const product = (): Node => chain(['*', '/'], single)
  function single(): Node {
    const here = list[next]
    if (here?.node) {
      next++
      return here.node
    }
    if (here?.text !== '(') return fail()
    next++
    const inside = sum()
    if (!isSign(')')) return fail()
    next++
    return inside
  }
  const node = sum()
  if (next < list.length) fail()
  return wrong === undefined ? { node, asks: [...new Set(asksOf(node))] } : { at: wrong }
}

function tokensOf(text: string, kind: FigureKind): { readonly list: Token[] } | { readonly at: number } {
  const list: Token[] = []
  token.lastIndex = 0
  const end = text.trimEnd().length
  for (let at = 0; at < end; at = token.lastIndex) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) return { at }
    const [whole, number, name, of, sign] = found
    if (number !== undefined) list.push({ text: whole, at, node: { number: ratioOf(number) } })
    else if (name !== undefined)
      list.push({ text: whole, at, node: { figure: `${name}.${(of ?? kind) as FigureKind}` } })
    else list.push({ text: sign ?? '', at })
  }
  return { list }
}

function ratioOf(text: string): Ratio {
  const [whole = '0', decimals = ''] = text.split(/[.,]/)
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) }
}

function asksOf(node: Node): FigureKey[] {
  if ('figure' in node) return [node.figure]
  return 'sign' in node ? [...asksOf(node.left), ...asksOf(node.right)] : []
}

/** The value, exact; undefined when it divides by zero. */
export function valueOf({ node }: Formula, figure: (key: FigureKey) => Ratio): Ratio | undefined {
  return worth(node, figure)
}

function worth(node: Node, figure: (key: FigureKey) => Ratio): Ratio | undefined {
  if ('number' in node) return node.number
  if ('figure' in node) return figure(node.figure)
  const left = worth(node.left, figure)
  const right = worth(node.right, figure)
  if (!left || !right) return undefined
  switch (node.sign) {
    case '+':
      return { top: left.top * right.bottom + right.top * left.bottom, bottom: left.bottom * right.bottom }
    case '-':
      return { top: left.top * right.bottom - right.top * left.bottom, bottom: left.bottom * right.bottom }
    case '*':
      return { top: left.top * right.top, bottom: left.bottom * right.bottom }
    case '/':
      return divided(left, right)
  }
}

function divided(left: Ratio, right: Ratio): Ratio | undefined {
  if (right.top === 0n) return undefined
  const sign = right.top < 0n ? -1n : 1n
  return { top: sign * left.top * right.bottom, bottom: sign * left.bottom * right.top }
}

/** The formula as a spreadsheet writes it, each figure by its cell. */
export function writtenFormula({ node }: Formula, cell: (key: FigureKey) => string): string {
  return written(node, cell)
}

function written(node: Node, cell: (key: FigureKey) => string): string {
  if ('figure' in node) return cell(node.figure)
  if ('number' in node) {
    const { top, bottom } = node.number
    return bottom === 1n ? String(top) : `(${top}/${bottom})`
  }
  return `(${written(node.left, cell)}${node.sign}${written(node.right, cell)})`
}

/**
 * Whether the value never falls when one of these figures rises, none of them being below zero: they stand where they are
 * added, multiplied or divided, never subtracted or divided by, and nothing is subtracted in what they are multiplied with.
 */
export function risesWith({ node }: Formula, figures: (key: FigureKey) => boolean): boolean {
  return rises(node, figures)
}

function rises(node: Node, figures: (key: FigureKey) => boolean): boolean {
  if (!('sign' in node) || !asksOf(node).some(figures)) return true
  const { sign, left, right } = node
  if (!rises(left, figures) || !rises(right, figures)) return false
  if (sign === '+') return true
  if (sign === '*') return !subtracts(left) && !subtracts(right)
  if (asksOf(right).some(figures)) return false
  return sign === '-' || !subtracts(right)
}

function subtracts(node: Node): boolean {
  return 'sign' in node && (node.sign === '-' || subtracts(node.left) || subtracts(node.right))
}
