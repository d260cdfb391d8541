import { createHash } from 'node:crypto'

import type { Refusal } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'

/** A pack as it lies in the file store: its PDF, and its data as canonical JSON. */
export type PackBytes = { readonly pdf: Uint8Array; readonly data: Uint8Array }

/** One SHA-256 over both, hexadecimal: over the fingerprint of the PDF, a blank and the fingerprint of the data. */
export function packHash({ pdf, data }: PackBytes): string {
  return fingerprint(Buffer.from(`${fingerprint(pdf)} ${fingerprint(data)}`))
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** `pack-changed` when what lies in the store is not what was frozen. */
export function packRefusal(bytes: PackBytes, hash: string): Refusal | undefined {
  const found = packHash(bytes)
  return found === hash ? undefined : refuse('pack-changed', { hash, found })
}

/** Under which ids a pack lies in the file store. */
export function packKeys(hash: string): { readonly pdf: string; readonly data: string } {
  return { pdf: `pack-${hash}-pdf`, data: `pack-${hash}-data` }
}
