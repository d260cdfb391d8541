import * as z from 'zod/mini'

import type { Edition } from './scheme.ts'
import { source, textSchema, unknown, word } from './value.ts'

/** Who decides: its seats, how many make a quorum, how they meet, and what they may decide. */
export const committee = z.strictObject({
  committee: word,
  title: textSchema,
  chair: textSchema,
  seats: z.array(z.strictObject({ seat: word, title: textSchema })),
  quorum: z.union([unknown, z.int().check(z.positive())]),
  rhythm: z.optional(textSchema),
  presence: z.enum(['in-the-room', 'remote', 'both', 'unknown']),
  outcomes: z.array(z.enum(['select', 'select-for-less', 'postpone', 'refuse', 'absent'])),
  source,
})
export type Committee = z.infer<typeof committee>

/** A committee of the edition by its id. A sitting from the time when editions had one committee names none: the first. */
export function committeeOf({ committees = [] }: Edition, id: string | null): Committee | undefined {
  return id === null ? committees[0] : committees.find((each) => each.committee === id)
}
