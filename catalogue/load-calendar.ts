import { readdirSync, readFileSync } from 'node:fs'

import * as z from 'zod/mini'
import { parse } from 'yaml'

import type { CountryCalendar } from '#domain/holidays.ts'
import { holidayCalendarSchema, noHolidays, periodSchema, shorterDays, workingCalendar } from '#domain/holidays.ts'

const folder = new URL('./holidays/', import.meta.url)
const periodFolder = new URL('./periods/', import.meta.url)
const years = { from: 2009, to: 2040 }
const loaded = new Map<string, CountryCalendar>()

/**
 * When people work in a country (ISO alpha-2): its weekend, its public holidays from 2009 to 2040 and its shorter days.
 * A country without a file rests on Saturday and Sunday.
 */
export function calendarOf(country: string): CountryCalendar {
  if (loaded.size === 0) loadAll()
  return loaded.get(country) ?? noHolidays
}

function loadAll(): void {
  const periods = filesIn(periodFolder).map((file) => z.parse(periodSchema, file))
  for (const file of filesIn(folder)) {
    const calendar = z.parse(holidayCalendarSchema, file)
    const { weekend, holidays } = workingCalendar(calendar, years)
    loaded.set(calendar.country, { weekend, holidays: [...holidays].sort(), shorter: shorterDays(calendar, periods) })
  }
}

function filesIn(place: URL): unknown[] {
  const names = readdirSync(place).filter((name) => name.endsWith('.yaml'))
  return names.map((name) => parse(readFileSync(new URL(name, place), 'utf8')))
}
