import { canonicalJson } from '../canonical.ts'
import type { Edition, Text } from './scheme.ts'

/**
 * Where something stands in an edition: a named thing of a list (`step` with its id and title), or a key (`deadline`)
 * with neither.
 */
export type Place = { readonly part: string; readonly id: string | null; readonly title: Text | null }

/**
 * One thing that is not the same in two editions: `added` and `removed` name a thing of a list with all it holds;
 * `changed` holds the two values of one key, undefined where it is not given; `moved` says in which stage a thing stood
 * and stands; `reordered` holds the ids of the things that both editions have, in either order.
 */
export type Difference = {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'reordered'
  /** From the outside in; what differs is the last one. */
  readonly where: readonly Place[]
  readonly before: unknown
  readonly after: unknown
}

/** What differs from one edition to another, in the order of the later one; nothing when they say the same. */
export function differences(before: Edition, after: Edition): readonly Difference[] {
  return withMoves(partsDiffering(before, after, []))
}

type Part = Readonly<Record<string, unknown>>

function partsDiffering(before: Part, after: Part, where: readonly Place[]): Difference[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return keys.flatMap((key) => valuesDiffering(key, before[key], after[key], where))
}

function valuesDiffering(key: string, before: unknown, after: unknown, where: readonly Place[]): Difference[] {
  if (canonicalJson(before) === canonicalJson(after)) return []
  const id = idKeyOf(key)
  const [had, has] = [before ?? [], after ?? []]
  if (isListOf(id, had) && isListOf(id, has)) return listsDiffering(id, had, has, where)
  const here = [...where, { part: key, id: null, title: null }]
  const isBranch = isPart(before) && isPart(after) && !isWhole(before, after)
  return isBranch ? partsDiffering(before, after, here) : [{ kind: 'changed', where: here, before, after }]
}

function listsDiffering(
  id: string,
  before: readonly Part[],
  after: readonly Part[],
  where: readonly Place[],
): Difference[] {
  const had = new Map(before.map((each) => [each[id], each]))
  const has = new Map(after.map((each) => [each[id], each]))
  const at = (each: Part) => [...where, placeOf(id, each)]
  const kept = (list: readonly Part[], other: ReadonlyMap<unknown, Part>) =>
    list.map((each) => each[id]).filter((each) => other.has(each))
  const [orderBefore, orderAfter] = [kept(before, has), kept(after, had)]
  return [
    ...after.flatMap((each): Difference[] => {
      const earlier = had.get(each[id])
      if (earlier) return partsDiffering(earlier, each, at(each))
      return [{ kind: 'added', where: at(each), before: undefined, after: each }]
    }),
    ...before
      .filter((each) => !has.has(each[id]))
      .map((each): Difference => ({ kind: 'removed', where: at(each), before: each, after: undefined })),
    ...(canonicalJson(orderBefore) === canonicalJson(orderAfter)
      ? []
      : [reordered([...where, { part: id, id: null, title: null }], orderBefore, orderAfter)]),
  ]
}

function reordered(where: readonly Place[], before: readonly unknown[], after: readonly unknown[]): Difference {
  return { kind: 'reordered', where, before, after }
}

/** What was taken away in one place and stands in another was moved; what changed on it meanwhile is said as well. */
function withMoves(found: readonly Difference[]): readonly Difference[] {
  const removed = new Map(found.filter(({ kind }) => kind === 'removed').map((each) => [keyOf(each), each]))
  const added = new Set(found.filter(({ kind }) => kind === 'added').map(keyOf))
  return found.flatMap((each) => {
    if (each.kind === 'removed' && added.has(keyOf(each))) return []
    const earlier = each.kind === 'added' ? removed.get(keyOf(each)) : undefined
    if (!earlier) return [each]
    const move: Difference = { ...each, kind: 'moved', before: earlier.where.at(-2), after: each.where.at(-2) }
    return [move, ...partsDiffering(earlier.before as Part, each.after as Part, each.where)]
  })
}

function keyOf({ where }: Difference): string {
  const last = where.at(-1)
  return `${where[0]?.part} ${last?.part} ${last?.id}`
}

/** The key that names the things of a list: mostly its singular. */
const namedOtherwise: Readonly<Record<string, string>> = {
  journey: 'stage',
  expertise: 'expertise',
  criteria: 'criterion',
  consents: 'purpose',
  closures: 'name',
  rates: 'from',
}

function idKeyOf(list: string): string {
  return namedOtherwise[list] ?? list.replace(/s$/, '')
}

/** A list all of whose things are named, each by a name of its own; a list that is not there has no things. */
function isListOf(id: string, value: unknown): value is readonly Part[] {
  if (!Array.isArray(value)) return false
  const ids = value.map((each: unknown) => (isPart(each) ? each[id] : undefined))
  return ids.every((each) => typeof each === 'string') && new Set(ids).size === ids.length
}

function placeOf(id: string, thing: Part): Place {
  const text = thing['title'] ?? thing['ask'] ?? thing['subject']
  return { part: id, id: String(thing[id]), title: isText(text) ? text : null }
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text and a length of time are one value, half of which says nothing; the source of a length is another. */
function isWhole(before: Part, after: Part): boolean {
  if (isText(before) || isText(after)) return true
  return 'within' in before && 'within' in after && !sameTime(before, after)
}

function sameTime(before: Part, after: Part): boolean {
  return ['within', 'unit', 'after'].every((key) => before[key] === after[key])
}

export function isText(value: unknown): value is Text {
  return isPart(value) && typeof value['fr'] === 'string' && typeof value['ar'] === 'string'
}
