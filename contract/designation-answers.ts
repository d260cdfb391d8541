import * as z from 'zod/mini'

import type { OperatorsKnown } from '#domain/designation/question.ts'
import type { Ranking } from '#domain/designation/rank.ts'
import { accreditationStates, lots, operatorTypes } from '#domain/operator/sheet.ts'

import { day, id, text } from './schemas.ts'

/** Whom a case could be given to on a day, and all that the ranking rests on: a screen ranks again by the same code. */
export type OperatorsAnswer = {
  readonly today: string
  readonly proposal: Ranking
  readonly known: OperatorsKnown
  /** The standing of each office that has one: its page. */
  readonly standings: Readonly<Record<string, string>>
}

const count = z.int().check(z.nonnegative())
const share = z.number().check(z.nonnegative(), z.maximum(1))
const countOrNone = z.nullable(count)
const dayOrNone = z.nullable(day)
const daysOrNone = z.nullable(z.number().check(z.nonnegative()))
const shareOrNone = z.nullable(share)

const fact = z.union([text, z.number(), z.null(), z.array(text)])

const reason = z.strictObject({
  reason: text,
  weight: z.number().check(z.nonnegative()),
  share,
  points: z.number().check(z.nonnegative()),
  known: z.boolean(),
  facts: z.record(z.string(), fact),
})

const proposal = z.strictObject({
  operators: z.array(
    z.strictObject({
      office: text,
      rank: z.int().check(z.positive()),
      score: z.number().check(z.nonnegative(), z.maximum(100)),
      reasons: z.array(reason),
      onRecord: z.boolean(),
      caseload: count,
      price: countOrNone,
    }),
  ),
  excluded: z.array(
    z.strictObject({
      office: text,
      refusals: z.array(
        z.strictObject({
          refused: z.literal(true),
          code: text,
          facts: z.record(z.string(), z.unknown()),
          field: z.exactOptional(text),
        }),
      ),
    }),
  ),
  fingerprint: text,
})

const sheet = z.strictObject({
  office: text,
  scheme: text,
  type: z.enum(operatorTypes),
  state: z.enum(accreditationStates),
  from: dayOrNone,
  until: dayOrNone,
  lots: z.array(z.enum(lots)),
  expertise: z.array(text),
  sectors: z.array(text),
  regions: z.array(text),
  languages: z.array(text),
  capacity: countOrNone,
  contract: z.nullable(
    z.strictObject({
      from: day,
      until: day,
      ceiling: countOrNone,
      cases: countOrNone,
      prices: z.array(z.strictObject({ service: text, amount: count })),
    }),
  ),
  interests: z.array(z.strictObject({ case: z.nullable(text), party: text, reason: text })),
})

const performance = z.strictObject({
  office: text,
  scheme: text,
  caseload: count,
  designated: count,
  committed: count,
  daysToAnswer: daysOrNone,
  daysToFirstMeeting: daysOrNone,
  daysToPlan: daysOrNone,
  daysToDifficultyAnswer: daysOrNone,
  visitsOnTime: shareOrNone,
  aliveAt6: shareOrNone,
  aliveAt12: shareOrNone,
  satisfaction: shareOrNone,
})

export const operatorsAnswer = z.strictObject({
  today: day,
  proposal,
  known: z.strictObject({
    sheets: z.array(sheet),
    performances: z.array(performance),
    candidates: z.array(z.strictObject({ office: text, region: z.nullable(text), cases: count })),
    languages: z.array(text),
  }),
  standings: z.record(text, id),
})
