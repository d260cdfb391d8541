import * as z from 'zod/mini'

import { clean, longestWord } from './field.ts'
import type { Outcome } from './outcome.ts'
import { accept, refuse } from './outcome.ts'

export const bestTimes = ['any', 'morning', 'afternoon', 'evening'] as const
export type BestTime = (typeof bestTimes)[number]

/** How a request ends; `waiting` puts one back that was settled by mistake. */
export const callBackOutcomes = ['reached', 'not-reached', 'no-longer-wanted', 'registered', 'waiting'] as const
export type CallBackOutcome = (typeof callBackOutcomes)[number]

/** Days until a request is erased: while nobody called, and once it is settled (so that a mistake can be undone). */
export const keptDays = 90
export const keptDaysSettled = 7

const contact = (longest: number, pattern: RegExp) =>
  z.optional(z.string().check(z.trim(), z.maxLength(longest), z.regex(pattern), clean))

/** At least six digits in any writing of numbers, and no letter. There is one way to read it, so it never runs long. */
export const phonePattern = /^[^\p{L}\p{Nd}]*(?:\p{Nd}[^\p{L}\p{Nd}]*){6,}$/u
export const emailPattern = /^[^@\s]+@[^@\s]+$/

/** What somebody says who asks to be called back: as little as it takes to reach them. No answer is among it. */
export const callBackSchema = z.strictObject({
  /** A name, a first name or initials. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestWord), clean),
  phone: contact(40, phonePattern),
  email: contact(254, emailPattern),
  bestTime: z.enum(bestTimes),
  language: z.enum(['fr', 'en', 'ar']),
  /** Which office is asked, scheme by scheme. */
  wishes: z
    .array(z.strictObject({ scheme: z.string().check(z.maxLength(100)), office: z.string().check(z.maxLength(100)) }))
    .check(z.minLength(1), z.maxLength(20)),
  consent: z.literal(true),
})
export type CallBackInput = z.infer<typeof callBackSchema>

/** A request that has a way to answer it. Refuses `contact-needed` without a telephone number and an e-mail address. */
export function reachable(request: CallBackInput): Outcome<CallBackInput> {
  return request.phone || request.email ? accept(request) : refuse('contact-needed', {}, 'phone')
}
