import type * as z from 'zod/mini'

import type { Outcome } from './outcome.ts'
import { accept, refuse } from './outcome.ts'

/**
 * Reads any value by a schema. Refusal `invalid-input`: `field` is the first part of the path, the facts hold the
 * whole path, a reason (a translation key) and the limits that were passed.
 */
export function readShape<T>(schema: z.ZodMiniType<T>, value: unknown): Outcome<T> {
  const result = schema.safeParse(value)
  if (result.success) return accept(result.data)
  const [issue] = result.error.issues
  const path = (issue?.path ?? []).map(String)
  const field = path[0] ?? (issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined)
  return refuse('invalid-input', { reason: reasonOf(issue), path: path.join('.'), ...limits(issue) }, field)
}

type Issue = { readonly code: string; readonly message: string; readonly input?: unknown } & Record<string, unknown>

function reasonOf(issue: object | undefined): string {
  const { code = 'invalid', message = '', input } = (issue ?? {}) as Partial<Issue>
  if (/^invalid-[a-z-]+$/.test(message)) return message
  if (code === 'invalid_type' && input === undefined) return 'missing'
  return code.replaceAll('_', '-')
}

function limits(issue: object | undefined): Record<string, unknown> {
  const { minimum, maximum } = (issue ?? {}) as Partial<Issue>
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) }
}
