/** Templates of projects, one data file per activity in catalogue/activities. */
import * as z from 'zod/mini'

import { minorUnits } from '../money.ts'
import { sectorNames } from '../sectors.ts'
import type { UsualPrice } from './check.ts'
import { priceItems, priceUnits } from './price.ts'
import type { Figure, Project } from './project.ts'
import { horizon, lineName, newProject, payers } from './project.ts'
import { projectResult } from './result.ts'

const phrase = z.string().check(z.minLength(1), z.maxLength(400))
const text = z.strictObject({ fr: phrase, en: phrase, ar: phrase })
const code = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/))
const month = (least: number) => z.int().check(z.minimum(least), z.maximum(horizon))

/** Units, or a formula of the lines before it. */
const quantity = z.union([z.number().check(z.nonnegative()), z.string().check(z.minLength(1), z.maxLength(200))])
const shared = { line: lineName, item: code, unit: code, quantity }

export const activitySchema = z.strictObject({
  activity: code,
  sector: z.string().check(z.refine((id) => id in sectorNames)),
  /** Where the quantities come from. `assumption`: the authors' plausible defaults, which nobody has measured. */
  source: z.enum(['assumption', 'document']),
  title: text,
  summary: text,
  /** Too many when more than `starts` began in one region within `months`. */
  saturation: z.strictObject({ starts: z.int().check(z.minimum(1)), months: z.int().check(z.minimum(1)) }),
  investments: z.array(z.strictObject({ ...shared, payer: z.enum(payers), month: month(0) })),
  sales: z.array(
    z.strictObject({
      ...shared,
      from: month(1),
      seasons: z.array(z.int().check(z.nonnegative(), z.maximum(1000))).check(z.length(12)),
    }),
  ),
  variableCosts: z.array(z.strictObject({ ...shared, per: lineName })),
  fixedCosts: z.array(z.strictObject({ ...shared, from: month(1) })),
  legal: z.array(
    z.strictObject({
      step: code,
      title: text,
      /** By country, what a source says; a country that is not here is `unknown`. */
      countries: z.record(
        z.string().check(z.regex(/^[A-Z]{2}$/)),
        z.strictObject({ needed: z.boolean(), cost: z.optional(z.int().check(z.nonnegative())), source: phrase }),
      ),
    }),
  ),
  questions: z.array(text).check(z.minLength(1)),
  risks: z.array(text).check(z.minLength(1)),
})

export type Activity = z.infer<typeof activitySchema>

/**
 * What is wrong in an activity's file beyond its shape, in plain words for whoever reviews it: items and units that the
 * price book does not know, and lines that a project cannot compute with.
 */
export function activityFaults(activity: Activity): string[] {
  const faults = templateLines(activity).flatMap(({ line, item, unit }) => {
    const known = priceItems[item]
    if (!known) return [`${line}: no item ${item}`]
    if (!(unit in priceUnits)) return [`${line}: no unit ${unit}`]
    return known.units.includes(unit) ? [] : [`${line}: ${item} is not counted in ${unit}`]
  })
  for (const { line, per } of activity.variableCosts)
    if (!activity.sales.some((sale) => sale.line === per)) faults.push(`${line}: nothing is sold as ${per}`)
  const start = { country: 'CM', region: null, currency: 'XAF', firstMonth: '2026-01', language: 'fr' } as const
  const result = projectResult(projectFrom(activity, start, []))
  return result.refused ? [...faults, `${result.field}: ${result.code}`] : faults
}

type TemplateLine = Activity['investments'][number] | Activity['sales'][number] | Activity['fixedCosts'][number]

function templateLines({ investments, sales, variableCosts, fixedCosts }: Activity): Omit<TemplateLine, 'from'>[] {
  return [...investments, ...sales, ...variableCosts, ...fixedCosts] as never
}

export type Start = Pick<Project, 'country' | 'region' | 'currency' | 'firstMonth'> & {
  readonly language: 'fr' | 'en' | 'ar'
}

/**
 * A project begun from a template: quantities as the file has them, prices from the price book where it knows the item in
 * that unit and currency, else zero, which the adviser fills; a price that nobody has paid yet stays an assumption. Nothing is judged and no money is entered.
 */
export function projectFrom(activity: Activity, start: Start, prices: readonly UsualPrice[]): Project {
  const { language, country, currency } = start
  const known = (item: string, unit: string) =>
    prices.find((each) => each.item === item && each.unit === unit && each.currency === currency)
  const line = <L extends Omit<TemplateLine, 'from'>>({ quantity, ...rest }: L) => ({
    ...rest,
    title: priceItems[rest.item]?.[language] ?? rest.item,
    quantity: figureOf(quantity),
    price: known(rest.item, rest.unit)?.median ?? 0,
    source: (known(rest.item, rest.unit)?.assumed ?? true) ? ('assumption' as const) : ('price-book' as const),
  })
  return {
    ...newProject({ ...start, activity: activity.activity }),
    language,
    legal: activity.legal.map(({ step, title, countries }) => {
      const said = countries[country]
      const state = said === undefined ? 'unknown' : said.needed ? 'to-do' : 'not-needed'
      return { step, title: title[language], state, cost: said?.cost ?? null } as const
    }),
    investments: activity.investments.map(line),
    sales: activity.sales.map(line),
    variableCosts: activity.variableCosts.map(line),
    fixedCosts: activity.fixedCosts.map(line),
  } as Project
}

function figureOf(quantity: number | string): Figure {
  return typeof quantity === 'string' ? { formula: quantity } : Math.round(quantity * 1000)
}

const starting = z.strictObject({
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  sources: z.record(code, z.strictObject({ title: text, certainty: z.enum(['document', 'assumption']) })),
  prices: z.array(
    z.strictObject({
      region: z.optional(z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/))),
      activity: z.optional(code),
      item: code,
      unit: code,
      /** Whole units of the currency, with its decimals. */
      price: z.number().check(z.positive()),
      date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
      source: code,
    }),
  ),
})

/** A file of catalogue/prices: what things cost in a country, each with where that is known from. */
export const priceFileSchema = starting
export type PriceFile = z.infer<typeof priceFileSchema>

/** What is wrong in a price file beyond its shape. */
export function priceFaults({ currency, sources, prices }: PriceFile): string[] {
  return prices.flatMap(({ item, unit, source, price }) => {
    const wrong = [
      !(item in priceItems) && `no item ${item}`,
      !(unit in priceUnits) && `no unit ${unit}`,
      !(source in sources) && `${item}: no source ${source}`,
      !Number.isInteger(Math.round(price * 10 ** minorUnits(currency) * 1e6) / 1e6) &&
        `${item}: more decimals than ${currency} has`,
    ]
    return wrong.filter((each) => each !== false)
  })
}
