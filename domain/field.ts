import * as z from 'zod/mini'

import { isInstant, isPartialDate, isPlainDate } from './calendar.ts'
import type { PickSource } from './pick-source.ts'

export type { PickSource }

/**
 * One input field of a command, described once. The schema checks it (browser, server, job, import), the kind draws
 * it, and `erasable` says that its words are kept outside the events, so that they can be erased.
 */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'date'
  | 'moment'
  | 'partial-date'
  | 'amount'
  | 'number'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'pick'
  | 'picks'
  | 'file'
  | 'facts'
  | 'scores'
  | 'person'
  | 'people'
  | 'beneficiary'
  | 'lines'
  | 'funding'
  | 'proofs'
  | 'grid'
  | 'prices'
  | 'project'
  | 'correction'

export type Field<T = unknown> = {
  readonly kind: FieldKind
  readonly schema: z.ZodMiniType<T>
  readonly optional: boolean
  readonly erasable: boolean
  readonly options?: readonly string[]
  readonly from?: PickSource
}

export type Fields = Readonly<Record<string, Field>>

export type InputOf<F extends Fields> = {
  [K in keyof F as F[K] extends Field<infer T> ? (undefined extends T ? never : K) : never]: F[K] extends Field<infer T>
    ? T
    : never
} & {
  [K in keyof F as F[K] extends Field<infer T> ? (undefined extends T ? K : never) : never]?: F[K] extends Field<
    infer T
  >
    ? T
    : never
}

const datePattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
export const longestText = 10_000
export const longestWord = 300
/** Characters of a scheme file. */
export const largestFile = 512 * 1024

function field<T>(kind: FieldKind, schema: z.ZodMiniType<T>, more: Partial<Field<T>> = {}): Field<T> {
  return { kind, schema, optional: false, erasable: false, ...more }
}

/** The same field, which may be left empty. */
export function optional<T>(of: Field<T>): Field<T | undefined> {
  return { ...of, schema: z.optional(of.schema) as z.ZodMiniType<T | undefined>, optional: true }
}

/** Neither the character zero nor half of a pair of surrogates: no database and no UTF-8 can keep them. */
export const clean = z.refine<string>((value) => !value.includes('\u0000') && value.isWellFormed(), {
  error: 'invalid-text',
})

/** An id that a client made, in the one spelling that databases and hashes keep. */
export const madeId = z.uuid().check(z.toLowerCase())

/** A short text (1 to 300 characters), erasable. */
export function text(): Field<string> {
  return field('text', z.string().check(z.trim(), z.minLength(1), z.maxLength(longestWord), clean), { erasable: true })
}

/** Free text (1 to 10,000 characters), erasable: kept outside the events. */
export function longText(): Field<string> {
  return field('long-text', z.string().check(z.trim(), z.minLength(1), z.maxLength(longestText), clean), {
    erasable: true,
  })
}

/** A plain date, `YYYY-MM-DD`. Whether it may lie ahead is the command's decision. */
export function date(): Field<string> {
  return field(
    'date',
    z.string().check(
      z.regex(datePattern, { error: 'invalid-date' }),
      z.refine((value) => isPlainDate(value), { error: 'invalid-date' }),
    ),
  )
}

/** A point in time, ISO 8601 in UTC (`2026-03-02T09:30:00Z`); shown and typed in the reader's own zone. */
export function moment(): Field<string> {
  return field('moment', z.string().check(z.refine((value) => isInstant(value), { error: 'invalid-date' })))
}

/** An amount in minor units of the case's currency: a safe integer, zero or more. */
export function amount(): Field<number> {
  return field('amount', z.int().check(z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER)))
}

export function number(minimum = 0, maximum = 1_000_000): Field<number> {
  return field('number', z.int().check(z.minimum(minimum), z.maximum(maximum)))
}

export function choice<const T extends readonly string[]>(options: T): Field<T[number]> {
  return field('choice', z.enum(options) as unknown as z.ZodMiniType<T[number]>, { options })
}

export function choices<const T extends readonly string[]>(options: T): Field<T[number][]> {
  const schema = z.array(z.enum(options)).check(z.maxLength(options.length))
  return field('choices', schema as unknown as z.ZodMiniType<T[number][]>, { options })
}

export function yesNo(): Field<boolean> {
  return field('yes-no', z.boolean())
}

/** The id of something chosen from a list that the case, the scheme or the directory offers. */
export function pick(from: PickSource): Field<string> {
  return field('pick', z.string().check(z.minLength(1), z.maxLength(100), clean), { from })
}

export function picks(from: PickSource): Field<string[]> {
  return field('picks', z.array(z.string().check(z.minLength(1), z.maxLength(100), clean)).check(z.maxLength(100)), {
    from,
  })
}

/** SHA-256 of a file's bytes, hexadecimal. */
export function fingerprint(): Field<string> {
  return field('pick', z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: 'invalid-fingerprint' })), {
    from: 'fingerprints',
  })
}

/** A first-level region of a country by its ISO 3166-2 code, such as `CM-CE`. */
export function region(): Field<string> {
  const schema = z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { error: 'invalid-region' }))
  return field('pick', schema, { from: 'regions' })
}

/** Fingerprints of packs, each as the version of its case, a blank and SHA-256, by the case. */
export function packs(): Field<Record<string, string>> {
  const pack = z.string().check(z.regex(/^\d{1,9} [0-9a-f]{64}$/, { error: 'invalid-fingerprint' }))
  return field('scores', z.record(madeId, pack) as unknown as z.ZodMiniType<Record<string, string>>)
}

/** The id of a file that was uploaded before. */
export function file(): Field<string> {
  return field('file', madeId)
}

/** The text of a scheme file, kept once under its fingerprint; what is wrong in it is for its check to say. */
export function schemeText(): Field<string> {
  return field('long-text', z.string().check(z.minLength(1), z.maxLength(largestFile), clean))
}

const factValue = z.union([z.boolean(), z.number(), z.string().check(z.maxLength(longestWord), clean)])

/** A fact's answer: its value, its value estimated, or why there is none. */
export const answerSchema = z.union([
  z.strictObject({ known: factValue, estimated: z.optional(z.literal(true)) }),
  z.strictObject({ unknown: z.enum(['unknown', 'refused', 'not-asked']) }),
])

export type FactAnswer = z.infer<typeof answerSchema>
export type FactAnswers = Record<string, FactAnswer>

/** The name of an entry of a record: a fact, a criterion, a service. */
export const factName = z.string().check(z.minLength(1), z.maxLength(100), clean)

/** Answers to facts of the scheme, by the fact's name. Which names exist is the edition's matter. */
export function facts(): Field<FactAnswers> {
  return field('facts', z.record(factName, answerSchema) as unknown as z.ZodMiniType<FactAnswers>)
}

/** Answers of a scored instrument: question id to option id. */
export function scores(): Field<Record<string, string>> {
  const option = z.string().check(z.minLength(1), z.maxLength(100), clean)
  return field('scores', z.record(factName, option) as unknown as z.ZodMiniType<Record<string, string>>)
}

const partialDatePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestWord), clean)

export const relations = [
  'principal',
  'spouse',
  'child',
  'parent',
  'sibling',
  'other',
  'contact',
  'participant',
] as const
export type Relation = (typeof relations)[number]

/** A person as typed at intake. Identity never enters an event; `birth` may be a year, a month or a day. */
export const personSchema = z.strictObject({
  person: madeId,
  givenName: name,
  familyName: name,
  chosenName: z.optional(name),
  birth: z.optional(
    z
      .string()
      .check(
        z.regex(partialDatePattern, { error: 'invalid-date' }),
        z.refine(isPartialDate, { error: 'invalid-date' }),
      ),
  ),
  birthEstimated: z.optional(z.boolean()),
  sex: z.optional(z.enum(['female', 'male', 'other', 'unknown', 'refused'])),
  nationality: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  phone: z.optional(z.string().check(z.trim(), z.maxLength(40), clean)),
  email: z.optional(z.string().check(z.trim(), z.maxLength(254), clean)),
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  relation: z.enum(relations),
})

export type PersonInput = z.infer<typeof personSchema>

/** The people of a case, the principal or the contact first; at most 30. */
export function people(atLeast = 1): Field<PersonInput[]> {
  return field('people', z.array(personSchema).check(z.minLength(atLeast), z.maxLength(30)), { erasable: true })
}

export function person(): Field<PersonInput> {
  return field('person', personSchema as z.ZodMiniType<PersonInput>, { erasable: true })
}

/** An organisation or a group as typed at intake: its name and how to reach it. Kept outside the events, like people. */
export const beneficiarySchema = z.strictObject({
  name,
  /** The number under which the authorities know an organisation. */
  registration: z.optional(name),
  place: z.optional(name),
  phone: z.optional(z.string().check(z.trim(), z.maxLength(40), clean)),
  email: z.optional(z.string().check(z.trim(), z.maxLength(254), clean)),
})

export type BeneficiaryInput = z.infer<typeof beneficiarySchema>

/** The organisation or group that a case is about. */
export function beneficiary(): Field<BeneficiaryInput> {
  return field('beneficiary', beneficiarySchema as z.ZodMiniType<BeneficiaryInput>, { erasable: true })
}

/** One line of a budget: what is bought, and for how much. */
export const lineSchema = z.strictObject({
  line: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestWord), clean),
  amount: z.int().check(z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER)),
})

export type BudgetLine = z.infer<typeof lineSchema>

/** Budget lines in minor units; their labels are plain words for goods, never a person. */
export function lines(): Field<BudgetLine[]> {
  return field('lines', z.array(lineSchema).check(z.minLength(1), z.maxLength(200)) as z.ZodMiniType<BudgetLine[]>)
}

/** How much each funder carries, in minor units, by the funder's id. */
export function funding(): Field<Record<string, number>> {
  return field('funding', z.record(factName, amount().schema) as unknown as z.ZodMiniType<Record<string, number>>)
}

/** New values for an earlier event, by the name of the value; the target event's own schema judges them. */
export function correction(): Field<Record<string, string | number | boolean>> {
  const schema = z.record(factName, factValue)
  return field('correction', schema as unknown as z.ZodMiniType<Record<string, string | number | boolean>>)
}

/** One strict object schema of all fields: an unknown key is refused. */
export function schemaOf(of: Fields): z.ZodMiniType<Record<string, unknown>> {
  const shape: Record<string, z.ZodMiniType> = {}
  for (const [key, value] of Object.entries(of)) shape[key] = value.schema
  return z.strictObject(shape) as unknown as z.ZodMiniType<Record<string, unknown>>
}
