import { expect, test } from 'vitest'

import { warningsOf } from './warnings.ts'

const contract = { from: '2026-01-01', until: '2026-06-30', ceiling: null, cases: null, prices: [] }
const sheet = { state: 'accredited', until: '2027-01-01', contract } as const

test('what ends within sixty days is worth a warning, the first end first; what is over stays one', () => {
  expect(warningsOf(sheet, '2026-05-15', '2026-05-01')).toEqual([
    { what: 'insurance', on: '2026-05-15', isOver: false },
    { what: 'contract', on: '2026-06-30', isOver: false },
  ])
  expect(warningsOf(sheet, null, '2026-05-01')).toEqual([{ what: 'contract', on: '2026-06-30', isOver: false }])
  expect(warningsOf(sheet, null, '2026-04-30')).toEqual([])
  expect(warningsOf(sheet, null, '2026-07-01')).toEqual([{ what: 'contract', on: '2026-06-30', isOver: true }])
})

test('nobody is warned of what is refused or ended anyway', () => {
  expect(warningsOf({ ...sheet, state: 'ended' }, '2020-01-01', '2026-07-01')).toEqual([])
})
