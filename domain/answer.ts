/**
 * A value, or why there is none. The field's files are full of honest gaps: a birth year that is a guess, a question
 * somebody would not answer, one that nobody asked. Each has its own consequence, so none is an empty string.
 */
import * as z from 'zod/mini'

export const unknownReasons = ['unknown', 'refused', 'not-asked'] as const

/** unknown: asked, nobody knows. refused: the person would rather not say. not-asked: the question was not put. */
export type UnknownReason = (typeof unknownReasons)[number]

export type Known<T> = { known: T; estimated?: true | undefined }
export type Unknown = { unknown: UnknownReason }
export type Answer<T> = Known<T> | Unknown

export function known<T>(value: T): Known<T> {
  return { known: value }
}

export function estimated<T>(value: T): Known<T> {
  return { known: value, estimated: true }
}

export function unknown(reason: UnknownReason = 'unknown'): Unknown {
  return { unknown: reason }
}

export function isKnown<T>(answer: Answer<T>): answer is Known<T> {
  return 'known' in answer
}

export function isEstimated(answer: Answer<unknown>): boolean {
  return 'known' in answer && answer.estimated === true
}

/** The value, estimated or not, or undefined: for reading. Whoever decides on it must also look at `isEstimated`. */
export function valueOf<T>(answer: Answer<T> | undefined): T | undefined {
  return answer !== undefined && isKnown(answer) ? answer.known : undefined
}

/** The reason for having no value; an answer that was never recorded counts as not asked. */
export function reasonOf(answer: Answer<unknown> | undefined): UnknownReason | undefined {
  if (answer === undefined) return 'not-asked'
  return isKnown(answer) ? undefined : answer.unknown
}

/** The same answer about another value: an estimate stays an estimate, an unknown keeps its reason. */
export function mapAnswer<T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> {
  if (!isKnown(answer)) return answer
  return isEstimated(answer) ? estimated(change(answer.known)) : known(change(answer.known))
}

/** One answer from several: known only if all are, estimated if one is, otherwise the first reason for a gap. */
export function allAnswers<T>(answers: readonly Answer<T>[]): Answer<T[]> {
  const gap = answers.find((answer) => !isKnown(answer))
  if (gap !== undefined && !isKnown(gap)) return gap
  const values = answers.filter(isKnown).map((answer) => answer.known)
  return answers.some(isEstimated) ? estimated(values) : known(values)
}

/** The schema of an answer around the schema of its value; anything beside the four forms is refused. */
export function answerSchema<S extends z.core.$ZodType>(value: S) {
  return z.union([
    z.strictObject({ known: value, estimated: z.optional(z.literal(true)) }),
    z.strictObject({ unknown: z.enum(unknownReasons) }),
  ])
}
