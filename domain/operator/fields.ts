import * as z from 'zod/mini'

import type { Field, FieldKind } from '../field.ts'
import { clean, factName, longestText, madeId } from '../field.ts'

/** Fields that only the standing of an operator has: each a record by a word of the edition. */
function record<T>(kind: FieldKind, value: z.ZodMiniType<T>, erasable = false): Field<Record<string, T>> {
  const schema = z.record(factName, value) as unknown as z.ZodMiniType<Record<string, T>>
  return { kind, schema, optional: false, erasable }
}

/** What an organisation claims to be good at: the paper that proves it, or null without one. */
export function proofs(): Field<Record<string, string | null>> {
  return record('proofs', z.nullable(madeId))
}

export const markSchema = z.strictObject({
  mark: z.int().check(z.nonnegative(), z.maximum(100)),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestText), clean),
})
export type MarkInput = z.infer<typeof markSchema>

/** Marks of an assessment grid by criterion, each with its reason, which is erasable. */
export function grid(): Field<Record<string, MarkInput>> {
  return record('grid', markSchema, true)
}

/** Prices of services in minor units. */
export function prices(): Field<Record<string, number>> {
  return record('prices', z.int().check(z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER)))
}
