/**
 * The two things worth reading in what a camera writes into a picture: when and where. Everything else (owner, serial
 * number, thumbnail of the uncut picture) is dropped unread. Layout after the EXIF 2.32 and TIFF 6 specifications.
 */
export type Taken = { readonly at?: string; readonly place?: { readonly latitude: number; readonly longitude: number } }

type Entry = { readonly type: number; readonly count: number; readonly at: number }
type Reader = { readonly bytes: Buffer; short(at: number): number; long(at: number): number }

const tags = { exif: 0x8769, gps: 0x8825, taken: 0x9003, offset: 0x9011 }
const gpsTags = { latitudeSide: 1, latitude: 2, longitudeSide: 3, longitude: 4 }
const sizeOfType: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 }

/** Never throws: a camera's mistakes leave the values out. */
export function takenFrom(exif: Uint8Array | undefined): Taken {
  try {
    return exif ? readTaken(exif) : {}
  } catch {
    return {}
  }
}

function readTaken(exif: Uint8Array): Taken {
  const whole = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength)
  const bytes = whole.subarray(0, 4).toString('latin1') === 'Exif' ? whole.subarray(6) : whole
  const little = bytes.subarray(0, 2).toString('latin1') === 'II'
  const reader: Reader = {
    bytes,
    short: (at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    long: (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  }
  const first = directory(reader, reader.long(4))
  const camera = child(reader, first, tags.exif)
  const at = instant(text(reader, camera.get(tags.taken)), text(reader, camera.get(tags.offset)))
  const place = placeFrom(reader, child(reader, first, tags.gps))
  return { ...(at ? { at } : {}), ...(place ? { place } : {}) }
}

function directory(reader: Reader, at: number): Map<number, Entry> {
  const entries = new Map<number, Entry>()
  const count = reader.short(at)
  for (let index = 0; index < count; index += 1) {
    const here = at + 2 + index * 12
    const type = reader.short(here + 2)
    const length = reader.long(here + 4)
    const inside = (sizeOfType[type] ?? 1) * length <= 4
    entries.set(reader.short(here), { type, count: length, at: inside ? here + 8 : reader.long(here + 8) })
  }
  return entries
}

function child(reader: Reader, of: Map<number, Entry>, tag: number): Map<number, Entry> {
  const pointer = of.get(tag)
  return pointer ? directory(reader, reader.long(pointer.at)) : new Map()
}

function text(reader: Reader, entry: Entry | undefined): string {
  if (!entry || entry.type !== 2) return ''
  return reader.bytes
    .subarray(entry.at, entry.at + entry.count)
    .toString('latin1')
    .replace(/\0.*$/s, '')
    .trim()
}

function instant(written: string, offset: string): string | undefined {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(written)
  if (!match || match[1] === '0000') return undefined
  const [, year, month, day, hour, minute, second] = match
  const zone = /^[+-]\d\d:\d\d$/.test(offset) ? offset : ''
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
  return Number.isNaN(Date.parse(at)) ? undefined : at
}

function placeFrom(reader: Reader, gps: Map<number, Entry>): Taken['place'] {
  const latitude = degrees(reader, gps.get(gpsTags.latitude), text(reader, gps.get(gpsTags.latitudeSide)), 90)
  const longitude = degrees(reader, gps.get(gpsTags.longitude), text(reader, gps.get(gpsTags.longitudeSide)), 180)
  if (latitude === undefined || longitude === undefined) return undefined
  // Telephones without a fix write zeros; no office lies in the sea off Ghana.
  return latitude === 0 && longitude === 0 ? undefined : { latitude, longitude }
}

function degrees(reader: Reader, entry: Entry | undefined, side: string, limit: number): number | undefined {
  if (!entry || entry.type !== 5 || entry.count !== 3 || !/^[NSEW]$/.test(side)) return undefined
  const parts = [0, 1, 2].map((index) => {
    const at = entry.at + index * 8
    return reader.long(at) / reader.long(at + 4)
  })
  const [whole = Number.NaN, minutes = Number.NaN, seconds = Number.NaN] = parts
  // A device that measures no seconds may write 0/0 for them.
  const value = whole + minutes / 60 + (Number.isNaN(seconds) ? 0 : seconds / 3600)
  if (!Number.isFinite(value) || value > limit) return undefined
  const rounded = Math.round(value * 1e6) / 1e6
  return side === 'S' || side === 'W' ? -rounded : rounded
}
