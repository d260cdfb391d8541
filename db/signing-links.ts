import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/** A link as it is kept: never the word in it, only what it hashes to. Instants are ISO 8601, UTC. */
export type SigningLinkRow = {
  readonly link: string
  readonly case: string
  readonly request: string
  readonly party: string
  readonly expiresAt: string
  /** Used, by itself or by a second message of the same sending. */
  readonly used: boolean
  readonly wrongAnswers: number
  readonly codeHash: Buffer | null
  readonly codeUntil: string | null
  readonly codesSent: number
  readonly visitHash: Buffer | null
  readonly visitFrom: string | null
  readonly visitUntil: string | null
}

export type NewSigningLink = Pick<SigningLinkRow, 'link' | 'case' | 'request' | 'party' | 'expiresAt'> & {
  readonly tokenHash: Buffer
  readonly createdAt: string
}

export function addSigningLink(tx: Transaction, row: NewSigningLink): Promise<unknown> {
  return tx.rows(sql`
    insert into signing_link (token_hash, link, "case", request, party, created_at, expires_at)
    values (${row.tokenHash}, ${row.link}, ${row.case}, ${row.request}, ${row.party}, ${row.createdAt}, ${row.expiresAt})`)
}

/** The link, locked until the transaction ends: two answers at once are counted one after the other. */
export async function lockSigningLink(tx: Transaction, tokenHash: Buffer): Promise<SigningLinkRow | undefined> {
  const [row] = await tx.rows<SigningLinkRow>(sql`
    select l.link, l."case", l.request, l.party, to_char(l.expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt",
      exists (select from signing_link o where o.link = l.link and o.used_at is not null) as used,
      l.wrong_answers as "wrongAnswers", l.code_hash as "codeHash",
      to_char(l.code_until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "codeUntil", l.codes_sent as "codesSent",
      l.visit_hash as "visitHash", to_char(l.visit_from at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "visitFrom",
      to_char(l.visit_until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "visitUntil"
    from signing_link l where l.token_hash = ${tokenHash} for update of l`)
  return row
}

export function countWrongAnswer(tx: Transaction, tokenHash: Buffer): Promise<unknown> {
  return tx.rows(sql`update signing_link set wrong_answers = wrong_answers + 1 where token_hash = ${tokenHash}`)
}

export function keepCode(tx: Transaction, tokenHash: Buffer, codeHash: Buffer, until: string): Promise<unknown> {
  return tx.rows(sql`
    update signing_link set code_hash = ${codeHash}, code_until = ${until}, codes_sent = codes_sent + 1
    where token_hash = ${tokenHash}`)
}

/** The party has said who it is: what the page shows from now on, and until when. */
export function beginVisit(
  tx: Transaction,
  tokenHash: Buffer,
  visit: { readonly hash: Buffer; readonly from: string; readonly until: string },
): Promise<unknown> {
  return tx.rows(sql`
    update signing_link set visit_hash = ${visit.hash}, visit_from = ${visit.from}, visit_until = ${visit.until},
      code_hash = null, code_until = null where token_hash = ${tokenHash}`)
}

/** Every message of this sending opens nothing more. */
export function useSigningLink(tx: Transaction, link: string, at: string): Promise<unknown> {
  return tx.rows(sql`update signing_link set used_at = ${at} where link = ${link}::uuid and used_at is null`)
}

/** Removes links whose last day is long over. Answers how many went. */
export async function removeOldSigningLinks(tx: Transaction, before: string): Promise<number> {
  const rows = await tx.rows(sql`delete from signing_link where expires_at < ${before} returning 1`)
  return rows.length
}

/** The cases that asked for signatures under these bytes. */
export async function casesThatSigned(tx: Transaction, fingerprint: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ case: string }>(sql`
    select "case" from signed_document where fingerprint = ${fingerprint} limit 20`)
  return rows.map((row) => row.case)
}
