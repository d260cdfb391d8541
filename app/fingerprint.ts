import { createHash } from 'node:crypto'

import { canonicalJson } from '#domain/canonical.ts'
import type { Edition, Scheme } from '#domain/scheme/scheme.ts'

/** SHA-256 of a text, hexadecimal. */
export function textFingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What an edition is published under: SHA-256 over the canonical JSON of the scheme with this edition alone. */
export function fingerprintOf(scheme: Scheme, edition: Edition): string {
  return textFingerprint(canonicalJson({ ...scheme, editions: [edition] }))
}

const locks = new WeakMap<Edition, string>()

/** The lock of an edition: the same for the same content, whatever its end, for a later edition ends it. */
export function lockOf(edition: Edition): string {
  const known = locks.get(edition)
  if (known !== undefined) return known
  const lock = textFingerprint(canonicalJson({ ...edition, to: undefined }))
  locks.set(edition, lock)
  return lock
}
