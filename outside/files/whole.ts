/** Signs that a file is complete, and how large a packed one says it becomes. */
import type { FileKind } from '#app/ports.ts'

type Packed = { readonly state: 'not-packed' } | { readonly state: 'cut' } | { readonly state: 'packed'; size: number }

/** Whether the end that every file of this kind has is missing: an upload that broke off. */
export function isCut(kind: FileKind, content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  switch (kind) {
    case 'pdf':
      return !bytes.subarray(-2048).includes('%%EOF')
    case 'png':
      return !bytes.subarray(-1024).includes('IEND')
    case 'jpeg':
      // Telephones may put a film behind the picture, so its end mark is somewhere, not last.
      return !bytes.subarray(bytes.length >> 1).includes(Buffer.from([0xff, 0xd9]))
    case 'webp':
      return bytes.length < 12 || bytes.readUInt32LE(4) + 8 > bytes.length
    case 'docx':
    case 'xlsx':
    case 'text':
    case 'csv':
      return false
  }
}

/**
 * What a ZIP container's table of contents says it unpacks to, in bytes: known before anything is unpacked. Whoever
 * unpacks it must still stop at that size, since the table can lie.
 */
export function unpackedSize(content: Uint8Array): Packed {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return { state: 'not-packed' }
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length) return { state: 'cut' }
  const entries = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  let size = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return { state: 'cut' }
    size += bytes.readUInt32LE(at + 24)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return { state: 'packed', size }
}
