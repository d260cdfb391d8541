import * as z from 'zod/mini'

import type { OperatorPerformance } from '#domain/operator/performance.ts'
import { accreditationStates, lots, operatorTypes } from '#domain/operator/sheet.ts'
import type { OperatorSheet } from '#domain/operator/sheet.ts'

import type * as answers from './operator-answers.ts'
import { day, document, id, instant, rows, text, words } from './schemas.ts'

// The shapes of what the API answers about operators; what a standing and a call hold beside their main facts is said
// in `domain/operator` and `domain/operator-call`.

const orNone = z.nullable(text)
const dayOrNone = z.nullable(day)
const figure = z.nullable(z.number())
const lot = z.enum(lots)
const state = z.enum(accreditationStates)

export const operatorPerformance: z.ZodMiniType<OperatorPerformance> = z.strictObject({
  office: text,
  scheme: text,
  caseload: z.int(),
  designated: z.int(),
  committed: z.int(),
  daysToAnswer: figure,
  daysToFirstMeeting: figure,
  daysToPlan: figure,
  daysToDifficultyAnswer: figure,
  visitsOnTime: figure,
  aliveAt6: figure,
  aliveAt12: figure,
  satisfaction: figure,
})

const contract = z.strictObject({
  from: day,
  until: day,
  ceiling: z.nullable(z.int()),
  cases: z.nullable(z.int()),
  prices: z.array(z.strictObject({ service: text, amount: z.int() })),
})

export const operatorSheet: z.ZodMiniType<OperatorSheet> = z.strictObject({
  office: text,
  scheme: text,
  type: z.enum(operatorTypes),
  state,
  from: dayOrNone,
  until: dayOrNone,
  lots: z.array(lot),
  expertise: z.array(text),
  sectors: z.array(text),
  regions: z.array(text),
  languages: z.array(text),
  capacity: z.nullable(z.int()),
  contract: z.nullable(contract),
  interests: z.array(z.strictObject({ case: z.nullable(id), party: text, reason: text })),
})

const operatorRow: z.ZodMiniType<answers.OperatorRow> = z.strictObject({
  office: text,
  accreditation: z.nullable(id),
  sheet: z.nullable(operatorSheet),
  insuredUntil: dayOrNone,
  waits: z.boolean(),
  performance: operatorPerformance,
})
export const register = rows(operatorRow)

type MainFacts = Pick<
  answers.StandingAnswer['standing'],
  'accreditation' | 'version' | 'status' | 'scheme' | 'edition' | 'office'
>
const standingState: z.ZodMiniType<MainFacts> = z.looseObject({
  accreditation: id,
  version: z.int(),
  status: state,
  scheme: text,
  edition: text,
  office: text,
})

export const standing: z.ZodMiniType<Omit<answers.StandingAnswer, 'standing'> & { standing: MainFacts }> =
  z.strictObject({
    standing: standingState,
    texts: words,
    documents: z.array(document),
    story: z.array(
      z.strictObject({
        version: z.int(),
        type: text,
        data: z.unknown(),
        who: orNone,
        role: text,
        at: instant,
      }),
    ),
    performance: operatorPerformance,
    use: z.strictObject({ cases: z.int(), committed: z.int() }),
  })

const ownStanding: z.ZodMiniType<answers.OwnStanding> = z.strictObject({
  accreditation: id,
  scheme: text,
  status: state,
  until: dayOrNone,
  contractUntil: dayOrNone,
  insuredUntil: dayOrNone,
})
export const ownStandings = rows(ownStanding)

const callState = z.looseObject({ call: id, version: z.int(), scheme: text, office: text, from: day, until: day })
export const calls = rows(z.strictObject({ call: callState, title: text, text, answered: z.nullable(z.int()) }))

const application: z.ZodMiniType<answers.CallApplication> = z.strictObject({
  application: id,
  organisation: text,
  contact: text,
  email: text,
  phone: orNone,
  place: text,
  type: z.enum(operatorTypes),
  lots: z.array(lot),
  text,
  language: text,
  askedAt: instant,
  eraseOn: day,
  outcome: z.nullable(z.enum(['invited', 'declined'])),
})

export const callAnswers: z.ZodMiniType<answers.CallAnswers> = z.strictObject({
  standings: z.array(z.strictObject({ accreditation: id, office: text, status: text })),
  applications: z.array(application),
})

const publicCall: z.ZodMiniType<answers.PublicCall> = z.strictObject({
  call: id,
  scheme: text,
  title: text,
  text,
  from: day,
  until: day,
  lots: z.array(lot),
})
export const publicCalls = rows(publicCall)
