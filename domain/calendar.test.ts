import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  addMonths,
  addWorkingDays,
  addYears,
  ageOn,
  compareDates,
  compareInstants,
  comparePartialDates,
  dateIn,
  dayOfWeek,
  daysBetween,
  formatDate,
  instantOf,
  instantSchema,
  isLeapYear,
  isPartialDate,
  isPlainDate,
  isWorkingDay,
  millisecondsOf,
  monthsBetween,
  nextWorkingDay,
  partialDateSchema,
  plainDateSchema,
  spanOf,
  workingDaysBetween,
} from './calendar.ts'

const day = fc.integer({ min: 0, max: 300_000 }).map((days) => addDays('1600-01-01', days))
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length))
const calendar = { weekend: [6, 7], holidays: new Set(['2026-05-20', '2026-05-01', '2026-12-25']) }

describe('plain dates', () => {
  test('only days that exist', () => {
    for (const date of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isPlainDate(date)).toBe(true)
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '0000-01-01',
    ]) {
      expect(isPlainDate(text)).toBe(false)
      expect(plainDateSchema.safeParse(text).success).toBe(false)
    }
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
  })

  test('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(day, (date) => {
        const platform = new Date(`${date}T00:00:00Z`)
        expect(platform.toISOString().slice(0, 10)).toBe(date)
        expect(dayOfWeek(date)).toBe(platform.getUTCDay() === 0 ? 7 : platform.getUTCDay())
        expect(daysBetween('1970-01-01', date)).toBe(platform.getTime() / 86_400_000)
      }),
    )
  })

  test('adding days and counting them back are one thing; order is text order', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
        const later = addDays(date, days)
        expect(daysBetween(date, later)).toBe(days)
        expect(addDays(later, -days)).toBe(date)
        expect(compareDates(date, later)).toBe(Math.sign(-days) + 0)
      }),
    )
  })

  test('months keep to the end of the month, and count back', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(1)
    expect(monthsBetween('2026-01-15', '2026-02-14')).toBe(0)
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const later = addMonths(date, months)
        expect(monthsBetween(date, later)).toBe(months)
        expect(later.slice(8) <= date.slice(8)).toBe(true)
      }),
    )
  })

  test('a year has 366 days exactly when it is a leap year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), (year) => {
        const first = `${String(year).padStart(4, '0')}-01-01`
        expect(daysBetween(first, addYears(first, 1))).toBe(isLeapYear(year) ? 366 : 365)
      }),
    )
  })
})

describe('working days', () => {
  test('weekends and holidays do not count', () => {
    expect(isWorkingDay('2026-05-20', calendar)).toBe(false)
    expect(isWorkingDay('2026-05-23', calendar)).toBe(false)
    expect(addWorkingDays('2026-05-19', 1, calendar)).toBe('2026-05-21')
    expect(addWorkingDays('2026-05-22', 1, calendar)).toBe('2026-05-25')
    expect(addWorkingDays('2026-05-25', -3, calendar)).toBe('2026-05-19')
    expect(nextWorkingDay('2026-05-01', calendar)).toBe('2026-05-04')
    expect(() => addWorkingDays('2026-05-01', 1, { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] })).toThrow(RangeError)
  })

  test('adding and counting agree, and one always lands on a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (date, count) => {
        const later = addWorkingDays(date, count, calendar)
        expect(isWorkingDay(later, calendar)).toBe(true)
        expect(workingDaysBetween(date, later, calendar)).toBe(count)
        expect(workingDaysBetween(later, date, calendar)).toBe(-count)
      }),
    )
  })
})

describe('partial dates', () => {
  test('year, month or day', () => {
    for (const text of ['1990', '1990-05', '1990-05-17']) expect(partialDateSchema.safeParse(text).success).toBe(true)
    for (const text of ['', '90', '1990-13', '1990-5', '1990-02-30', '0000', '1990-'])
      expect(isPartialDate(text)).toBe(false)
    expect(spanOf('2024-02')).toEqual({ earliest: '2024-02-01', latest: '2024-02-29' })
  })

  test('are before, after, or may be the same', () => {
    expect(comparePartialDates('1990', '1991-01')).toBe(-1)
    expect(comparePartialDates('1990', '1990-05-17')).toBe(0)
    expect(comparePartialDates('1990-06', '1990-05-17')).toBe(1)
    fc.assert(
      fc.property(partial, partial, (left, right) => {
        expect(comparePartialDates(left, right) + comparePartialDates(right, left)).toBe(0)
        expect(comparePartialDates(left, left)).toBe(0)
      }),
    )
  })

  test('an age is as certain as the birth', () => {
    expect(ageOn('2000-02-29', '2018-02-28')).toEqual({ atLeast: 17, atMost: 17 })
    expect(ageOn('2000-02-29', '2018-03-01')).toEqual({ atLeast: 18, atMost: 18 })
    expect(ageOn('2000', '2018-06-01')).toEqual({ atLeast: 17, atMost: 18 })
    expect(ageOn('2030', '2018-06-01')).toEqual({ atLeast: 0, atMost: 0 })
    fc.assert(
      fc.property(day, day, (birth, date) => {
        const [year, full] = [ageOn(birth.slice(0, 4), date), ageOn(birth, date)]
        expect(full.atLeast).toBe(full.atMost)
        expect(year.atLeast <= full.atLeast && full.atMost <= year.atMost).toBe(true)
        expect(year.atMost - year.atLeast).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('instants', () => {
  test('milliseconds there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (milliseconds) => {
        const instant = instantOf(milliseconds)
        expect(instant).toBe(new Date(milliseconds).toISOString())
        expect(millisecondsOf(instant)).toBe(milliseconds)
      }),
    )
    for (const text of ['2026-05-20', '2026-05-20T25:00:00Z', '2026-02-30T00:00:00Z', '2026-05-20T10:00:00+01:00']) {
      expect(instantSchema.safeParse(text).success).toBe(false)
    }
  })

  test('order and time zones', () => {
    expect(addMinutes('2026-05-20T23:30:00Z', 45)).toBe('2026-05-21T00:15:00.000Z')
    expect(compareInstants('2026-05-20T23:30:00Z', '2026-05-20T23:30:00.000Z')).toBe(0)
    expect(dateIn('Africa/Douala', '2026-05-20T23:30:00Z')).toBe('2026-05-21')
    expect(dateIn('Africa/Dakar', '2026-05-20T23:30:00Z')).toBe('2026-05-20')
  })

  test('dates for reading show only what is known', () => {
    expect(formatDate('2026-05-20', 'fr')).toBe('20 mai 2026')
    expect(formatDate('2026-05', 'en')).toBe('May 2026')
    expect(formatDate('2026', 'ar')).toBe('2026')
  })
})
