import * as z from 'zod/mini'

import { aid } from './aid.ts'
import { beneficiaryKinds } from './beneficiary.ts'
import { answer, deadline } from './clock.ts'
import { committee } from './committee.ts'
import { elsewhereSchema } from './elsewhere.ts'
import { budgetSchema } from './funding.ts'
import { confirmations, stageKinds, stepKinds } from './kinds.ts'
import { operatorsSchema } from './operators.ts'
import { resultSchema } from './result.ts'
import { currency, day, role, source, textSchema, unknown, word } from './value.ts'

export type { Aid, Tranche } from './aid.ts'
export { plainKinds, stageKinds, stepKinds } from './kinds.ts'
export type { StageKind, StepKind } from './kinds.ts'

/** A text in the three languages. */
export type Text = z.infer<typeof textSchema>

const step = z.strictObject({
  step: word,
  kind: z.enum(stepKinds),
  title: textSchema,
  help: z.optional(textSchema),
  by: role,
  /** Who approves it after it was handed in. */
  approvedBy: z.optional(role),
  /** Types of aid for which the step exists; left out = all. */
  for: z.optional(z.array(word)),
  /** The rule that says for whom the step exists; as long as it is not known, nobody owes the step. Left out = all. */
  when: z.optional(z.string()),
  /** Steps that must be done before; left out = the steps before it in the journey that are not optional. */
  needs: z.optional(z.array(word)),
  optional: z.optional(z.boolean()),
  /** It may be done several times, each time with its own date and note; done once, it is not owed any more. */
  repeats: z.optional(z.boolean()),
  deadline: z.optional(deadline),
  /** For a designation: how long the operator has to answer. */
  answer: z.optional(answer),
  /** Facts this step asks for. */
  asks: z.optional(z.array(z.string())),
  instrument: z.optional(word),
  signedBy: z.optional(z.array(z.enum(['beneficiary', 'operator', 'office']))),
  /** For a commitment: the paper that is signed, and how. Left out = it is signed on paper, which need not be here. */
  signing: z.optional(
    z.strictObject({
      paper: word,
      /** Whether a signature on paper may be noted although the signed paper is not here. */
      withoutPaper: z.boolean(),
      /** How whoever opens a link says who they are, the kindest way first; left out = as the house does it. */
      confirm: z.optional(z.array(z.enum(confirmations)).check(z.minLength(1))),
      /** Days for which a link opens; left out = as the house does it. */
      linkDays: z.optional(z.int().check(z.positive(), z.maximum(90))),
      source,
    }),
  ),
  /** For a step of committee that a committee decides: which one. */
  committee: z.optional(word),
  /** For the choice of aid: the step up to which it may still be changed. */
  changeUntil: z.optional(word),
  /** For a training: the rule that computes the stipend of one day attended. */
  stipend: z.optional(z.union([unknown, z.string()])),
  /** For a journey or a departure: for the person alone or for the whole family of the case. */
  travels: z.optional(z.enum(['beneficiary', 'family'])),
  source,
})
export type Step = z.infer<typeof step>

const stage = z.strictObject({
  stage: word,
  kind: z.enum(stageKinds),
  title: textSchema,
  where: z.enum(['host', 'return']),
  steps: z.array(step),
})
export type Stage = z.infer<typeof stage>

/** Values that a case already holds, so that nobody is asked for them. */
export const derivedValues = [
  'adults',
  'minors',
  'project-cost',
  'own-contribution',
  'project-viable',
  'aid-type',
  'region',
  'score',
  'band',
] as const
export type DerivedValue = (typeof derivedValues)[number]

const fact = z.strictObject({
  fact: z.string().check(z.minLength(1), z.maxLength(60)),
  ask: textSchema,
  help: z.optional(textSchema),
  type: z.enum(['yes-no', 'number', 'choice', 'amount', 'date']),
  /** Publicodes unit for numbers, such as `mois` or `an`. */
  unit: z.optional(z.string()),
  options: z.optional(z.array(z.strictObject({ option: z.string(), title: textSchema }))),
  /** Where the value comes from when nobody is asked. */
  from: z.enum(['intake', 'family', 'assessment', 'feasibility', 'committee', 'coordinator']),
  /** The value of the case that answers it, when it holds one; a recorded answer is used otherwise. */
  derived: z.optional(z.enum(derivedValues)),
  /** For `score` (0 to 1) and `band`: of which instrument, as it was last recorded. */
  instrument: z.optional(word),
  /** What the person's other cases can answer with yes. */
  elsewhere: z.optional(elsewhereSchema),
  sensitive: z.optional(z.boolean()),
  source,
})
export type Fact = z.infer<typeof fact>

/** Money that is due by rule alone, without project or operator, such as a sum handed out on departure. */
const allowance = z.strictObject({ allowance: word, title: textSchema, amount: z.string(), paid: textSchema, source })

const rule = z.strictObject({
  rule: z.string(),
  title: textSchema,
  source,
  /** Publicodes, as is. */
  publicodes: z.any(),
})
export type SchemeRule = z.infer<typeof rule>

/** One `from` buys `rate` units of `to`; rules read it as `cours EUR`. Fixed parities need no entry. */
const rate = z.strictObject({
  from: currency,
  to: currency,
  rate: z.string().check(z.regex(/^\d{1,9}(\.\d{1,9})?$/, { error: 'not-a-rate' })),
  date: day,
  source,
})

const monitoring = z.strictObject({
  /** The event from which the monitoring runs. */
  starts: z.enum(['first-payment', 'departure', 'first-contact']),
  months: z.int().check(z.positive()),
  renewal: z.optional(z.strictObject({ months: z.int(), times: z.int(), by: role, source })),
  /** Months after the start. */
  visits: z.strictObject({ at: z.array(z.int()), by: role, source }),
  ownVisits: z.optional(z.strictObject({ atLeast: z.int(), by: role, source })),
  reports: z.array(
    z.strictObject({ report: z.enum(['interim', 'final']), at: z.int(), by: role, title: textSchema, source }),
  ),
  source,
})

const named = z.strictObject({ name: word, title: textSchema, source: z.optional(source) })

const instrument = z.strictObject({
  instrument: word,
  version: z.string(),
  title: textSchema,
  questions: z.array(
    z.strictObject({
      question: word,
      ask: textSchema,
      weight: z.number().check(z.nonnegative()),
      options: z.array(z.strictObject({ option: word, title: textSchema, value: z.number() })),
    }),
  ),
  /** Bands of the score (0 to 1), lowest first; each begins at `from`. */
  bands: z.array(z.strictObject({ band: word, from: z.number(), title: textSchema })),
  /** What its score says of whoever works with the person; left out = nothing. */
  measures: z.optional(z.enum(['satisfaction'])),
  source,
})
export type Instrument = z.infer<typeof instrument>

export const editionSchema = z.strictObject({
  edition: z.string(),
  from: day,
  to: z.optional(day),
  source,
  /** Whom a case helps; left out = a person. */
  beneficiary: z.optional(z.enum(beneficiaryKinds)),
  facts: z.array(fact),
  rules: z.array(rule),
  rates: z.optional(z.array(rate)),
  eligibility: z.string(),
  allowances: z.optional(z.array(allowance)),
  aids: z.array(aid),
  /** What all aids without a budget of their own may grant together in a year. */
  budget: z.optional(z.array(budgetSchema)),
  journey: z.array(stage),
  committees: z.optional(z.array(committee).check(z.minLength(1))),
  operators: z.optional(operatorsSchema),
  monitoring: z.optional(monitoring),
  instruments: z.array(instrument),
  consents: z.array(z.strictObject({ purpose: word, title: textSchema, required: z.boolean(), source })),
  papers: z.array(z.strictObject({ paper: word, title: textSchema, letter: z.optional(word), source })),
  notices: z.array(
    z.strictObject({
      notice: word,
      /** Event type that sends it. */
      on: z.string(),
      to: z.union([role, z.literal('beneficiary')]),
      by: z.array(z.enum(['e-mail', 'sms'])),
      subject: textSchema,
      body: textSchema,
    }),
  ),
  closures: z.array(named).check(z.minLength(1)),
  /** The figures of which the scheme gives account. */
  results: z.optional(z.array(resultSchema)),
  retention: z.strictObject({ years: z.union([unknown, z.int()]), source }),
})
export type Edition = z.infer<typeof editionSchema>

/**
 * The shape of a scheme file: this schema is the documentation of the format. A scheme is data; whatever the sources
 * do not give is the word `unknown`, and every value that rests on a source names it.
 */
export const schemeSchema = z.strictObject({
  scheme: word,
  title: textSchema,
  summary: textSchema,
  owner: z.string(),
  /** Country of return, ISO 3166-1 alpha-2. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  currency,
  sources: z.record(
    word,
    z.strictObject({
      title: textSchema,
      certainty: z.enum(['certain', 'reported', 'general-knowledge', 'assumption']),
      note: z.optional(textSchema),
    }),
  ),
  /** Values that contradict each other in the sources: both are kept, with the one in use and why. */
  contradictions: z.optional(
    z.array(
      z.strictObject({
        about: textSchema,
        values: z.array(z.strictObject({ value: textSchema, source })),
        used: textSchema,
        why: textSchema,
      }),
    ),
  ),
  editions: z.array(editionSchema).check(z.minLength(1)),
})
export type Scheme = z.infer<typeof schemeSchema>
