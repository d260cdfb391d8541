import * as z from 'zod/mini'

import { emailPattern, phonePattern } from '../call-back.ts'
import { clean, longestWord } from '../field.ts'
import { operatorTypes } from '../operator/sheet.ts'
import { lots } from '../scheme/operators.ts'

/** How an application on the public page is settled; `waiting` puts one back that was settled by mistake. */
export const applicationOutcomes = ['invited', 'declined', 'waiting'] as const
export type ApplicationOutcome = (typeof applicationOutcomes)[number]

/** Days until an application without an account is erased: while nobody answered, and once it is settled. */
export const keptDays = 365
export const keptDaysSettled = 90

/** Letters of what an organisation says of itself on the public page. */
export const longestApplication = 4_000

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestWord), clean)

/** What an organisation without an account says when it answers a call: who it is, and how to reach it. */
export const callApplicationSchema = z.strictObject({
  call: z.uuid(),
  organisation: line,
  contact: line,
  email: z.string().check(z.trim(), z.maxLength(254), z.regex(emailPattern), clean),
  phone: z.optional(z.string().check(z.trim(), z.maxLength(40), z.regex(phonePattern), clean)),
  place: line,
  type: z.enum(operatorTypes),
  lots: z.array(z.enum(lots)).check(z.minLength(1), z.maxLength(lots.length)),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestApplication), clean),
  language: z.enum(['fr', 'en', 'ar']),
  consent: z.literal(true),
})
export type CallApplicationInput = z.infer<typeof callApplicationSchema>
