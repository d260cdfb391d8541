import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { holidayCalendarSchema, noHolidays, workingCalendar } from '#domain/holidays.ts'

import { calendarOf } from '../load-calendar.ts'

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.yaml'))

test('the countries of the schemes have a calendar', () => {
  for (const code of ['CM', 'TG', 'TN', 'ML', 'SN', 'MA', 'FR']) expect(files).toContain(`${code}.yaml`)
})

test.each(files)('%s has the shape, its own country, and days that exist', (name) => {
  const calendar = holidayCalendarSchema.parse(parse(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')))
  expect(`${calendar.country}.yaml`).toBe(name)
  expect(new Set(calendar.holidays.map((holiday) => holiday.id)).size).toBe(calendar.holidays.length)
  const { holidays, unknown } = workingCalendar(calendar, { from: 2026, to: 2026 })
  const fixed = calendar.holidays.filter((holiday) => !('announced' in holiday.rule)).length
  expect(holidays.size).toBeGreaterThanOrEqual(fixed)
  for (const gap of unknown) expect(calendar.holidays.map((holiday) => holiday.id)).toContain(gap.id)
})

test('Ramadan shortens the days of offices where a source says so, and nowhere else', () => {
  const days = (country: string) => calendarOf(country).shorter.find(({ from }) => from.startsWith('2027'))
  for (const country of ['TN', 'MA', 'ML'])
    expect(days(country)).toMatchObject({ from: '2027-02-08', isEstimated: true })
  for (const country of ['CM', 'TG', 'SN', 'FR', 'DE']) expect(calendarOf(country).shorter).toEqual([])
  expect(calendarOf('XX')).toBe(noHolidays)
})
