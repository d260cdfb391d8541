/** Where sealed bytes lie: a folder or a bucket. A place never sees the content of a file, only its sealed form. */
import type { Outcome } from '#domain/outcome.ts'

/**
 * Refusals: `file-not-found`, `file-store-full`, `file-store-not-reachable` (try later). `put` replaces what was there
 * in one step: a reader sees the old content or the new, never a part.
 */
export type Place = {
  put(name: string, sealed: AsyncIterable<Uint8Array>): Promise<Outcome<true>>
  get(name: string): Promise<Outcome<AsyncIterable<Uint8Array>>>
  length(name: string): Promise<Outcome<number>>
  remove(name: string): Promise<Outcome<true>>
}
