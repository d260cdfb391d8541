import * as z from 'zod/mini'

import { role, source, word } from './value.ts'

/** A time limit: so many days, working days or months after a step (or after departure, arrival, first payment). */
export const deadline = z.strictObject({
  within: z.int().check(z.minimum(0)),
  unit: z.enum(['days', 'working-days', 'months']),
  after: word,
  /** Who hears of it once it has passed; left out = the role that owes the step. */
  escalateTo: z.optional(role),
  source,
})
export type Deadline = z.infer<typeof deadline>
