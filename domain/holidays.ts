/**
 * Public holidays of a country as data: fixed days, days counted from Easter, and days that somebody announces each
 * year. An announced day with no known date stays unknown: deadlines then fall on the cautious side and say so.
 */
import * as z from 'zod/mini'
import { addDays, plainDate, plainDateSchema, type PlainDate, type WorkingCalendar } from './calendar.ts'

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

/** One country's file; `weekend` in ISO days (Monday 1, Sunday 7). */
export const holidayCalendarSchema = z.strictObject({
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  weekend: z.array(z.int().check(z.gte(1), z.lte(7))),
  note: z.optional(titleSchema),
  holidays: z.array(holidaySchema),
})

export type Holiday = z.infer<typeof holidaySchema>
export type HolidayCalendar = z.infer<typeof holidayCalendarSchema>

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
