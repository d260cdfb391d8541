import * as z from 'zod/mini'

import type { Edition } from './scheme.ts'
import { source, textSchema, unknown, word } from './value.ts'

/** How a committee comes to a decision: nobody objects; nobody is against; two thirds or more than half of the votes given. */
export const decidingRules = ['consensus', 'unanimity', 'two-thirds', 'majority'] as const
export type DecidingRule = (typeof decidingRules)[number]

const said = z.enum(['yes', 'no', 'unknown'])
const count = z.union([unknown, z.int().check(z.positive())])

/** How a committee works, as far as a source says; what is `unknown` the committee says itself, sitting by sitting. */
const committeeRules = z.strictObject({
  decides: z.enum([...decidingRules, 'unknown']),
  /** Whether the chair's vote decides a tie. */
  casting: said,
  /** Whether a seat may have alternates, and whether somebody absent may name, in writing, who votes for them. */
  alternates: said,
  proxies: said,
  /** Working days before the sitting after which a pack does not change any more. */
  cutOff: z.union([unknown, z.int().check(z.nonnegative())]),
  /** Minutes for each file, and those of them in which the person speaks. */
  minutes: count,
  hearing: z.optional(count),
  /** Decisions without a meeting: to some members or in haste, and the working days they have to answer. */
  written: z.strictObject({ restricted: said, urgent: said, days: count }),
  /** Whether a decision can be contested: within how many days, how the person does it, and before which other committee. */
  appeal: z.union([unknown, z.literal('none'), z.strictObject({ days: count, how: textSchema, to: z.optional(word) })]),
  source,
})
export type CommitteeRules = z.infer<typeof committeeRules>

/** Who decides: its seats, how many make a quorum, how they meet, and what they may decide. */
export const committee = z.strictObject({
  committee: word,
  title: textSchema,
  chair: textSchema,
  /** `votes` left out = it votes. */
  seats: z.array(z.strictObject({ seat: word, title: textSchema, votes: z.optional(said) })),
  quorum: z.union([unknown, z.int().check(z.positive())]),
  rhythm: z.optional(textSchema),
  presence: z.enum(['in-the-room', 'remote', 'both', 'unknown']),
  outcomes: z.array(z.enum(['select', 'select-for-less', 'postpone', 'refuse', 'absent'])),
  rules: z.optional(committeeRules),
  source,
})
export type Committee = z.infer<typeof committee>

/** A committee of the edition by its id. A sitting from the time when editions had one committee names none: the first. */
export function committeeOf({ committees = [] }: Edition, id: string | null): Committee | undefined {
  return id === null ? committees[0] : committees.find((each) => each.committee === id)
}
