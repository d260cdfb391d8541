import * as z from 'zod/mini'

import { budgetSchema, funderSchema } from './funding.ts'
import { source, textSchema, unknown, word } from './value.ts'

const tranche = z.strictObject({
  tranche: word,
  title: textSchema,
  /** Percent of the award; the shares of an aid sum to 100, the last one takes what rounding leaves. */
  share: z.number().check(z.positive(), z.maximum(100)),
  conditions: z.array(
    z.strictObject({
      condition: word,
      title: textSchema,
      /** What proves it: a signed agreement, a document of this kind, a visit that was recorded, a person's word. */
      proof: z.enum(['agreement', 'document', 'visit', 'payment-receipts', 'statement']),
    }),
  ),
  source,
})
export type Tranche = z.infer<typeof tranche>

/** What a scheme offers: of type social, employment or business. */
export const aid = z.strictObject({
  aid: word,
  type: z.enum(['social', 'employment', 'business']),
  title: textSchema,
  summary: textSchema,
  /** `none` for a service that pays nothing: no tranches, no step of decision or payment, a ceiling of zero. */
  money: z.optional(z.literal('none')),
  /** Rule that opens the aid, rule that computes the ceiling in the scheme's currency. */
  opensWith: z.string(),
  ceiling: z.union([unknown, z.string()]),
  decidedBy: z.enum(['committee', 'coordinator']),
  payees: z.array(z.enum(['beneficiary', 'supplier', 'operator'])),
  tranches: z.array(tranche),
  /** Who pays for it together, when several do. */
  funders: z.optional(z.array(funderSchema)),
  /** What may be granted of this aid in a year; awards count against it. */
  budget: z.optional(z.array(budgetSchema)),
  source,
})
export type Aid = z.infer<typeof aid>
