import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'

/**
 * How settling a request ended. Refusals: `not-found`, and `already-waits` when it is put back while a newer one of the
 * same sender waits: the database keeps only one.
 */
export async function settledAs<T>(outcome: T, settling: Promise<boolean>): Promise<Outcome<{ readonly outcome: T }>> {
  try {
    return (await settling) ? accept({ outcome }) : refuse('not-found')
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return refuse('already-waits')
    throw error
  }
}
