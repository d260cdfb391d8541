import * as z from 'zod/mini'

import type { WorkingCalendar } from '#domain/calendar.ts'
import type { FactAnswers } from '#domain/field.ts'
import { readShaped } from '#domain/scheme/check.ts'
import type { Problem } from '#domain/scheme/problem.ts'
import { isAnsweredBy } from '#domain/scheme/elsewhere.ts'
import { dueOn, findStep, roadWhen, stepsFor } from '#domain/scheme/journey.ts'
import type { Reason, RunningEdition } from '#domain/scheme/rules.ts'
import type { Edition, Scheme } from '#domain/scheme/scheme.ts'

/**
 * Worked examples of a scheme, written by people of the field beside the scheme file (`NAME.examples.yaml`): a person,
 * the answers, and what the scheme must say. An answer is a value, or `{ estimated: … }`, or `{ unknown: refused }`.
 */
const value = z.union([z.boolean(), z.number(), z.string()])
const answer = z.union([
  value,
  z.strictObject({ estimated: value }),
  z.strictObject({ unknown: z.enum(['unknown', 'refused', 'not-asked']) }),
])
const result = z.enum(['met', 'not-met', 'not-known'])
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

const exampleSchema = z.strictObject({
  example: z.string(),
  /** Another edition than that of the file, for what an older one said. */
  edition: z.optional(z.string()),
  facts: z.record(z.string(), answer),
  /** What other cases of this person say: an aid that was given (`ofii-togo/business`), a step that was done there. */
  elsewhere: z.optional(z.array(z.string())),
  verdict: result,
  /** Every rule that the verdict rests on. */
  reasons: z.record(z.string(), result),
  /** Facts that are missing, most useful first. */
  missing: z.array(z.string()),
  /** Per aid: whether it is open, and its ceiling in minor units; null where it is not known. */
  aids: z.record(z.string(), z.strictObject({ opens: result, ceiling: z.nullable(z.int()) })),
  allowances: z.optional(z.record(z.string(), z.nullable(z.int()))),
  /**
   * The aid chosen, the road it leads along (`travel?` where these answers do not say whether the step is asked for),
   * and the dates that are due once these things are done.
   */
  aid: z.optional(z.string()),
  steps: z.optional(z.array(z.string())),
  done: z.optional(z.record(z.string(), day)),
  due: z.optional(z.record(z.string(), z.nullable(day))),
})
export type Example = z.infer<typeof exampleSchema>

const fileSchema = z.strictObject({
  scheme: z.string(),
  edition: z.string(),
  examples: z.array(exampleSchema).check(z.minLength(1)),
})
export type Examples = z.infer<typeof fileSchema>

/** The edition that an example is about, or undefined when the scheme does not have it. */
export function editionFor(
  { edition: own }: Example,
  { edition }: Examples,
  { editions }: Scheme,
): Edition | undefined {
  return editions.find((each) => each.edition === (own ?? edition))
}

/** What an example expects and what the scheme says instead. */
export type Difference = { readonly about: string; readonly expected: unknown; readonly found: unknown }

/** Reads a file of examples: what it holds, or what is wrong with it, line by line. */
export function readExamples(text: string): { readonly value: Examples } | { readonly problems: readonly Problem[] } {
  return readShaped(text, fileSchema)
}

/** Plays an example against its edition; an empty list means that the scheme says what the example expects. */
export function differencesOf(
  example: Example,
  running: RunningEdition,
  calendar: WorkingCalendar,
): readonly Difference[] {
  const found = foundFor(example, running, calendar)
  const expected: Record<string, unknown> = example
  return Object.entries(found).flatMap(([about, told]) => {
    const wanted = expected[about]
    return wanted === undefined || same(told, wanted) ? [] : [{ about, expected: wanted, found: told }]
  })
}

function foundFor(example: Example, running: RunningEdition, calendar: WorkingCalendar): Record<string, unknown> {
  const { edition, rules } = running
  const facts = { ...answersOf(example), ...heardIn(example, edition) }
  const verdict = rules.verdict(edition.eligibility, facts)
  const ceiling = (rule: string) => (rule === 'unknown' ? null : (rules.amount(rule, facts).amount?.amount ?? null))
  const aids = edition.aids.map((aid) => [
    aid.aid,
    { opens: rules.verdict(aid.opensWith, facts).result, ceiling: ceiling(aid.ceiling) },
  ])
  const due = Object.keys(example.due ?? {}).map((id) => {
    const placed = findStep(edition, id)
    return [id, placed ? dueOn(placed.step, example.done ?? {}, calendar) : 'no such step']
  })
  return {
    verdict: verdict.result,
    reasons: Object.fromEntries(verdict.reasons.map(({ rule, result }: Reason) => [rule, result])),
    missing: verdict.missing,
    aids: Object.fromEntries(aids),
    allowances: Object.fromEntries((edition.allowances ?? []).map((each) => [each.allowance, ceiling(each.amount)])),
    steps: roadWhen(stepsFor(edition, example.aid ?? null), (rule) => rules.verdict(rule, facts).result).map(
      ({ step, perhaps }) => (perhaps ? `${step.step}?` : step.step),
    ),
    due: Object.fromEntries(due),
  }
}

function heardIn({ elsewhere = [] }: Example, { facts }: Edition): FactAnswers {
  const heard = facts.filter((fact) => elsewhere.some((name) => fact.elsewhere && isAnsweredBy(fact.elsewhere, name)))
  return Object.fromEntries(heard.map(({ fact }) => [fact, { known: true }]))
}

export function answersOf({ facts }: Example): FactAnswers {
  return Object.fromEntries(
    Object.entries(facts).map(([fact, given]) => {
      if (typeof given !== 'object') return [fact, { known: given }]
      return [fact, 'unknown' in given ? given : { known: given.estimated, estimated: true as const }]
    }),
  )
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>]
  return Array.isArray(one) === Array.isArray(other) && [...keys].every((key) => same(left[key], right[key]))
}
