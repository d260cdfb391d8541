/**
 * Encryption of files at rest: AES-256-GCM in chunks of 64 KiB. Each file has its own key, derived (HKDF, SHA-256) from
 * the master key, a random salt and the file's id, so that a sealed file put under another id does not open. The
 * number of the chunk and a mark on the last one are in the nonce: chunks cannot be swapped, dropped or added.
 *
 * Layout: "HWF1", key mark (8 bytes), salt (16), then for each chunk its ciphertext and tag (16).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export const chunkSize = 64 * 1024
const magic = Buffer.from('HWF1', 'latin1')
const markLength = 8
const saltLength = 16
const tagLength = 16
const headerLength = magic.length + markLength + saltLength

/** A master key is 32 random bytes. Former keys only open what was sealed with them. */
export type MasterKeys = { readonly current: Uint8Array; readonly former?: readonly Uint8Array[] }

/** The bytes are not what was written: changed, cut, moved, or sealed with a key we do not hold. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

export function checkMasterKeys(keys: MasterKeys): void {
  for (const key of [keys.current, ...(keys.former ?? [])]) {
    if (key.length !== 32) throw new RangeError('a master key for files has 32 bytes')
  }
}

export async function* seal(
  id: string,
  keys: MasterKeys,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const header = Buffer.concat([magic, keyMark(keys.current), randomBytes(saltLength)])
  const key = fileKey(keys.current, header, id)
  yield header
  let number = 0
  for await (const { bytes, last } of chunked(content, chunkSize)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, last))
    cipher.setAAD(header)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    number += 1
  }
}

/** Yields only verified chunks; throws DamagedFile at the first that is not, or when the end is missing. */
export async function* unseal(
  id: string,
  keys: MasterKeys,
  sealed: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const source = Symbol.asyncIterator in sealed ? sealed[Symbol.asyncIterator]() : sealed[Symbol.iterator]()
  try {
    const { header, beginning } = await readHeader(source)
    const master = [keys.current, ...(keys.former ?? [])].find((key) => keyMark(key).equals(markOf(header)))
    if (!header.subarray(0, magic.length).equals(magic) || !master) throw new DamagedFile('not sealed with a known key')
    const key = fileKey(master, header, id)
    let number = 0
    for await (const { bytes, last } of chunked(remaining(source, beginning), chunkSize + tagLength)) {
      yield openChunk(key, header, bytes, number, last)
      number += 1
    }
  } finally {
    await source.return?.()
  }
}

function openChunk(key: Buffer, header: Buffer, bytes: Buffer, number: number, last: boolean): Uint8Array {
  if (bytes.length < tagLength) throw new DamagedFile('a chunk is cut short')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last), { authTagLength: tagLength })
  decipher.setAAD(header)
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength))
  const chunk = decipher.update(bytes.subarray(0, bytes.length - tagLength))
  try {
    decipher.final()
  } catch {
    throw new DamagedFile(`chunk ${number} is not what was written`)
  }
  return chunk
}

/** Content size from sealed size, both in bytes, or undefined when no file can have that sealed size. */
export function contentSize(sealedSize: number): number | undefined {
  const body = sealedSize - headerLength
  const chunks = Math.ceil(body / (chunkSize + tagLength))
  const size = body - chunks * tagLength
  return chunks < 1 || size < 0 ? undefined : size
}

function keyMark(master: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', 'homeward file key mark', markLength))
}

function markOf(header: Buffer): Buffer {
  return header.subarray(magic.length, magic.length + markLength)
}

function fileKey(master: Uint8Array, header: Buffer, id: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, header.subarray(-saltLength), `homeward file ${id}`, 32))
}

/** Unique per file because the key is; 12 bytes: zeros, the number of the chunk, one for the last. */
function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(number, 5, 6)
  bytes[11] = last ? 1 : 0
  return bytes
}

/** Pieces of exactly `size` bytes, the last one shorter or empty; one piece at least. */
async function* chunked(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of source) {
    held.push(piece)
    length += piece.length
    if (length <= size) continue
    const all = Buffer.concat(held)
    let at = 0
    for (; all.length - at > size; at += size) yield { bytes: all.subarray(at, at + size), last: false }
    held = [all.subarray(at)]
    length = all.length - at
  }
  yield { bytes: Buffer.concat(held), last: true }
}

type Source = AsyncIterator<Uint8Array> | Iterator<Uint8Array>

async function readHeader(source: Source): Promise<{ header: Buffer; beginning: Buffer }> {
  let start: Buffer = Buffer.alloc(0)
  while (start.length < headerLength) {
    const piece = await source.next()
    if (piece.done) throw new DamagedFile('the beginning is missing')
    start = Buffer.concat([start, piece.value])
  }
  return { header: start.subarray(0, headerLength), beginning: start.subarray(headerLength) }
}

async function* remaining(source: Source, beginning: Uint8Array): AsyncGenerator<Uint8Array> {
  yield beginning
  for (let piece = await source.next(); !piece.done; piece = await source.next()) yield piece.value
}
