import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/** A file on its way in. Only the account that began it sees it. */
export type UploadRow = {
  readonly upload: string
  readonly case: string
  readonly name: string
  readonly paper: string
  /** The type that the browser claims; empty when it claims none. */
  readonly mediaType: string
  /** Bytes announced, and bytes that are safely here. */
  readonly size: number
  readonly received: number
  readonly finished: boolean
}

export function beginUpload(
  tx: Transaction,
  { user, office }: { readonly user: string; readonly office: string },
  row: Omit<UploadRow, 'received' | 'finished'>,
): Promise<unknown> {
  return tx.rows(sql`
    insert into upload (upload, account, office, "case", name, paper, media_type, size)
    values (${row.upload}, ${user}, ${office}, ${row.case}, ${row.name}, ${row.paper}, ${row.mediaType}, ${row.size})`)
}

export async function findUpload(tx: Transaction, upload: string): Promise<UploadRow | undefined> {
  const [row] = await tx.rows<UploadRow>(sql`
    select upload, "case", name, paper, media_type as "mediaType", size, received, finished_at is not null as finished
    from upload where upload = ${upload}::uuid`)
  return row
}

export async function countUnfinished(tx: Transaction, account: string): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(
    sql`select count(*) from upload where account = ${account}::uuid and finished_at is null`,
  )
  return row?.count ?? 0
}

/**
 * Whether papers of a standing can be brought to this stream: to one that the actor sees, or to one that is about to be
 * asked for. The kernel says whether the id is taken, so that nothing lands on a case that the actor may not see.
 */
export async function mayBringTo(tx: Transaction, stream: string): Promise<boolean> {
  const [taken, [seen]] = await Promise.all([
    tx.rowsAsKernel(sql`select 1 from event where stream = ${stream}::uuid and version = 1`),
    tx.rows(sql`select 1 from operator_sheet where accreditation = ${stream}::uuid`),
  ])
  return seen !== undefined || taken.length === 0
}

export function beginPart(
  tx: Transaction,
  account: string,
  part: { readonly part: string; readonly upload: string; readonly start: number },
): Promise<unknown> {
  return tx.rows(sql`
    insert into upload_part (part, upload, account, start) values (${part.part}, ${part.upload}, ${account}, ${part.start})`)
}

/** Counts a part in, if nobody else moved the upload on since `start`. Answers whether it did. */
export async function countPart(
  tx: Transaction,
  part: { readonly part: string; readonly upload: string; readonly start: number; readonly size: number },
): Promise<boolean> {
  const rows = await tx.rows(sql`
    update upload set received = received + ${part.size}
    where upload = ${part.upload}::uuid and received = ${part.start} and finished_at is null returning 1`)
  if (rows.length > 0) await tx.rows(sql`update upload_part set size = ${part.size} where part = ${part.part}::uuid`)
  return rows.length > 0
}

/** Marks the upload complete with its last part. Answers whether nobody else moved it on since `start`. */
export async function finishUpload(tx: Transaction, upload: string, start: number): Promise<boolean> {
  const rows = await tx.rows(sql`
    update upload set received = size, finished_at = now()
    where upload = ${upload}::uuid and received = ${start} and finished_at is null returning 1`)
  return rows.length > 0
}

/** The parts that were counted in, in order. */
export async function readParts(tx: Transaction, upload: string): Promise<string[]> {
  const rows = await tx.rows<{ part: string }>(
    sql`select part from upload_part where upload = ${upload}::uuid and size is not null order by start`,
  )
  return rows.map(({ part }) => part)
}

/** Every part, counted or not: what has to leave the file store. */
export async function readAllParts(tx: Transaction, upload: string): Promise<string[]> {
  const rows = await tx.rows<{ part: string }>(sql`select part from upload_part where upload = ${upload}::uuid`)
  return rows.map(({ part }) => part)
}

export function removeParts(tx: Transaction, parts: readonly string[]): Promise<unknown> {
  return tx.rows(sql`delete from upload_part where part = any(${parts}::uuid[])`)
}

export function removeUpload(tx: Transaction, upload: string): Promise<unknown> {
  return tx.rows(sql`delete from upload where upload = ${upload}::uuid`)
}

export type OldUpload = {
  readonly upload: string
  /** Where the bytes of the finished document lie, if no event of its case names it: it was never put on the case. */
  readonly strayKey: string | null
}

/** Uploads that broke off before one instant, and those finished before another; oldest first. */
export function readOldUploads(
  tx: Transaction,
  before: { readonly unfinished: string; readonly finished: string },
  limit: number,
): Promise<OldUpload[]> {
  return tx.rows<OldUpload>(sql`
    select u.upload, (
      select d.storage_key from document d where d.document = u.upload and not exists (
        select from event e where e.stream = d."case" and strpos(e.data::text, d.document::text) > 0)) as "strayKey"
    from upload u
    where (u.finished_at is null and u.created_at < ${before.unfinished}::timestamptz)
      or u.finished_at < ${before.finished}::timestamptz
    order by u.created_at limit ${limit}`)
}
