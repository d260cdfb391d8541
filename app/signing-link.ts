import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

import { asActor } from '#db/connect.ts'
import { addSigningLink } from '#db/signing-links.ts'
import type { CaseEventData } from '#domain/case/events.ts'

import type { House } from './house.ts'

/** What a secret word hashes to: only this is kept of links, codes and visits. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export function isSecret(said: string, hash: Buffer | null): boolean {
  return hash !== null && timingSafeEqual(secretHash(said), hash)
}

/** A word that nobody guesses: 192 bits, as they stand in an address. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

type Sent = Pick<CaseEventData['signing-link-sent'], 'request' | 'party' | 'link' | 'expiresOn'>

/** Makes the word of a link that was decided on, keeps what it hashes to, and answers it: it is told once and never kept. */
export async function makeLink(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  stream: string,
  { request, party, link, expiresOn }: Sent,
): Promise<string> {
  const secret = newSecret()
  const row = { link, case: stream, request, party, createdAt: clock.now(), expiresAt: `${expiresOn}T23:59:59Z` }
  await asActor(database, 'system', (tx) => addSigningLink(tx, { ...row, tokenHash: secretHash(secret) }))
  return secret
}
