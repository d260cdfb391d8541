import type { Edition, Scheme } from '#domain/scheme/scheme.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

export type SchemeFileRow = {
  readonly scheme: string
  readonly edition: string
  readonly body: Scheme
  readonly fingerprint: string
}

/** The published editions, in the order of their names, without those that are `known` (`scheme edition`). */
export function readSchemeFiles(tx: Transaction, known: readonly string[] = []): Promise<SchemeFileRow[]> {
  return tx.rows<SchemeFileRow>(sql`
    select scheme, edition, body, fingerprint from scheme_file
    where scheme || ' ' || edition <> all(${known}::text[]) order by scheme, edition`)
}

/** From here to the end of this transaction nobody else publishes. */
export function holdPublishing(tx: Transaction): Promise<unknown> {
  return tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('scheme_file', 0))`)
}

/** Publishes an edition; one that is there already is left as it is. Answers whether it was new. */
export async function publishEdition(
  tx: Transaction,
  scheme: Scheme,
  edition: Edition,
  fingerprint: string,
): Promise<boolean> {
  const body = JSON.stringify({ ...scheme, editions: [edition] })
  const rows = await tx.rows(sql`
    insert into scheme_file (scheme, edition, body, fingerprint)
    values (${scheme.scheme}, ${edition.edition}, ${body}, ${fingerprint})
    on conflict do nothing returning scheme`)
  return rows.length > 0
}

export type OfficeRow = {
  readonly office: string
  readonly name: string
  readonly kind: string
  readonly country: string
  readonly region: string | null
  readonly place: string | null
  readonly sector: string | null
}

export function readOffices(tx: Transaction): Promise<OfficeRow[]> {
  return tx.rows<OfficeRow>(sql`select office, name, kind, country, region, place, sector from office order by name`)
}

export function readSchemeOffices(tx: Transaction): Promise<{ scheme: string; role: string; office: string }[]> {
  return tx.rows(sql`select scheme, role, office from scheme_office order by scheme, role, office`)
}

/** Catalogue files that were read before, with the fingerprint of what was in them. */
export async function readCatalogueFiles(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.rows<{ name: string; fingerprint: string }>(sql`select name, fingerprint from catalogue_file`)
  return new Map(rows.map(({ name, fingerprint }) => [name, fingerprint]))
}

type CatalogueFile = IgnoredFile & { readonly fingerprint: string }

/** Remembers what was in a file when it was read, and which of its editions were published otherwise before. */
export function rememberCatalogueFile(
  tx: Transaction,
  { name, fingerprint, ignored }: CatalogueFile,
): Promise<unknown> {
  return tx.rows(sql`
    insert into catalogue_file (name, fingerprint, ignored) values (${name}, ${fingerprint}, ${ignored})
    on conflict (name) do update set fingerprint = excluded.fingerprint, ignored = excluded.ignored, read_at = now()`)
}

/** A catalogue file with the editions in it that were published before with other words: those in it do not count. */
export type IgnoredFile = { readonly name: string; readonly ignored: readonly string[] }

/** The files whose words about a published edition do not count; no secret of anybody's, so the kernel reads them. */
export function readIgnoredFiles(tx: Transaction): Promise<IgnoredFile[]> {
  return tx.rowsAsKernel<IgnoredFile>(sql`
    select name, ignored from catalogue_file where ignored <> '{}' order by name`)
}
