import { expect, test } from 'vitest'

import { attendanceOf } from './attendance.ts'

const told = (type: 'sitting-opened' | 'presence-changed', at: string, present: string[], remote: string[] = []) => ({
  type,
  data: { present, remote, at },
})

test('who came late and who left keep their hours; who never came is not there', () => {
  const attendance = attendanceOf([
    told('sitting-opened', '09:00', ['a', 'b'], ['b']),
    told('presence-changed', '09:30', ['a', 'b', 'c'], ['b']),
    told('presence-changed', '10:15', ['a', 'c']),
  ])
  expect(attendance).toEqual([
    { member: 'a', remote: false, from: '09:00', until: null },
    { member: 'b', remote: true, from: '09:00', until: '10:15' },
    { member: 'c', remote: false, from: '09:30', until: null },
  ])
})

test('who went and came back was there from the first time on', () => {
  const attendance = attendanceOf([
    told('sitting-opened', '09:00', ['a', 'b']),
    told('presence-changed', '09:30', ['a']),
    told('presence-changed', '10:00', ['a', 'b'], ['b']),
  ])
  expect(attendance[1]).toEqual({ member: 'b', remote: true, from: '09:00', until: null })
})

test('a sitting that has not begun has nobody', () => {
  expect(attendanceOf([])).toEqual([])
})
