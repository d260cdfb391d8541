import { readdirSync, readFileSync } from 'node:fs'

import * as z from 'zod/mini'
import { parse } from 'yaml'

import { holidayCalendarSchema, workingCalendar } from '#domain/holidays.ts'

const folder = new URL('./holidays/', import.meta.url)
const years = { from: 2009, to: 2040 }
const loaded = new Map<string, readonly string[]>()

/** Public holidays of a country (ISO alpha-2) as plain dates, 2009 to 2040; none for a country without a file. */
export function holidaysOf(country: string): readonly string[] {
  if (loaded.size === 0) for (const name of readdirSync(folder)) if (name.endsWith('.yaml')) load(name)
  return loaded.get(country) ?? []
}

function load(name: string): void {
  const calendar = z.parse(holidayCalendarSchema, parse(readFileSync(new URL(name, folder), 'utf8')))
  loaded.set(calendar.country, [...workingCalendar(calendar, years).holidays].sort())
}
