import * as z from 'zod/mini'

import { editionChanges } from '#domain/case/edition-change.ts'

import type { EditionMoveAnswer, MoveCaseAnswer } from './move-answers.ts'
import { id, text } from './schemas.ts'

/** The shapes of what is answered about moves to another edition, for the description of the API. */
export const editionMove: z.ZodMiniType<EditionMoveAnswer> = z.strictObject({
  move: id,
  scheme: text,
  edition: text,
  reason: text,
  state: z.enum(['previewing', 'previewed', 'moving', 'moved', 'cancelled']),
  askedAt: text,
  endedAt: z.nullable(text),
  total: z.int(),
  judged: z.int(),
  changed: z.int(),
  refused: z.int(),
  moved: z.int(),
  changes: z.partialRecord(z.enum(editionChanges), z.int()),
  refusals: z.record(text, z.int()),
})

const value = z.nullable(z.union([text, z.number()]))

export const moveCase: z.ZodMiniType<MoveCaseAnswer> = z.strictObject({
  case: id,
  name: z.nullable(text),
  result: z.enum(['changed', 'same', 'refused']),
  from: text,
  changes: z.array(
    z.strictObject({ change: z.enum(editionChanges), of: z.nullable(text), before: value, after: value }),
  ),
  refusal: z.nullable(z.strictObject({ code: text, facts: z.record(text, z.unknown()) })),
  movedAt: z.nullable(text),
})
