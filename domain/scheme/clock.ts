import * as z from 'zod/mini'

import { role, source, textSchema, word } from './value.ts'

/** What the passing of a deadline can do by itself. */
export const byItselfActs = ['close-case', 'end-designation'] as const
export type ByItselfAct = (typeof byItselfActs)[number]

/** Who may take back what happened by itself. */
export const undoingRoles = ['counsellor', 'coordinator', 'programme-manager'] as const

/**
 * What happens by itself once the deadline has passed: the case is closed for one of the edition's reasons, or an
 * operator who did not answer is no longer designated. It is shown on the case beforehand, and one role can take it back.
 */
const byItself = z.strictObject({
  act: z.enum(byItselfActs),
  /** For `close-case`: which of the edition's closures. */
  closure: z.optional(word),
  /** What will happen, as the case says it beforehand. */
  title: textSchema,
  undoneBy: z.enum(undoingRoles),
  source,
})
export type ByItself = z.infer<typeof byItself>

/**
 * A time limit: so many days, working days or months after a step, or after departure, arrival, first payment, or the
 * naming of an operator.
 */
export const deadline = z.strictObject({
  within: z.int().check(z.minimum(0)),
  unit: z.enum(['days', 'working-days', 'months']),
  after: word,
  /** Who hears of it once it has passed, beside whoever owes the step. */
  escalateTo: z.optional(role),
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the scheme file; its value is never a function
  then: z.optional(byItself),
  source,
})
export type Deadline = z.infer<typeof deadline>

/** How long an operator has to answer once it is named: the clock of its step then runs from that day. */
export const answer = z.strictObject({
  within: z.int().check(z.minimum(0)),
  unit: z.enum(['days', 'working-days', 'months']),
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the scheme file; its value is never a function
  then: z.optional(byItself),
  source,
})

type Clocked = { readonly deadline?: Deadline | undefined; readonly answer?: z.infer<typeof answer> | undefined }

/** The time to answer as a deadline like any other. */
export function answerDeadline({ answer: time }: Clocked): Deadline | undefined {
  return time && { ...time, after: 'operator-named' }
}

/** What an act that happened by itself rests on: the deadline of its step, or the time to answer. */
export function thenOf(step: Clocked | undefined, act: ByItselfAct): ByItself | undefined {
  return [step?.deadline?.then, step?.answer?.then].find((then) => then?.act === act)
}

/** A time during which a deadline stood still; `until` is null while it does. */
export type Standstill = { readonly from: string; readonly until: string | null }
