import { expect, test } from 'vitest'

import { timetable } from './timetable.ts'

test('each file comes after the one before it', () => {
  expect(timetable('09:00', [15, 20, 45])).toEqual({ starts: ['09:00', '09:15', '09:35'], end: '10:20', total: 80 })
})

test('after a file without minutes nobody knows when the next one comes', () => {
  expect(timetable('14:30', [15, null, 10])).toEqual({ starts: ['14:30', '14:45', null], end: null, total: 25 })
})

test('an empty agenda ends when it begins, and a long day passes midnight', () => {
  expect(timetable('09:00', [])).toEqual({ starts: [], end: '09:00', total: 0 })
  expect(timetable('23:50', [15])).toEqual({ starts: ['23:50'], end: '00:05', total: 15 })
})
