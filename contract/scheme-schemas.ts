import * as z from 'zod/mini'

import { shorterDaysSchema } from '#domain/holidays.ts'
import { countables } from '#domain/scheme/result.ts'
import { editionSchema, schemeSchema } from '#domain/scheme/scheme.ts'

import type * as answers from './answers.ts'
import type { ResultAnswer, ResultsAnswer } from './result-answers.ts'
import type * as questionnaire from './questionnaire-answers.ts'
import { day, text, threeLanguages } from './schemas.ts'

// The shapes of what the API answers about schemes, offices and places.

const orNone = z.nullable(text)

export const office: z.ZodMiniType<answers.OfficeAnswer> = z.strictObject({
  office: text,
  name: text,
  kind: text,
  country: text,
  region: orNone,
  place: orNone,
  sector: orNone,
})

/** One edition is carried alone: `scheme.editions` has no other. */
export const edition = z.strictObject({
  scheme: schemeSchema,
  edition: editionSchema,
  editions: z.array(text),
  calendar: z.strictObject({
    weekend: z.array(z.int()),
    holidays: z.array(day),
    shorter: z.array(shorterDaysSchema),
  }),
  offices: z.record(z.string(), z.array(text)),
})

export const publicScheme: z.ZodMiniType<questionnaire.PublicSchemeRow> = z.strictObject({
  scheme: text,
  title: threeLanguages,
  country: text,
})

/** The public part of an edition is made of parts of the scheme's format. */
export const publicEdition = z.looseObject({
  scheme: text,
  title: threeLanguages,
  country: text,
  currency: text,
  edition: text,
  from: day,
  eligibility: text,
  facts: editionSchema.shape.facts,
  rules: editionSchema.shape.rules,
  aids: z.array(z.strictObject({ aid: text, title: threeLanguages, summary: threeLanguages, opensWith: text })),
  offices: z.array(z.strictObject({ office: text, name: text, country: text, place: orNone })),
})

export const region: z.ZodMiniType<answers.RegionAnswer> = z.strictObject({ code: text, fr: text, en: text, ar: text })

export const schemeWords: z.ZodMiniType<answers.SchemeWords> = z.strictObject({
  scheme: text,
  title: threeLanguages,
  country: text,
  currency: text,
  journeys: z.array(z.array(z.strictObject({ stage: text, title: threeLanguages }))),
  steps: z.record(z.string(), z.strictObject({ kind: text, title: threeLanguages })),
  aids: z.record(z.string(), threeLanguages),
  committees: z.record(z.string(), threeLanguages),
  results: z.record(z.string(), threeLanguages),
})

/** A figure as it is counted, beside what a source published. */
const result: z.ZodMiniType<ResultAnswer> = z.strictObject({
  result: text,
  title: threeLanguages,
  counts: z.enum(countables),
  value: z.int(),
  regions: z.array(z.strictObject({ region: text, value: z.int() })),
  published: z.nullable(
    z.strictObject({
      value: z.int(),
      reads: z.enum(['exactly', 'about', 'more-than']),
      source: threeLanguages,
      certainty: z.enum(['certain', 'reported', 'general-knowledge', 'assumption']),
    }),
  ),
})

export const results: z.ZodMiniType<ResultsAnswer> = z.strictObject({
  scheme: text,
  title: threeLanguages,
  country: text,
  opens: z.boolean(),
  results: z.array(result),
})
