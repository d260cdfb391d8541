/** What a file really is. The name and the type that a browser sends are claims; only the bytes decide. */
import { fileTypeFromBuffer } from 'file-type'
import type { FileKind, FileSniffer, SniffedFile } from '#app/ports.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import { isCut, unpackedSize } from './whole.ts'

type KindFacts = { readonly extensions: readonly string[]; readonly mimes: readonly string[] }

/** The first extension and type of each kind are the ones it is kept under; the others are accepted as claims. */
const kinds: Readonly<Record<FileKind, KindFacts>> = {
  pdf: { extensions: ['pdf'], mimes: ['application/pdf'] },
  jpeg: { extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], mimes: ['image/jpeg', 'image/jpg'] },
  png: { extensions: ['png'], mimes: ['image/png'] },
  webp: { extensions: ['webp'], mimes: ['image/webp'] },
  docx: {
    extensions: ['docx'],
    mimes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  },
  xlsx: { extensions: ['xlsx'], mimes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] },
  text: { extensions: ['txt'], mimes: ['text/plain'] },
  // Windows with Excel installed calls a CSV file by Excel's old name.
  csv: { extensions: ['csv', 'txt'], mimes: ['text/csv', 'text/plain', 'application/csv', 'application/vnd.ms-excel'] },
}

const kindOfMime = new Map(
  (Object.keys(kinds) as FileKind[]).map((kind): [string, FileKind] => [kinds[kind].mimes[0] ?? '', kind]),
)

const unreadablePhotos = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif']
const saysNothing = ['', 'application/octet-stream', 'binary/octet-stream']
const largestUnpacked = 200 * 1024 * 1024

export const fileSniffer: FileSniffer = { sniff }

async function sniff(
  content: Uint8Array,
  claimed: { readonly name: string; readonly mime?: string },
): Promise<Outcome<SniffedFile>> {
  if (content.length === 0) return refuse('file-empty')
  const packed = unpackedSize(content)
  if (packed.state === 'cut') return refuse('file-cut-short')
  if (packed.state === 'packed' && packed.size > largestUnpacked) {
    return refuse('file-unpacks-too-large', { size: packed.size, limit: largestUnpacked })
  }
  const extension = /\.([^./\\]+)$/.exec(claimed.name)?.[1]?.toLowerCase() ?? ''
  const mime = (claimed.mime ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const found = await kindOf(content, extension, mime)
  if (found.refused) return found
  const facts = kinds[found.value]
  if (extension !== '' && !facts.extensions.includes(extension)) return mismatch(extension, found.value)
  if (!saysNothing.includes(mime) && !facts.mimes.includes(mime)) return mismatch(mime, found.value)
  if (isCut(found.value, content)) return refuse('file-cut-short')
  return accept({ kind: found.value, mime: facts.mimes[0] ?? '', extension: facts.extensions[0] ?? '' })
}

function mismatch(claims: string, is: FileKind) {
  return refuse('file-kind-mismatch', { claims, is })
}

async function kindOf(content: Uint8Array, extension: string, mime: string): Promise<Outcome<FileKind>> {
  const type = await fileTypeFromBuffer(content).catch(() => undefined)
  const kind = type && kindOfMime.get(type.mime)
  if (kind) return accept(kind)
  if (type && unreadablePhotos.includes(type.mime)) return refuse('photo-format-not-readable', { is: type.ext })
  if (type || !isPlainText(content)) return refuse('file-kind-not-allowed', { is: type?.ext ?? 'unknown' })
  return accept(extension === 'csv' || (extension !== 'txt' && kinds.csv.mimes[0] === mime) ? 'csv' : 'text')
}

/**
 * Text in UTF-8 or an older one-byte alphabet (spreadsheets still write those). Whatever starts like a page or a
 * drawing with scripts is not plain text, whatever it is called.
 */
function isPlainText(content: Uint8Array): boolean {
  for (const byte of content) {
    const isBreakOrTab = byte === 9 || byte === 10 || byte === 12 || byte === 13
    if ((byte < 32 && !isBreakOrTab) || byte === 127) return false
  }
  const start = Buffer.from(content.subarray(0, 512))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  return !start.startsWith('<')
}
