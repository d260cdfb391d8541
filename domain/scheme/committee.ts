import * as z from 'zod/mini'

import { source, textSchema, unknown, word } from './value.ts'

/** Who decides: its seats, how many make a quorum, and what it may decide. */
export const committee = z.strictObject({
  title: textSchema,
  chair: textSchema,
  seats: z.array(z.strictObject({ seat: word, title: textSchema })),
  quorum: z.union([unknown, z.int().check(z.positive())]),
  rhythm: z.optional(textSchema),
  outcomes: z.array(z.enum(['select', 'select-for-less', 'postpone', 'refuse', 'absent'])),
  source,
})
