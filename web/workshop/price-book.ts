import { useQuery } from '@tanstack/react-query'
import { createContext, use, useMemo } from 'react'

import type { PriceAnswer } from '#contract/project-answers.ts'
import { formatAmount } from '#domain/money.ts'
import { priceItems, priceUnits } from '#domain/project/price.ts'
import type { ProjectLine } from '#domain/project/project.ts'

import { call, ProblemError } from '../api.ts'
import { useText, type Text } from '../i18n.ts'
import { formatDay, readableAmount } from '../locale.ts'
import { bare } from '../ui/letters.ts'
import type { Offered } from './AddLine.tsx'
import type { LinePart } from './edit.ts'

type Usual = PriceAnswer & {
  /** Where it is known from, in words: `14 prices, until March 2026`. */
  readonly from: string
  /** What a line says of a price taken from here. */
  readonly source: 'price-book' | 'assumption'
}

export type PriceBook = {
  /** False while it is being read: a project begun then would have no prices. */
  readonly isRead: boolean
  readonly rows: readonly PriceAnswer[]
  /** What can be added from it, by name. */
  readonly offers: readonly Offered[]
  /** A line as the book offers it. */
  readonly lineFor: (offer: string) => LinePart
  /** What the book knows of a line, if it is, or is called like, one of its items in one of its units. */
  readonly priceOf: (line: ProjectLine) => Usual | undefined
}

export const PriceBookContext = createContext<PriceBook | undefined>(undefined)

export function usePriceBook(): PriceBook {
  const book = use(PriceBookContext)
  if (book === undefined) throw new Error('no price book around this')
  return book
}

const noRows: readonly PriceAnswer[] = []
const hour = 3_600_000

/** The price book of a country, nearest region first; kept as long as the page is open, also where the network ends. */
export function usePrices(country: string, region: string | null): PriceBook {
  const text = useText()
  const place = `country=${country}${region === null ? '' : `&region=${region}`}`
  const { data, isError, isPaused } = useQuery({
    queryKey: ['/api/prices', place],
    queryFn: ({ signal }) => allPrices(place, signal),
    staleTime: hour,
    gcTime: Infinity,
  })
  const rows = data ?? noRows
  const isRead = data !== undefined || isError || isPaused
  return useMemo(() => ({ ...bookOf(rows, text), isRead }), [rows, text, isRead])
}

/** Every page of it: one country's things are a few hundred. */
async function allPrices(place: string, signal: AbortSignal): Promise<readonly PriceAnswer[]> {
  const rows: PriceAnswer[] = []
  let after = ''
  for (;;) {
    const answer = await call<Page>('GET', `/api/prices?${place}${after}`, undefined, signal)
    if (!answer.ok) throw new ProblemError(answer.problem)
    rows.push(...answer.value.rows)
    if (answer.value.next === null) return rows
    after = `&after=${encodeURIComponent(answer.value.next)}`
  }
}

type Page = { readonly rows: readonly PriceAnswer[]; readonly next: string | null }

function bookOf(rows: readonly PriceAnswer[], text: Text): Omit<PriceBook, 'isRead'> {
  const byOffer = new Map(rows.map((row) => [`${row.item} ${row.unit}`, row]))
  const titleOf = (item: string): string => priceItems[item]?.[text.language] ?? item
  const byTitle = new Map(rows.map(({ item }) => [bare(titleOf(item)), item]))
  const offers = [...byOffer].map(([id, row]) => ({ id, title: titleOf(row.item), help: helpOf(row, text) }))
  return {
    rows,
    offers: offers.toSorted((one, other) => one.title.localeCompare(other.title, text.locale)),
    lineFor(offer) {
      const row = byOffer.get(offer)
      if (!row) return {}
      const { item, unit, median } = row
      return { item, unit, price: median, title: titleOf(item), source: sourceOf(row) }
    },
    priceOf(line) {
      const item = line.item ?? byTitle.get(bare(line.title))
      const row =
        byOffer.get(`${item} ${line.unit}`) ?? (line.unit === '' ? rows.find((each) => each.item === item) : undefined)
      return row && { ...row, from: fromOf(row, text), source: sourceOf(row) }
    },
  }
}

function sourceOf({ assumed }: PriceAnswer): Usual['source'] {
  return assumed ? 'assumption' : 'price-book'
}

/** `17,000 FCFA a bag of 50 kg`. */
function helpOf(row: PriceAnswer, text: Text): string {
  const amount = readableAmount(formatAmount({ amount: row.median, currency: row.currency }, text.locale))
  return `${amount} · ${priceUnits[row.unit]?.[text.language] ?? row.unit} · ${fromOf(row, text)}`
}

function fromOf({ assumed, count, newest }: PriceAnswer, text: Text): string {
  if (assumed) return text('workshop.price-assumed')
  const month = text('workshop.price-until', { month: formatDay(newest.slice(0, 7), text.locale, 'short') })
  return `${text('workshop.price-count', { count })}${text.direction === 'rtl' ? '، ' : ', '}${month}`
}
