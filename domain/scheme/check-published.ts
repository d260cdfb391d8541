import { addDays } from '../calendar.ts'
import type { Report } from './problem.ts'
import type { Edition, Scheme } from './scheme.ts'

/** What a new file must go with: an edition that is published, with the lock over its content. */
export type PublishedEdition = {
  readonly scheme: string
  readonly edition: string
  readonly country: string
  readonly currency: string
  readonly from: string
  readonly to?: string | undefined
  readonly lock: string
}

export type Published = {
  readonly editions: readonly PublishedEdition[]
  /** The lock of an edition: the same for the same content, whatever its end. */
  lockOf(edition: Edition): string
}

/**
 * A published edition stays as it is and nothing overlaps it. One that was published without an end runs until the day
 * before the next one begins, and may be given that day as its `to`.
 */
export function checkPublished(scheme: Scheme, { editions, lockOf }: Published, report: Report): void {
  const published = editions.filter((each) => each.scheme === scheme.scheme)
  const [any] = published
  if (!any) return
  for (const key of ['country', 'currency'] as const)
    if (scheme[key] !== any[key])
      report({ path: [key], code: 'not-the-same-scheme', facts: { word: scheme[key] }, suggestion: any[key] })
  scheme.editions.forEach((edition, index) => {
    const path = ['editions', index]
    const facts = { edition: edition.edition }
    const same = published.find((each) => each.edition === edition.edition)
    if (same && lockOf(edition) !== same.lock)
      report({ path: [...path, 'edition'], code: 'published-edition-changed', facts })
    else if (same && edition.to !== same.to && !isEndedByNext(edition, same, scheme.editions))
      report({ path: [...path, 'to'], code: 'published-end-changed', facts })
    const other = same ? undefined : published.find((each) => overlap(edition, each))
    if (!other) return
    const isEarlier = edition.from < other.from
    const overlapping = { ...facts, other: other.edition, from: other.from, to: other.to ?? other.from }
    report({
      path: [...path, isEarlier && edition.to !== undefined ? 'to' : 'from'],
      code: isEarlier ? 'runs-into-published' : 'overlaps-published',
      facts: overlapping,
      suggestion: isEarlier ? `to: ${addDays(other.from, -1)}` : `from: ${addDays(overlapping.to, 1)}`,
    })
  })
  if (scheme.editions.every(({ edition }) => published.some((each) => each.edition === edition)))
    report({ path: ['editions'], code: 'nothing-new', facts: {} })
}

function isEndedByNext({ from, to }: Edition, published: PublishedEdition, all: readonly Edition[]): boolean {
  const next = all.map((each) => each.from).filter((each) => each > from)
  return published.to === undefined && to !== undefined && next.includes(addDays(to, 1))
}

function overlap(edition: Edition, { from, to }: PublishedEdition): boolean {
  if (edition.from < from) return (edition.to ?? '9999-12-31') >= from
  return edition.from === from || (to !== undefined && to >= edition.from)
}
