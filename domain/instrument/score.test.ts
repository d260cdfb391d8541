import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Instrument } from '../scheme/scheme.ts'
import { scoreOf } from './score.ts'

const title = { fr: 't', en: 't', ar: 't' }
const option = (id: string, value: number) => ({ option: id, title, value })

function question(id: string, weight: number): Instrument['questions'][number] {
  return { question: id, ask: title, weight, options: [option('no', 0), option('partly', 0.5), option('yes', 1)] }
}

const instrument: Instrument = {
  instrument: 'test',
  version: '1',
  title,
  questions: [question('home', 2), question('work', 1), question('friends', 1)],
  bands: [
    { band: 'low', from: 0, title },
    { band: 'middle', from: 0.4, title },
    { band: 'high', from: 0.8, title },
  ],
  source: 'test',
}

describe('scoreOf', () => {
  test.each<[Record<string, string>, number | null, string | null]>([
    [{ home: 'yes', work: 'yes', friends: 'yes' }, 1, 'high'],
    [{ home: 'yes', work: 'no', friends: 'no' }, 0.5, 'middle'],
    [{ home: 'no', work: 'no', friends: 'no' }, 0, 'low'],
    [{ home: 'partly' }, 0.5, 'middle'],
    [{ work: 'yes', friends: 'partly' }, 0.75, 'middle'],
    [{ work: 'yes' }, null, null],
    [{}, null, null],
  ])('%o scores %s, %s', (answers, score, band) => {
    expect(scoreOf(instrument, answers)).toEqual({ refused: false, value: { score, band } })
  })

  test('refuses questions and options that the instrument does not have', () => {
    expect(scoreOf(instrument, { height: 'yes' })).toMatchObject({ code: 'no-such-question' })
    expect(scoreOf(instrument, { home: 'maybe' })).toMatchObject({
      code: 'no-such-option',
      facts: { question: 'home' },
    })
  })

  test('a score lies between 0 and 1, and a better answer never lowers it', () => {
    const answer = fc.constantFrom('no', 'partly', 'yes')
    fc.assert(
      fc.property(fc.record({ home: answer, work: answer, friends: answer }), (answers) => {
        const before = scoreOf(instrument, answers)
        const after = scoreOf(instrument, { ...answers, work: 'yes' })
        if (before.refused || after.refused) throw new Error('refused')
        expect(before.value.score).toBeGreaterThanOrEqual(0)
        expect(before.value.score).toBeLessThanOrEqual(1)
        expect(after.value.score!).toBeGreaterThanOrEqual(before.value.score!)
      }),
    )
  })
})
