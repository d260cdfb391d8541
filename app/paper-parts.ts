import partsFile from '#catalogue/letters/parts.json' with { type: 'json' }
import { canonicalJson } from '#domain/canonical.ts'
import type { DocumentParts } from '#domain/signature/signature.ts'

import { textFingerprint } from './fingerprint.ts'
import type { LetterData, LetterKind } from './ports.ts'

const partsOfLetter: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = partsFile

/**
 * What each party's part of a letter shows, as a digest (SHA-256): which fields those are is data of the letters. The
 * same digest means that nothing this party signs has changed, whatever the date or the reference. Null for a letter
 * that nobody signs.
 */
export function partsOf<K extends LetterKind>(letter: K, data: LetterData[K]): DocumentParts {
  const parts = partsOfLetter[letter]
  if (!parts) return null
  const fields = data as unknown as Readonly<Record<string, unknown>>
  const digest = (keys: readonly string[]) =>
    textFingerprint(canonicalJson(Object.fromEntries(keys.map((key) => [key, fields[key]]))))
  return Object.fromEntries(Object.entries(parts).map(([party, keys]) => [party, digest(keys)]))
}
