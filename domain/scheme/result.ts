import * as z from 'zod/mini'

import { source, textSchema, word } from './value.ts'

/** What a result counts. A case of a group counts as many people as completed; every other case as one. */
export const countables = ['cases', 'people', 'regions', 'sittings'] as const

/** A figure that the scheme is asked for: what counts in it, and what a source published. */
export const resultSchema = z.strictObject({
  result: word,
  title: textSchema,
  /** Sittings are those that were held; regions are those in which the cases are. */
  counts: z.enum(countables),
  /** All that is named must hold of a case; left out = every case. */
  where: z.optional(
    z.strictObject({
      aid: z.optional(word),
      /** A step that is done. */
      done: z.optional(word),
      /** The committee has decided on it, whatever it said. */
      examined: z.optional(z.literal(true)),
      /** Something was granted. */
      granted: z.optional(z.literal(true)),
    }),
  ),
  /** The figure is also shown for each region. */
  byRegion: z.optional(z.literal(true)),
  published: z.optional(
    z.strictObject({
      value: z.int().check(z.minimum(0)),
      /** How the source says it; left out = exactly. */
      reads: z.optional(z.enum(['about', 'more-than'])),
      source,
    }),
  ),
})
export type SchemeResult = z.infer<typeof resultSchema>
