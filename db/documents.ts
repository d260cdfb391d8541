import type { KeptDocument } from '#domain/case/signing.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/** A file of a case as it is kept: what it is called, what it is, and the id under which its bytes lie. */
export type DocumentRow = {
  readonly document: string
  readonly case: string
  readonly name: string
  readonly paper: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the bytes that are kept, hexadecimal. */
  readonly fingerprint: string
  /** What each party's part shows, as a digest; null where Homeward did not write the document. */
  readonly parts: Readonly<Record<string, string>> | null
  readonly storageKey: string
  readonly createdAt: string
}

/** The document, if the actor's office may see its case and it was not erased. */
export async function findDocument(tx: Transaction, document: string): Promise<DocumentRow | undefined> {
  const [row] = await tx.rows<DocumentRow>(sql`
    select document, "case", name, paper, media_type as "mediaType", size, fingerprint, parts,
      storage_key as "storageKey",
      to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
    from document where document = ${document}::uuid and erased_at is null`)
  return row
}

export type NewDocument = Omit<DocumentRow, 'createdAt' | 'parts'> & {
  readonly parts?: DocumentRow['parts']
  readonly exif: object | null
  /** Instant; left out = now. */
  readonly createdAt?: string
  readonly uploadedBy: string
  readonly office: string
}

/** Puts a document on record, as the kernel; one that is there stays. Its bytes must be in the file store by then. */
export function keepDocument(tx: Transaction, row: NewDocument): Promise<unknown> {
  return tx.rows(sql`
    insert into document (document, "case", name, paper, media_type, size, fingerprint, parts, storage_key, exif,
      uploaded_by, office, created_at)
    values (${row.document}, ${row.case}, ${row.name}, ${row.paper}, ${row.mediaType}, ${row.size}, ${row.fingerprint},
      ${row.parts ? JSON.stringify(row.parts) : null}, ${row.storageKey}, ${row.exif ? JSON.stringify(row.exif) : null}, ${row.uploadedBy}, ${row.office},
      coalesce(${row.createdAt ?? null}::timestamptz, now()))
    on conflict (document) do nothing`)
}

export function removeDocument(tx: Transaction, document: string): Promise<unknown> {
  return tx.rows(sql`delete from document where document = ${document}::uuid`)
}

/** What is kept for a case, as far as a decision must know it. Under the actor's own rights. */
export function readKeptDocuments(tx: Transaction, id: string): Promise<KeptDocument[]> {
  return tx.rows<KeptDocument>(sql`
    select document, paper, fingerprint, parts from document
    where "case" = ${id}::uuid and erased_at is null order by created_at, document`)
}
