import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileStore } from '#app/ports.ts'
import { openDisk } from './disk.ts'
import { chunkSize, DamagedFile } from './seal.ts'
import { openFileStore } from './store.ts'

let folder = ''
let store: FileStore
const key = randomBytes(32)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'homeward-files-'))
  store = openFileStore(await openDisk(folder), { current: key })
})
afterAll(() => rm(folder, { recursive: true }))

async function pathOf(id: string): Promise<string> {
  const all = await readdir(folder, { recursive: true })
  return join(folder, all.find((path) => path.endsWith(`/${id}`)) ?? 'missing')
}

async function* inPieces(content: Buffer, size: number) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

describe('a file on the disk', () => {
  const sizes = [0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 3 * chunkSize, 1_000_003]

  test.each(sizes)('of %i bytes comes back as it was, with its size and fingerprint', async (size) => {
    const content = randomBytes(size)
    const written = await store.write(`of-${size}`, inPieces(content, 40_000))
    const fingerprint = createHash('sha256').update(content).digest('hex')
    expect(written).toEqual({ refused: false, value: { size, fingerprint } })
    expect(await store.size(`of-${size}`)).toEqual({ refused: false, value: size })
    const back = await store.readWhole(`of-${size}`)
    expect(!back.refused && Buffer.from(back.value).equals(content)).toBe(true)
  })

  test('cannot be read without the key: neither its words nor its beginning are on the disk', async () => {
    const words = Buffer.from('%PDF-1.7 Awa Ngono '.repeat(2000))
    await store.write('secret', words)
    const sealed = await readFile(await pathOf('secret'))
    expect(sealed.includes('Ngono')).toBe(false)
    expect(sealed.includes('%PDF')).toBe(false)
    const stranger = openFileStore(await openDisk(folder), { current: randomBytes(32) })
    expect(await stranger.read('secret')).toMatchObject({ refused: true, code: 'file-damaged' })
  })

  test('is replaced as a whole and removed without a trace', async () => {
    await store.write('again', Buffer.from('first'))
    await store.write('again', Buffer.from('second'))
    const back = await store.readWhole('again')
    expect(!back.refused && Buffer.from(back.value).toString()).toBe('second')
    expect(await store.remove('again')).toEqual({ refused: false, value: true })
    expect(await store.remove('again')).toEqual({ refused: false, value: true })
    expect(await store.read('again')).toMatchObject({ refused: true, code: 'file-not-found' })
    expect(await store.size('again')).toMatchObject({ refused: true, code: 'file-not-found' })
  })

  test('opens with a former key after the master key was changed', async () => {
    await store.write('old-key', Buffer.from('sealed last year'))
    const renewed = openFileStore(await openDisk(folder), { current: randomBytes(32), former: [key] })
    const back = await renewed.readWhole('old-key')
    expect(!back.refused && Buffer.from(back.value).toString()).toBe('sealed last year')
  })

  test('leaves nothing behind when the sender stops in the middle', async () => {
    async function* stopping() {
      yield Buffer.alloc(200_000)
      throw new Error('the line was cut')
    }
    await expect(store.write('half', stopping())).rejects.toThrow('the line was cut')
    expect(await store.read('half')).toMatchObject({ refused: true, code: 'file-not-found' })
    expect(await readdir(join(folder, 'unfinished'))).toEqual([])
  })

  test('what a crash left unfinished is cleared a day later', async () => {
    const draft = join(folder, 'unfinished', 'draft')
    await writeFile(draft, 'half a file')
    await openDisk(folder)
    expect(await readdir(join(folder, 'unfinished'))).toEqual(['draft'])
    await utimes(draft, new Date(0), new Date(0))
    await openDisk(folder)
    expect(await readdir(join(folder, 'unfinished'))).toEqual([])
  })

  test.each(['../../etc/passwd', 'a/b', '', '.', 'A', 'x'.repeat(101)])('has no id like %j', async (id) => {
    for (const outcome of [await store.read(id), await store.write(id, Buffer.from('x')), await store.remove(id)]) {
      expect(outcome).toMatchObject({ refused: true, code: 'file-id-invalid' })
    }
  })
})

describe('tampering is seen', () => {
  const content = randomBytes(3 * chunkSize + 500)

  async function tampered(id: string, change: (sealed: Buffer) => Buffer) {
    await store.write(id, content)
    const path = await pathOf(id)
    await writeFile(path, change(await readFile(path)))
    return await store.readWhole(id)
  }

  const sealedChunk = chunkSize + 16
  const header = 28
  const changes: [string, (sealed: Buffer) => Buffer][] = [
    ['one bit of the header', (sealed) => flipped(sealed, 15)],
    ['one bit of the first chunk', (sealed) => flipped(sealed, header + 5)],
    ['one bit of the last byte', (sealed) => flipped(sealed, sealed.length - 1)],
    ['the last chunk left out', (sealed) => sealed.subarray(0, header + 3 * sealedChunk)],
    ['the end cut inside a chunk', (sealed) => sealed.subarray(0, sealed.length - 100)],
    ['everything but the header cut', (sealed) => sealed.subarray(0, header)],
    ['the header cut', (sealed) => sealed.subarray(0, 10)],
    ['a byte added', (sealed) => Buffer.concat([sealed, Buffer.from([0])])],
    [
      'two chunks swapped',
      (sealed) =>
        Buffer.concat([
          sealed.subarray(0, header),
          sealed.subarray(header + sealedChunk, header + 2 * sealedChunk),
          sealed.subarray(header, header + sealedChunk),
          sealed.subarray(header + 2 * sealedChunk),
        ]),
    ],
  ]

  test.each(changes)('%s', async (_, change) => {
    expect(await tampered('tampered', change)).toMatchObject({ refused: true, code: 'file-damaged' })
  })

  test("another file's bytes under this id", async () => {
    await store.write('hers', Buffer.from('her contract'))
    await store.write('his', Buffer.from('his contract'))
    await writeFile(await pathOf('his'), await readFile(await pathOf('hers')))
    expect(await store.readWhole('his')).toMatchObject({ refused: true, code: 'file-damaged' })
  })

  test('damage far into the file breaks the stream before a wrong byte is given out', async () => {
    await store.write('long', content)
    await truncate(await pathOf('long'), header + 2 * sealedChunk + 40)
    const opened = await store.read('long')
    if (opened.refused) throw new Error(opened.code)
    const got: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of opened.value) got.push(piece)
    })()
    await expect(reading).rejects.toBeInstanceOf(DamagedFile)
    expect(Buffer.concat(got).equals(content.subarray(0, 2 * chunkSize))).toBe(true)
  })
})

test('a master key of the wrong length is refused at the start', async () => {
  const disk = await openDisk(folder)
  expect(() => openFileStore(disk, { current: Buffer.from('short') })).toThrow(RangeError)
})

function flipped(sealed: Buffer, at: number): Buffer {
  const changed = Buffer.from(sealed)
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}
