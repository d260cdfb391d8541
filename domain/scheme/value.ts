import * as z from 'zod/mini'

import { isPlainDate } from '../calendar.ts'
import { isCurrency } from '../money.ts'
import { roles } from '../role.ts'

/** The small values of which a scheme file is made; messages are codes that `check.ts` hands on. */
export const word = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'not-a-word' }))
export const day = z.string().check(z.refine(isPlainDate, { error: 'invalid-date' }))
const plain = z.string().check(z.minLength(1), z.maxLength(2000), z.regex(/^[^<>]*$/, { error: 'text-with-markup' }))

/** A text in the three languages. */
export const textSchema = z.strictObject({ fr: plain, en: plain, ar: plain })

/** The id of an entry of the file's `sources`. */
export const source = word
export const role = z.enum(roles)
export const unknown = z.literal('unknown')
export const currency = z.string().check(z.refine(isCurrency, { error: 'unknown-currency' }))
