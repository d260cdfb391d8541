import { uuidv7 } from 'uuidv7'

import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { keepDocument } from '#db/documents.ts'
import { readCaseState } from '#db/reads/case.ts'
import * as uploads from '#db/uploads.ts'
import type { UploadRow } from '#db/uploads.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { signatureImage } from '#domain/case/signing.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import type { House } from './house.ts'

/** Bytes of the largest file that is taken: a scan of many pages or a photograph of a good telephone. */
export const largestFile = 20 * 1024 * 1024
const mostUnfinished = 100

export type NewUpload = {
  readonly case: string
  readonly name: string
  readonly paper: string
  readonly mediaType: string
  readonly size: number
}

/**
 * Begins an upload for a case that the actor may see; its id is also the id of the document it becomes. Refusals:
 * `not-found`, `file-empty`, `file-too-large`, `unknown-choice` (paper), `too-many-uploads`.
 */
export async function begin(house: House, actor: Actor, wanted: NewUpload): Promise<Outcome<string>> {
  const { size } = wanted
  if (!mayOpenFiles(actor.role)) return refuse('not-found')
  if (size === 0) return refuse('file-empty')
  if (size > largestFile) return refuse('file-too-large', { size, limit: largestFile })
  return asActor(house.database, actor, async (tx) => {
    const [papers, unfinished] = await Promise.all([
      papersTaken(house, tx, actor, wanted),
      uploads.countUnfinished(tx, actor.user),
    ])
    if (!papers) return refuse('not-found')
    if (!papers.includes(wanted.paper)) return refuse('unknown-choice', { value: wanted.paper }, 'paper')
    if (unfinished >= mostUnfinished) return refuse('too-many-uploads', { limit: mostUnfinished })
    const upload = uuidv7()
    await uploads.beginUpload(tx, actor, { upload, ...wanted, name: cleanName(wanted.name) })
    return accept(upload)
  })
}

/** What an organisation brings to prove what it says of itself, before its application is handed in and afterwards. */
const accreditationPaper = 'accreditation'

/**
 * The kinds of paper that are taken there: those of the case's scheme; for a standing, or one that is about to be asked
 * for, its proofs. Undefined for what the actor may not see.
 */
async function papersTaken(
  house: House,
  tx: Transaction,
  actor: Actor,
  wanted: { readonly case: string; readonly paper: string },
): Promise<readonly string[] | undefined> {
  const state = await readCaseState(tx, wanted.case)
  if (state) {
    const papers = house.editions.find(state.scheme, state.edition)?.edition.papers ?? []
    return ['other', signatureImage, ...papers.map(({ paper }) => paper)]
  }
  const applies = ['adviser', 'coordinator', 'programme-manager'].includes(actor.role)
  if (!applies || wanted.paper !== accreditationPaper) return undefined
  return (await uploads.mayBringTo(tx, wanted.case)) ? [accreditationPaper] : undefined
}

/** How far an upload of the actor's own has come. Refusal: `not-found`. */
export async function progress(house: House, actor: Actor, id: string): Promise<Outcome<UploadRow>> {
  const upload = await asActor(house.database, actor, (tx) => uploads.findUpload(tx, id))
  return upload ? accept(upload) : refuse('not-found')
}

/**
 * Takes more bytes of an upload, from `start` on; what had arrived when the sender fell silent is kept. The last byte
 * turns it into a document. Answers how many bytes are here now. Refusals: `not-found`, `upload-moved-on` (another
 * start is expected), `file-too-large`, those of the file store and those of `finish`, which end the upload.
 */
export async function append(
  house: House,
  actor: Actor,
  id: string,
  start: number,
  arriving: AsyncIterable<Uint8Array>,
): Promise<Outcome<number>> {
  const part = uuidv7()
  const opened = await asActor(house.database, actor, async (tx) => {
    const found = await uploads.findUpload(tx, id)
    if (!found) return refuse('not-found')
    if (found.received !== start || found.finished) return refuse('upload-moved-on', { received: found.received })
    await uploads.beginPart(tx, actor.user, { part, upload: id, start })
    return accept(found)
  })
  if (opened.refused) return opened
  const upload = opened.value
  const written = await house.files.write(part, upTo(upload.size - start + 1, arriving))
  if (written.refused) return drop(house, actor, [part], written)
  const received = start + written.value.size
  if (received > upload.size) return drop(house, actor, [part], refuse('file-too-large', { limit: upload.size }))
  if (received === start) return drop(house, actor, [part], accept(start))
  if (received === upload.size) return finish(house, actor, upload, { part, start })
  const counted = await asActor(house.database, actor, (tx) =>
    uploads.countPart(tx, { part, upload: id, start, size: written.value.size }),
  )
  return counted ? accept(received) : drop(house, actor, [part], refuse('upload-moved-on'))
}

/** Ends an upload and removes what had arrived. Refusal: `not-found`. */
export async function abandon(house: House, actor: Actor, id: string): Promise<Outcome<true>> {
  const found = await progress(house, actor, id)
  if (found.refused) return found
  return removeUpload(house, actor, id, accept(true))
}

type LastPart = { readonly part: string; readonly start: number }

/**
 * Looks at the whole file, prepares pictures, keeps it sealed and puts the document on record. Until that is done the
 * last part does not count, so that a server that dies here is asked for it again.
 */
async function finish(house: House, actor: Actor, upload: UploadRow, last: LastPart): Promise<Outcome<number>> {
  const parts = await asActor(house.database, actor, (tx) => uploads.readParts(tx, upload.upload))
  const content = await readTogether(house, [...parts, last.part])
  if (content.refused) return drop(house, actor, [last.part], content)
  const prepared = await prepare(house, upload, content.value)
  if (prepared.refused) return removeUpload(house, actor, upload.upload, prepared)
  const { bytes, exif, name, mediaType } = prepared.value
  // On record as a part until the document is: nothing lies in the store that no row knows of.
  const storageKey = uuidv7()
  await asActor(house.database, actor, (tx) =>
    uploads.beginPart(tx, actor.user, { part: storageKey, upload: upload.upload, start: upload.size }),
  )
  const kept = await house.files.write(storageKey, bytes)
  if (kept.refused) return drop(house, actor, [storageKey, last.part], kept)
  const outcome = await asActor(house.database, actor, async (tx) => {
    // The right to the case may have ended while the file was on its way.
    if (!(await papersTaken(house, tx, actor, upload))) return refuse('not-found')
    if (!(await uploads.finishUpload(tx, upload.upload, last.start))) return refuse('upload-moved-on')
    await uploads.removeParts(tx, [storageKey])
    tx.asKernel()
    const { upload: document, case: caseId, paper } = upload
    const row = { document, case: caseId, paper, name, mediaType, storageKey, exif, ...kept.value }
    await keepDocument(tx, { ...row, uploadedBy: actor.user, office: actor.office })
    return accept(upload.size)
  })
  if (!outcome.refused) return drop(house, actor, [...parts, last.part], outcome)
  if (outcome.code === 'not-found') return removeUpload(house, actor, upload.upload, outcome)
  return drop(house, actor, [storageKey, last.part], outcome)
}

async function readTogether(house: House, parts: readonly string[]): Promise<Outcome<Uint8Array>> {
  const pieces: Uint8Array[] = []
  for (const part of parts) {
    const piece = await house.files.readWhole(part)
    if (piece.refused) return piece
    pieces.push(piece.value)
  }
  return accept(Buffer.concat(pieces))
}

type Prepared = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
  readonly exif: object | null
}

/** The file as it is kept. Refusals: those of the sniffer and of the preparation of images. */
async function prepare(house: House, { name, mediaType }: UploadRow, content: Uint8Array): Promise<Outcome<Prepared>> {
  const sniffed = await house.sniffer.sniff(content, mediaType === '' ? { name } : { name, mime: mediaType })
  if (sniffed.refused) return sniffed
  const { kind, mime, extension } = sniffed.value
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp')
    return accept({ bytes: content, mediaType: mime, name: withExtension(name, extension), exif: null })
  const image = await house.images.prepare(content)
  if (image.refused) return image
  const { bytes, mime: kept, taken } = image.value
  const exif = Object.keys(taken).length > 0 ? taken : null
  return accept({ bytes, mediaType: kept, name: withExtension(name, kept === 'image/jpeg' ? 'jpg' : 'webp'), exif })
}

/** The bytes that arrive, at most so many; when the sender breaks off, what came before it. */
async function* upTo(limit: number, arriving: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = limit
  try {
    for await (const piece of arriving) {
      yield piece.subarray(0, left)
      left -= piece.length
      if (left <= 0) return
    }
  } catch (error) {
    if (!isBrokenOff(error)) throw error
  }
}

function isBrokenOff(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR'
}

async function drop<T>(house: House, actor: Actor, parts: readonly string[], outcome: Outcome<T>): Promise<Outcome<T>> {
  for (const part of parts) await house.files.remove(part)
  await asActor(house.database, actor, (tx) => uploads.removeParts(tx, parts))
  return outcome
}

/** The bytes go first: a row that is left is found by the upkeep, bytes without a row never would be. */
export async function removeUpload<T>(
  house: House,
  actor: Actor | 'system',
  id: string,
  outcome: Outcome<T>,
): Promise<Outcome<T>> {
  const parts = await asActor(house.database, actor, (tx) => uploads.readAllParts(tx, id))
  for (const part of parts) await house.files.remove(part)
  await asActor(house.database, actor, (tx) => uploads.removeUpload(tx, id))
  return outcome
}

function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/\p{C}/gu, '').trim()
  return plain === '' ? 'file' : shortened(plain)
}

/** At most 150 characters with the ending kept. */
function shortened(name: string): string {
  const letters = Array.from(name)
  return letters.length <= 150 ? name : [...letters.slice(0, 130), '…', ...letters.slice(-19)].join('')
}

function withExtension(name: string, extension: string): string {
  const stem = name.replace(/\.[^.]{1,5}$/, '')
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${stem}.${extension}`
}
