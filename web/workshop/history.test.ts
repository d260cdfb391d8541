import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { beginHistory, put, redo, undo, type History } from './history.ts'

describe('taking back', () => {
  test('typing in one field is one step, another field is another', () => {
    let history = beginHistory('')
    history = put(history, 'a', 0, 'title')
    history = put(history, 'ab', 200, 'title')
    history = put(history, 'ab 1', 400, 'quantity')
    expect(undo(history).present).toBe('ab')
    expect(undo(undo(history)).present).toBe('')
  })

  test('typing after a rest is a step of its own', () => {
    let history = put(beginHistory(''), 'a', 0, 'title')
    history = put(history, 'ab', 5000, 'title')
    expect(undo(history).present).toBe('a')
  })

  test('a step taken back comes again, until something else is done', () => {
    const history = put(put(beginHistory(0), 1, 0), 2, 0)
    expect(redo(undo(history)).present).toBe(2)
    expect(redo(put(undo(history), 9, 0)).present).toBe(9)
    expect(undo(beginHistory(0)).present).toBe(0)
  })

  test('whatever was done, all of it taken back is the start, and all of it again is the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), (steps) => {
        const walked = steps.reduce<History<{ n: number }>>((at, n) => put(at, { n }, 0), beginHistory({ n: 0 }))
        const back = steps.reduce((at) => undo(at), walked)
        expect(back.past).toEqual([])
        expect(back.present).toEqual({ n: 0 })
        expect(steps.reduce((at) => redo(at), back).present).toEqual(walked.present)
      }),
    )
  })
})
