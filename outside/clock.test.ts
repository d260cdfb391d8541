import { expect, test } from 'vitest'
import { plainDate, systemClock } from './clock.ts'

test('the same instant is another day elsewhere', () => {
  const late = new Date('2026-12-31T23:30:00Z')
  expect(plainDate(late, 'Africa/Abidjan')).toBe('2026-12-31')
  expect(plainDate(late, 'Africa/Douala')).toBe('2027-01-01')
  expect(plainDate(late, 'America/Cayenne')).toBe('2026-12-31')
})

test('now is an instant in UTC and today is its date', () => {
  const clock = systemClock('UTC')
  const before = Date.now()
  const now = clock.now()
  expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(Math.abs(Date.parse(now) - before)).toBeLessThan(5000)
  expect([now.slice(0, 10), clock.now().slice(0, 10)]).toContain(clock.today())
})
