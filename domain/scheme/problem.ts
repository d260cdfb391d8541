import type { LineCounter } from 'yaml'
import { isCollection, isMap, isScalar } from 'yaml'
import type { Document } from 'yaml'

export type Path = readonly (string | number)[]

/** What is wrong before anybody knows where it stands in the file. */
export type Finding = {
  readonly path: Path
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  /** The nearest word that would be right. */
  readonly suggestion?: string
  /** The problem is the key at the end of the path, not its value. */
  readonly atKey?: boolean
}

/** One problem of a scheme file: line and column from 1, a code that is also its translation key, and its facts. */
export type Problem = {
  readonly line: number
  readonly column: number
  readonly path: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly suggestion?: string
}

/** Collects findings of one kind of check. */
export type Report = (finding: Finding) => void

export function located(finding: Finding, document: Document, lines: LineCounter): Problem {
  const { line, col } = lines.linePos(offsetOf(document, finding))
  const { code, facts, suggestion } = finding
  const place = { line, column: col, path: finding.path.join('.'), code, facts }
  return suggestion === undefined ? place : { ...place, suggestion }
}

/** Where the value (or key) begins; what is missing is shown at the nearest thing that is there. */
function offsetOf(document: Document, { path, atKey }: Finding): number {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length)
    const exact = length === path.length && !atKey ? rangeStart(document.getIn(part, true)) : undefined
    const offset = exact ?? keyStart(document, part) ?? rangeStart(document.getIn(part, true))
    if (offset !== undefined) return offset
  }
  return rangeStart(document.contents) ?? 0
}

function rangeStart(node: unknown): number | undefined {
  return isCollection(node) || isScalar(node) ? node.range?.[0] : undefined
}

function keyStart(document: Document, path: Path): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
  return rangeStart(pair?.key)
}

/** The known word that was probably meant: the nearest one, else one that begins like it; undefined when none does. */
export function nearest(word: string, known: ReadonlySet<string> | readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best ?? (word.length < 4 ? undefined : [...known].find((candidate) => candidate.startsWith(word)))
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? 0
}
