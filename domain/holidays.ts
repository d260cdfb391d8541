/**
 * Public holidays of a country as data: fixed days, days counted from Easter, and days that somebody announces each
 * year. An announced day with no known date stays unknown: deadlines then fall on the cautious side and say so.
 */
import * as z from 'zod/mini'
import { addDays, compareDates, daysBetween, dayOfWeek, plainDate, plainDateSchema } from './calendar.ts'
import type { PlainDate, WorkingCalendar } from './calendar.ts'

const titleSchema = z.strictObject({ fr: z.string(), en: z.string(), ar: z.string() })
const monthDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

/**
 * `on`: the same MM-DD each year (`since`, `until` bound the years). `easter`: days after Easter Sunday of the Western
 * churches (-2 Good Friday, 39 Ascension). `announced`: dates published so far, or unknown. `certainty` says how we
 * know that the day is a public holiday; `source` where it can be read, or unknown.
 */
export const holidaySchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  title: titleSchema,
  rule: z.union([
    z.strictObject({ on: monthDay, since: z.optional(z.int()), until: z.optional(z.int()) }),
    z.strictObject({ easter: z.int() }),
    z.strictObject({ announced: z.union([z.literal('unknown'), z.array(plainDateSchema)]) }),
  ]),
  certainty: z.enum(['official', 'general-knowledge', 'unknown']),
  source: z.string(),
})

const isoDay = z.int().check(z.gte(1), z.lte(7))
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const word = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/))
const spanSchema = z.strictObject({ from: plainDateSchema, until: plainDateSchema })
const openingSchema = z.strictObject({ days: z.array(isoDay), opens: time, closes: time })

/**
 * A time of the year in which public offices open for fewer hours: `during` names the period (`ramadan`), `hours` say by
 * weekday from when to when. `announced` are the days that the country itself announced; they stand instead of the
 * estimated ones.
 */
const shorterSchema = z.strictObject({
  during: word,
  hours: z.array(openingSchema).check(z.minLength(1)),
  announced: z.optional(z.array(z.strictObject({ ...spanSchema.shape, source: z.string() }))),
  certainty: z.enum(['official', 'press', 'general-knowledge']),
  source: z.string(),
})

/** One country's file; `weekend` in ISO days (Monday 1, Sunday 7). */
export const holidayCalendarSchema = z.strictObject({
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  weekend: z.array(isoDay).check(z.maxLength(6)),
  note: z.optional(titleSchema),
  holidays: z.array(holidaySchema),
  shorter: z.optional(z.array(shorterSchema)),
})

/** A period that moves through the years, with its days as they are estimated until somebody announces them. */
export const periodSchema = z.strictObject({
  period: word,
  title: titleSchema,
  estimated: z.array(spanSchema),
  source: z.string(),
})

export type Holiday = z.infer<typeof holidaySchema>
export type HolidayCalendar = z.infer<typeof holidayCalendarSchema>
export type Period = z.infer<typeof periodSchema>

/** Some weeks in which public offices open for fewer hours; `isEstimated` as long as nobody has announced the days. */
export const shorterDaysSchema = z.strictObject({
  title: titleSchema,
  ...spanSchema.shape,
  isEstimated: z.boolean(),
  hours: z.array(openingSchema),
  source: z.string(),
})
export type ShorterDays = z.infer<typeof shorterDaysSchema>

/** When people work in a country. A shortened day is a working day like any other: deadlines count it whole. */
export type CountryCalendar = WorkingCalendar & { readonly shorter: readonly ShorterDays[] }

/** Of a country without a file: Saturday and Sunday, and no holiday that is known. */
export const noHolidays: CountryCalendar = { weekend: [6, 7], holidays: [], shorter: [] }

/** Easter Sunday of the Western churches, years 1583 to 9999. */
export function easterSunday(year: number): PlainDate {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const moon = (skipped + 19 * golden + 15) % 30
  const epact = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7
  return addDays(plainDate(year, 3, 28), epact - weekday)
}

/** The dates of one holiday in that year, 'unknown' when they are announced and nobody has told us that year's. */
export function datesOf(holiday: Holiday, year: number): PlainDate[] | 'unknown' {
  const { rule } = holiday
  if ('easter' in rule) return [addDays(easterSunday(year), rule.easter)]
  if ('on' in rule) {
    const applies = year >= (rule.since ?? year) && year <= (rule.until ?? year)
    return applies ? [plainDate(year, Number(rule.on.slice(0, 2)), Number(rule.on.slice(3)))] : []
  }
  if (rule.announced === 'unknown') return 'unknown'
  const dates = rule.announced.filter((date) => date.startsWith(String(year).padStart(4, '0')))
  return dates.length > 0 ? dates : 'unknown'
}

/** The working calendar of a country over some years, with the ids of the holidays whose dates are not known. */
export function workingCalendar(
  calendar: HolidayCalendar,
  years: { from: number; to: number },
): WorkingCalendar & { holidays: ReadonlySet<PlainDate>; unknown: { id: string; year: number }[] } {
  const holidays = new Set<PlainDate>()
  const unknown: { id: string; year: number }[] = []
  for (let year = years.from; year <= years.to; year += 1) {
    for (const holiday of calendar.holidays) {
      const dates = datesOf(holiday, year)
      if (dates === 'unknown') unknown.push({ id: holiday.id, year })
      else for (const date of dates) holidays.add(date)
    }
  }
  return { weekend: calendar.weekend, holidays, unknown }
}

/** The weeks with shorter days of a country, in their order; an announcement within 20 days replaces the estimate. */
export function shorterDays({ shorter = [] }: HolidayCalendar, periods: readonly Period[]): readonly ShorterDays[] {
  return shorter
    .flatMap(({ during, hours, announced = [], source }) => {
      const period = periods.find((each) => each.period === during)
      if (!period) throw new RangeError(`no such period: ${during}`)
      const isKnown = (from: PlainDate) => announced.some((span) => Math.abs(daysBetween(span.from, from)) <= 20)
      const spans = [
        ...announced.map(({ from, until }) => ({ from, until, isEstimated: false })),
        ...period.estimated.filter(({ from }) => !isKnown(from)).map((span) => ({ ...span, isEstimated: true })),
      ]
      return spans.map((span) => ({ title: period.title, ...span, hours, source }))
    })
    .toSorted((one, other) => compareDates(one.from, other.from))
}

/** The shorter days that a day is one of, with the hours of that weekday; undefined on every other day. */
export function shorterOn(
  date: PlainDate,
  shorter: readonly ShorterDays[],
): { readonly days: ShorterDays; readonly opens: string; readonly closes: string } | undefined {
  const days = shorter.find(({ from, until }) => from <= date && date <= until)
  const hours = days?.hours.find((each) => each.days.includes(dayOfWeek(date)))
  return days && hours && { days, opens: hours.opens, closes: hours.closes }
}
