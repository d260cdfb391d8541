import * as z from 'zod/mini'

import { confirmations } from '#domain/scheme/kinds.ts'
import { textSchema } from '#domain/scheme/value.ts'
import { signatureMeans } from '#domain/signature/signature.ts'

import { text } from './schemas.ts'

const day = text

/** What the page behind a link says before anybody has said who they are. */
export const greeting = z.strictObject({ office: text, scheme: textSchema, way: z.enum(confirmations) })

/** What it shows to whoever said who they are. */
export const visit = z.strictObject({
  visit: text,
  party: text,
  name: text,
  paper: z.nullable(textSchema),
  document: z.strictObject({ name: text, mediaType: text, size: z.int(), fingerprint: text }),
  signed: z.array(z.strictObject({ party: text, on: day })),
})
export type VisitAnswer = z.infer<typeof visit>

export const signed = z.strictObject({ on: day, missing: z.array(text) })

export const handLink = z.strictObject({ path: text, expiresOn: day, version: z.int() })

const byParty = { party: text, on: day, means: z.enum(signatureMeans) }

/** What can be said of a file from its fingerprint: roles and days, no person and no case. */
export const standing = z.strictObject({
  paper: z.nullable(textSchema),
  standing: z.union([
    z.strictObject({ standing: z.literal('unknown') }),
    z.strictObject({
      standing: z.literal('valid'),
      complete: z.boolean(),
      askedOn: day,
      signed: z.array(z.strictObject({ ...byParty, carried: z.boolean() })),
      missing: z.array(text),
    }),
    z.strictObject({
      standing: z.literal('void'),
      why: z.enum(['replaced', 'cancelled']),
      on: day,
      signed: z.array(z.strictObject(byParty)),
    }),
  ]),
})
export type StandingAnswer = z.infer<typeof standing>
