import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { takenFrom } from './exif.ts'
import { imagePreparer } from './image.ts'

/** A photograph as a telephone takes it: lying on its side, with place, time and owner written into it. */
async function telephonePhoto(): Promise<Buffer> {
  const left = { create: { width: 1500, height: 2000, channels: 3 as const, background: '#b4552d' } }
  return await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#3f7a4e' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .jpeg()
    .withExif({
      IFD0: { Orientation: '6', Artist: 'Awa Ngono', Model: 'Telephone' },
      IFD2: { DateTimeOriginal: '2026:12:01 09:30:15', OffsetTimeOriginal: '+01:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '3/1 43/1 1234/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '11/1 38/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

async function prepared(content: Uint8Array) {
  const outcome = await imagePreparer.prepare(content)
  if (outcome.refused) throw new Error(outcome.code)
  return outcome.value
}

describe('a photograph', () => {
  test('stands upright, is at most 2000 pixels long and holds nothing hidden', async () => {
    const image = await prepared(await telephonePhoto())
    const found = await sharp(image.bytes).metadata()
    expect(image).toMatchObject({ mime: 'image/jpeg', width: 1333, height: 2000 })
    expect([found.width, found.height, found.exif, found.orientation, found.icc]).toEqual([1333, 2000, ...Array(3)])
    expect(Buffer.from(image.bytes).includes('Ngono')).toBe(false)
    const top = await sharp(image.bytes).extract({ left: 600, top: 100, width: 1, height: 1 }).raw().toBuffer()
    expect(top[0]).toBeGreaterThan(top[1] ?? 255)
  })

  test('hands over when and where it was taken, apart from the picture', async () => {
    const { taken } = await prepared(await telephonePhoto())
    expect(taken).toEqual({ at: '2026-12-01T09:30:15+01:00', place: { latitude: 3.720094, longitude: 11.633333 } })
  })

  test('without such data has none', async () => {
    const plain = await sharp({ create: { width: 10, height: 10, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    expect(await prepared(plain)).toMatchObject({ taken: {}, width: 10, height: 10 })
  })

  test('that is see-through stays so', async () => {
    const ground = { r: 0, g: 0, b: 0, alpha: 0 }
    const signature = await sharp({ create: { width: 50, height: 20, channels: 4, background: ground } })
      .png()
      .toBuffer()
    const image = await prepared(signature)
    expect(image.mime).toBe('image/webp')
    expect((await sharp(image.bytes).metadata()).hasAlpha).toBe(true)
  })
})

describe('refused', () => {
  test('a picture that claims to be enormous, at its first line', async () => {
    const header = Buffer.from('IHDR\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0', 'latin1')
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(header))
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])
    const data = Buffer.from('\0\0\0\x02IDAT\x78\x9c\0\0\0\0\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')
    const bomb = Buffer.concat([signature, header, sum, data])
    expect(await imagePreparer.prepare(bomb)).toMatchObject({ refused: true, code: 'image-too-large' })
  })

  test.each([
    ['a photograph cut in the middle', async () => (await telephonePhoto()).subarray(0, 20_000)],
    ['bytes without meaning', async () => Buffer.from('not a picture')],
    [
      'a drawing that could fetch things',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
  ])('%s', async (_, content) => {
    expect(await imagePreparer.prepare(await content())).toMatchObject({ refused: true, code: 'image-not-readable' })
  })
})

describe('what cameras write', () => {
  test('is ignored when it makes no sense', () => {
    for (const wrong of [undefined, Buffer.alloc(0), Buffer.from('Exif\0\0II*\0'), Buffer.from('x'.repeat(200))]) {
      expect(takenFrom(wrong)).toEqual({})
    }
  })

  test('any damage to it is survived', async () => {
    const exif = (await sharp(await telephonePhoto()).metadata()).exif ?? Buffer.alloc(0)
    expect(exif.length).toBeGreaterThan(100)
    for (let at = 0; at < exif.length; at += 1) {
      const damaged = Buffer.from(exif)
      damaged[at] = 0xff
      const { place } = takenFrom(damaged)
      expect(place === undefined || Math.abs(place.latitude) <= 90).toBe(true)
    }
  })
})
