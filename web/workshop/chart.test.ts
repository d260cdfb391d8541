import fc from 'fast-check'
import { expect, test } from 'vitest'

import { areaPoints, heightOf, linePoints, scaleFor } from './chart.ts'

const amounts = fc.array(fc.integer({ min: -50_000_000, max: 50_000_000 }), { minLength: 1, maxLength: 25 })

test('the scale holds every value and zero, and is read by a few round numbers', () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const scale = scaleFor(values)
      for (const value of [0, ...values]) {
        expect(heightOf(value, scale)).toBeGreaterThanOrEqual(0)
        expect(heightOf(value, scale)).toBeLessThanOrEqual(1)
      }
      expect(scale.ticks).toContain(0)
      expect(scale.ticks.length).toBeGreaterThanOrEqual(2)
      expect(scale.ticks.length).toBeLessThanOrEqual(8)
    }),
  )
})

test('a line goes from one side to the other, more cash higher up', () => {
  const scale = scaleFor([0, 100, -100])
  expect(scale).toEqual({ lowest: -100, highest: 100, ticks: [-100, -50, 0, 50, 100] })
  expect(linePoints([0, 100, -100], scale)).toBe('0,0.5 0.5,0 1,1')
  expect(areaPoints([100, 100], scale)).toBe('0,0.5 0,0 1,0 1,0.5')
})
