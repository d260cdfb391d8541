import * as z from 'zod/mini'

import { roles } from '#domain/role.ts'
import { byItselfActs } from '#domain/scheme/clock.ts'

import type { ForeseenAnswer, PassedAnswer } from './by-itself-answers.ts'
import { day, id, text, threeLanguages } from './schemas.ts'

const about = { case: z.nullable(id), name: z.nullable(text), scheme: text, step: text, on: day, dueOn: day }
const source = z.nullable(
  z.strictObject({
    title: threeLanguages,
    certainty: z.enum(['certain', 'reported', 'general-knowledge', 'assumption']),
  }),
)

export const foreseen: z.ZodMiniType<ForeseenAnswer> = z.strictObject({
  ...about,
  stepTitle: threeLanguages,
  what: threeLanguages,
  within: z.int(),
  unit: z.enum(['days', 'working-days', 'months']),
  after: text,
  afterTitle: z.nullable(threeLanguages),
  source,
  undoneBy: z.enum(roles),
  mayPause: z.boolean(),
})

export const passed: z.ZodMiniType<PassedAnswer> = z.strictObject({
  ...about,
  stepTitle: z.nullable(threeLanguages),
  what: z.nullable(threeLanguages),
  act: z.enum(byItselfActs),
  source,
  undoneBy: z.enum(roles),
  isUndone: z.boolean(),
  mayUndo: z.boolean(),
})
