import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfWeek } from './calendar.ts'
import { datesOf, easterSunday, shorterDays, shorterOn, workingCalendar } from './holidays.ts'
import type { Holiday, HolidayCalendar } from './holidays.ts'

const title = { fr: 'Fête', en: 'Feast', ar: 'عيد' }

function holiday(id: string, rule: Holiday['rule']): Holiday {
  return { id, title, rule, certainty: 'general-knowledge', source: 'unknown' }
}

test('Easter of known years', () => {
  const known = [
    '1961-04-02',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ]
  for (const date of known) expect(easterSunday(Number(date.slice(0, 4)))).toBe(date)
})

test('Easter is a Sunday between 22 March and 25 April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
      const date = easterSunday(year)
      expect(dayOfWeek(date)).toBe(7)
      expect(date.slice(5) >= '03-22' && date.slice(5) <= '04-25').toBe(true)
    }),
  )
})

test('an announced day stays unknown in a year that nobody announced', () => {
  const feast = holiday('feast', { announced: ['2025-03-31', '2025-04-01'] })
  expect(datesOf(feast, 2025)).toEqual(['2025-03-31', '2025-04-01'])
  expect(datesOf(feast, 2026)).toBe('unknown')
  expect(datesOf(holiday('feast', { announced: 'unknown' }), 2025)).toBe('unknown')
})

test('a working calendar gathers the days and names the gaps', () => {
  const country: HolidayCalendar = {
    country: 'XX',
    weekend: [6, 7],
    holidays: [
      holiday('new-year', { on: '01-01' }),
      holiday('revolution', { on: '12-17', since: 2021 }),
      holiday('ascension', { easter: 39 }),
      holiday('feast', { announced: 'unknown' }),
    ],
  }
  const calendar = workingCalendar(country, { from: 2020, to: 2021 })
  expect([...calendar.holidays].sort()).toEqual(['2020-01-01', '2020-05-21', '2021-01-01', '2021-05-13', '2021-12-17'])
  expect(calendar.unknown).toEqual([
    { id: 'feast', year: 2020 },
    { id: 'feast', year: 2021 },
  ])
})

test('shorter days are estimated until a country announces them, and say the hours of a weekday', () => {
  const ramadan = {
    period: 'ramadan',
    title,
    source: 'reckoned',
    estimated: [
      { from: '2026-02-18', until: '2026-03-19' },
      { from: '2027-02-08', until: '2027-03-08' },
    ],
  }
  const hours = [
    { days: [1, 2, 3, 4], opens: '08:00', closes: '14:30' },
    { days: [5], opens: '07:30', closes: '13:00' },
  ]
  const announced = [{ from: '2026-02-19', until: '2026-03-20', source: 'the ministry' }]
  const shorter = [{ during: 'ramadan', hours, announced, certainty: 'press' as const, source: 'the order' }]
  const country: HolidayCalendar = { country: 'XX', weekend: [6, 7], holidays: [], shorter }
  const known = shorterDays(country, [ramadan])
  expect(known.map(({ from, isEstimated }) => [from, isEstimated])).toEqual([
    ['2026-02-19', false],
    ['2027-02-08', true],
  ])
  expect(shorterOn('2026-02-18', known)).toBeUndefined()
  expect(shorterOn('2026-02-19', known)).toMatchObject({ opens: '08:00', closes: '14:30' })
  expect(shorterOn('2026-02-20', known)).toMatchObject({ opens: '07:30', closes: '13:00' })
  expect(shorterOn('2026-02-21', known)).toBeUndefined()
  expect(() => shorterDays({ ...country, shorter: [{ ...shorter[0]!, during: 'lent' }] }, [ramadan])).toThrow('lent')
})
