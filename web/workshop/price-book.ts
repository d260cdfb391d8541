import { useQuery } from '@tanstack/react-query'
import { createContext, use, useMemo } from 'react'

import { formatAmount } from '#domain/money.ts'
import { priceItems, priceUnits } from '#domain/project/price.ts'
import type { ProjectLine } from '#domain/project/project.ts'

import { reading } from '../api.ts'
import { useText, type Text } from '../i18n.ts'
import { formatDay, readableAmount } from '../locale.ts'
import type { Offered } from './AddLine.tsx'
import type { LinePart } from './edit.ts'

/** What the price book says of one item in one unit, minor units of the currency. */
export type PriceRow = {
  readonly item: string
  readonly unit: string
  readonly currency: string
  readonly median: number
  readonly low: number
  readonly high: number
  readonly count: number
  /** The last day on which one of them was paid. */
  readonly until: string
  /** True while nobody has paid it yet: an assumption that wants checking. */
  readonly assumed: boolean
}

type Usual = PriceRow & {
  /** Where it is known from, in words: `14 prices, until March 2026`. */
  readonly from: string
  /** What a line says of a price taken from here. */
  readonly source: 'price-book' | 'assumption'
}

export type PriceBook = {
  readonly rows: readonly PriceRow[]
  /** What can be added from it, by name. */
  readonly offers: readonly Offered[]
  /** A line as the book offers it. */
  readonly lineFor: (offer: string) => LinePart
  /** What the book knows of a line, if it is one of its items in one of its units. */
  readonly priceOf: (line: ProjectLine) => Usual | undefined
}

export const PriceBookContext = createContext<PriceBook | undefined>(undefined)

export function usePriceBook(): PriceBook {
  const book = use(PriceBookContext)
  if (book === undefined) throw new Error('no price book around this')
  return book
}

const noRows: readonly PriceRow[] = []
const hour = 3_600_000

/** The price book of a country, nearest region first; kept as long as the page is open, also where the network ends. */
export function usePrices(country: string, region: string | null): PriceBook {
  const text = useText()
  const { data } = useQuery({
    ...reading<{ rows: readonly PriceRow[] }>(
      `/api/prices?country=${country}${region === null ? '' : `&region=${region}`}`,
    ),
    staleTime: hour,
    gcTime: Infinity,
  })
  const rows = data?.rows ?? noRows
  return useMemo(() => bookOf(rows, text), [rows, text])
}

function bookOf(rows: readonly PriceRow[], text: Text): PriceBook {
  const byOffer = new Map(rows.map((row) => [`${row.item} ${row.unit}`, row]))
  const titleOf = (item: string): string => priceItems[item]?.[text.language] ?? item
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
      const row = line.item === undefined ? undefined : byOffer.get(`${line.item} ${line.unit}`)
      return row && { ...row, from: fromOf(row, text), source: sourceOf(row) }
    },
  }
}

function sourceOf({ assumed }: PriceRow): Usual['source'] {
  return assumed ? 'assumption' : 'price-book'
}

/** `17,000 FCFA a bag of 50 kg`. */
function helpOf(row: PriceRow, text: Text): string {
  const amount = readableAmount(formatAmount({ amount: row.median, currency: row.currency }, text.locale))
  return `${amount} · ${priceUnits[row.unit]?.[text.language] ?? row.unit} · ${fromOf(row, text)}`
}

function fromOf({ assumed, count, until }: PriceRow, text: Text): string {
  if (assumed) return text('workshop.price-assumed')
  const month = text('workshop.price-until', { month: formatDay(until.slice(0, 7), text.locale, 'short') })
  return `${text('workshop.price-count', { count })}, ${month}`
}
