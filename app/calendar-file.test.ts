import fc from 'fast-check'
import { expect, test } from 'vitest'

import { calendarFile } from './calendar-file.ts'

const meeting = {
  id: '0190',
  at: '2026-03-02T09:30:00.000Z',
  madeAt: '2026-02-20T08:00:00.000Z',
  minutes: 45,
  title: 'Rendez-vous',
  place: 'OFII Yaoundé, 2e étage; porte 4',
}

test('a meeting becomes an event with its time and an escaped place', () => {
  const lines = calendarFile([meeting]).split('\r\n')
  expect(lines).toEqual(
    expect.arrayContaining(['DTSTART:20260302T093000Z', 'DTEND:20260302T101500Z', 'UID:0190@homeward']),
  )
  expect(lines).toContain('LOCATION:OFII Yaoundé\\, 2e étage\\; porte 4')
})

test('what has a day and no hour takes the whole day and keeps nobody from anything', () => {
  const entry = { id: '0191', on: '2027-02-08', madeAt: meeting.madeAt, title: 'The application is dropped' }
  const lines = calendarFile([meeting, entry]).split('\r\n')
  expect(lines).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20270208', 'TRANSP:TRANSPARENT']))
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
})

test('whatever the words, every line stays short and no word becomes a line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (place) => {
      const lines = calendarFile([{ ...meeting, place: `${place}\nBEGIN:VALARM` }]).split('\r\n')
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
      expect(lines.filter((line) => /^(BEGIN|END):/.test(line))).toHaveLength(4)
    }),
  )
})
