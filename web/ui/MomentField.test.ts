import { describe, expect, it } from 'vitest'

import { instantOf, localParts } from './MomentField.tsx'

describe('a day and a time of day', () => {
  it('come back as they were typed, wherever the device is', () => {
    const typed = { day: '2026-03-02', time: '09:30' }
    expect(localParts(instantOf(typed))).toEqual(typed)
  })

  it('are no instant before both are there', () => {
    expect(instantOf({ day: undefined, time: '09:30' })).toBeUndefined()
    expect(instantOf({ day: '2026-03-02', time: '' })).toBeUndefined()
    expect(localParts(undefined)).toEqual({ day: undefined, time: '' })
  })
})
