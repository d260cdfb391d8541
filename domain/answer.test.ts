import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import {
  allAnswers,
  answerSchema,
  estimated,
  known,
  mapAnswer,
  reasonOf,
  unknown,
  unknownReasons,
  valueOf,
} from './answer.ts'

const schema = answerSchema(z.string())
const answer = fc.oneof(
  fc.string().map(known),
  fc.string().map(estimated),
  fc.constantFrom(...unknownReasons).map(unknown),
)

test('every answer survives JSON and its schema', () => {
  fc.assert(
    fc.property(answer, (one) => {
      expect(schema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one)
    }),
  )
})

test('an answer has a value or a reason, never both and never neither', () => {
  fc.assert(
    fc.property(answer, (one) => {
      expect((valueOf(one) === undefined) !== (reasonOf(one) === undefined)).toBe(true)
    }),
  )
  for (const wrong of [{}, { known: 1 }, { known: 'a', unknown: 'refused' }, { unknown: 'forgotten' }, 'a', null]) {
    expect(schema.safeParse(wrong).success).toBe(false)
  }
})

test('an estimate stays one, a gap keeps its reason', () => {
  expect(mapAnswer(estimated(2), (value) => value * 2)).toEqual(estimated(4))
  expect(mapAnswer(known(2), (value) => value * 2)).toEqual(known(4))
  expect(mapAnswer<number, number>(unknown('refused'), (value) => value * 2)).toEqual({ unknown: 'refused' })
  expect(allAnswers([known(1), estimated(2)])).toEqual(estimated([1, 2]))
  expect(allAnswers<number>([known(1), unknown('refused'), unknown()])).toEqual({ unknown: 'refused' })
  expect(reasonOf(undefined)).toBe('not-asked')
})
