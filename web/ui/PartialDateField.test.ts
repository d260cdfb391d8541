import { describe, expect, it } from 'vitest'

import { assemble } from './PartialDateField.tsx'

describe('a date of which only a part is known', () => {
  it.each([
    [{ day: '', month: '', year: '1990' }, '1990'],
    [{ day: '', month: '06', year: '1990' }, '1990-06'],
    [{ day: '7', month: '06', year: '1990' }, '1990-06-07'],
    [{ day: '٧', month: '06', year: '١٩٩٠' }, '1990-06-07'],
  ])('%o is %s', (parts, value) => {
    expect(assemble(parts)).toBe(value)
  })

  it.each([
    { day: '31', month: '02', year: '1990' },
    { day: '7', month: '', year: '1990' },
    { day: '', month: '06', year: '199' },
    { day: 'x', month: '06', year: '1990' },
  ])('%o is not a date', (parts) => {
    expect(assemble(parts)).toBeUndefined()
  })
})
