/** Files through the real doors: a listening server, the public upload client, sealed files on the disk, PostgreSQL. */
import { createHash } from 'node:crypto'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { Upload } from 'tus-js-client'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { asActor, sql } from '#db/connect.ts'
import { cleanUploads } from '#jobs/tasks/clean-uploads.ts'
import { actor, testHouse, testPassword } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'

import { createServer } from './server.ts'

const claire = actor('claire', 'counsellor', 'ofii-lyon')
const caseId = uuidv7()

let home: TestHouse
let server: FastifyInstance
let address: string
let cookies: Record<'claire' | 'hugo' | 'anne', string>

beforeAll(async () => {
  home = await testHouse()
  server = await createServer({ house: home.house, watchers: { watch: () => () => {} } })
  await server.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const [a, b, c] = await Promise.all(['claire', 'hugo', 'anne'].map(signIn))
  cookies = { claire: a ?? '', hugo: b ?? '', anne: c ?? '' }
  const edition = home.house.editions.current('ofii-cameroon', home.house.clock.today())?.edition
  const consents = edition?.consents.filter((each) => each.required).map((each) => each.purpose)
  const people = [{ person: uuidv7(), givenName: 'Awa', familyName: 'Ngono', relation: 'principal' }]
  const input = { scheme: 'ofii-cameroon', people, consents, on: home.house.clock.today() }
  const answer = await handle(home.house, claire, { command: uuidv7(), name: 'register-case', stream: caseId, input })
  expect(answer).toMatchObject({ status: 'done' })
})
afterAll(async () => {
  await server.close()
  await home.close()
})

async function signIn(name: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${name}@homeward.example`, password: testPassword }),
  })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

type Sent = { readonly document?: string; readonly status?: number; readonly problem?: { code: string; facts: object } }

/** What the browser does: the whole file through the upload client, resumed by itself where it broke off. */
function upload(content: Buffer, name: string, more: { paper?: string; type?: string; case?: string } = {}) {
  return new Promise<Sent>((resolve) => {
    const { paper = 'identity', type = '' } = more
    const sending = new Upload(content, {
      endpoint: `${address}/api/files`,
      headers: { cookie: cookies.claire },
      metadata: { case: more.case ?? caseId, name, paper, ...(type ? { type } : {}) },
      chunkSize: 512 * 1024,
      retryDelays: [50],
      onSuccess: () => resolve({ document: sending.url?.split('/').at(-1) ?? '' }),
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse : null
        resolve({ status: answer?.getStatus() ?? 0, problem: JSON.parse(answer?.getBody() || '{}') })
      },
    })
    sending.start()
  })
}

function ask(path: string, who: keyof typeof cookies, how: RequestInit = {}): Promise<Response> {
  return fetch(`${address}${path}`, { ...how, headers: { cookie: cookies[who], ...how.headers } })
}

function metadata(values: Record<string, string>): string {
  const pairs = Object.entries(values).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
  return pairs.join(',')
}

const protocol = { 'tus-resumable': '1.0.0' }

async function begin(size: number, name: string, who: keyof typeof cookies = 'claire'): Promise<Response> {
  const described = metadata({ case: caseId, name, paper: 'other' })
  const headers = { ...protocol, 'upload-length': String(size), 'upload-metadata': described }
  return ask('/api/files', who, { method: 'POST', headers })
}

function patch(place: string, start: number, bytes: Uint8Array, who: keyof typeof cookies = 'claire') {
  const headers = { ...protocol, 'upload-offset': String(start), 'content-type': 'application/offset+octet-stream' }
  return ask(place, who, { method: 'PATCH', headers, body: new Uint8Array(bytes) })
}

/** Sends so many bytes of a piece that was announced longer, then cuts the line. */
function cutAfter(place: string, bytes: Buffer, start: number): Promise<void> {
  return new Promise((resolve) => {
    const headers = {
      ...protocol,
      cookie: cookies.claire,
      'upload-offset': String(start),
      'content-type': 'application/offset+octet-stream',
      'content-length': String(bytes.length * 2),
    }
    const line = request(`${address}${place}`, { method: 'PATCH', headers })
    line.on('error', () => resolve())
    line.write(bytes, () => setTimeout(() => line.destroy(), 100))
  })
}

async function offsetOf(place: string): Promise<number> {
  const answer = await ask(place, 'claire', { method: 'HEAD', headers: protocol })
  return Number(answer.headers.get('upload-offset'))
}

async function until<T>(read: () => Promise<T>, wanted: T): Promise<T> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if ((await read()) === wanted) break
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  return read()
}

async function photo(): Promise<Buffer> {
  const noise = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#3f7a4e' } })
    .composite([{ input: { create: { width: 900, height: 100, channels: 3, background: 'red' } }, top: 0, left: 0 }])
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD2: { DateTimeOriginal: '2026:03:01 10:20:30' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '3/1 52/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '11/1 31/1 0/1' },
    })
    .toBuffer()
  return noise
}

/** A small PDF, as a printer of ours makes it. */
async function pdf(): Promise<Buffer> {
  const printed = await home.house.printer.letter(
    'project-sheet',
    {
      scheme: 'Test',
      office: { name: 'Office', place: 'Yaoundé' },
      reference: 'A/1',
      date: '2026-03-01',
      person: { name: 'Awa Ngono', file: 'A' },
      project: 'Poultry',
      place: { unknown: 'unknown' },
      sector: { unknown: 'unknown' },
      currency: 'XAF',
      budget: [],
      funding: [],
      dates: [],
    },
    'fr',
  )
  if (printed.refused) throw new Error(printed.code)
  return Buffer.from(printed.value.bytes)
}

function rowsOf<T>(table: 'upload' | 'upload_part' | 'document'): Promise<T[]> {
  const statements = {
    upload: sql`select * from upload`,
    upload_part: sql`select * from upload_part`,
    document: sql`select * from document`,
  }
  return asActor(home.house.database, 'system', (tx) => tx.rows<T>(statements[table]))
}

describe('a file that is sent', () => {
  test('a PDF becomes a document of the case and comes back to the byte', async () => {
    const content = await pdf()
    const { document } = await upload(content, 'Passeport de Awa.pdf', { type: 'application/pdf' })
    const answer = await ask(`/api/documents/${document}`, 'claire')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Passeport%20de%20Awa.pdf")
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
    const rows = await rowsOf<{ document: string; fingerprint: string }>('document')
    const fingerprint = createHash('sha256').update(content).digest('hex')
    expect(rows.find((row) => row.document === document)).toMatchObject({ fingerprint, size: content.length })
    expect(await rowsOf('upload_part')).toEqual([])
  })

  test('a photo is turned upright, its place and time are taken out and kept apart', async () => {
    const { document } = await upload(await photo(), 'IMG_0001.JPG')
    const answer = await ask(`/api/documents/${document}`, 'claire')
    const found = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([found.width, found.height, found.exif, found.orientation]).toEqual([600, 900, undefined, undefined])
    const rows = await rowsOf<{ document: string; exif: unknown; name: string }>('document')
    expect(rows.find((row) => row.document === document)).toMatchObject({
      name: 'IMG_0001.JPG',
      exif: { at: '2026-03-01T10:20:30', place: { latitude: 3.866667, longitude: 11.516667 } },
    })
  })

  test('is put on the case by the command that names it', async () => {
    const { document = '' } = await upload(await pdf(), 'identity.pdf')
    const input = { document, paper: 'identity' }
    const answer = await handle(home.house, claire, {
      command: uuidv7(),
      name: 'attach-document',
      stream: caseId,
      input,
    })
    expect(answer).toMatchObject({ status: 'done' })
    const file = (await (await ask(`/api/cases/${caseId}`, 'claire')).json()) as { documents: { document: string }[] }
    expect(file.documents.map((each) => each.document)).toContain(document)
  })

  test('keeps only the last part of its name, without hidden signs', async () => {
    const { document } = await upload(await pdf(), '../../etc/pass\u202ewd.pdf')
    const rows = await rowsOf<{ document: string; name: string }>('document')
    expect(rows.find((row) => row.document === document)?.name).toBe('passwd.pdf')
  })
})

describe('an upload that breaks off', () => {
  test('in the middle goes on where it stopped, and gives the same bytes', async () => {
    const content = Buffer.concat([await pdf(), Buffer.alloc(3_000_000, ' '), Buffer.from('\n%%EOF\n')])
    const place = (await begin(content.length, 'scan.pdf')).headers.get('location') ?? ''
    const middle = Math.floor(content.length / 3)
    await cutAfter(place, content.subarray(0, middle), 0)
    expect(await until(() => offsetOf(place), middle)).toBe(middle)
    await cutAfter(place, content.subarray(middle, middle + 1000), middle)
    expect(await until(() => offsetOf(place), middle + 1000)).toBe(middle + 1000)
    const last = await patch(place, middle + 1000, content.subarray(middle + 1000))
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(content.length)])
    const answer = await ask(place.replace('files', 'documents'), 'claire')
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
    expect(await offsetOf(place)).toBe(content.length)
  })

  test('never takes a piece twice: the slower of two senders is told where the file stands', async () => {
    const place = (await begin(100, 'a.txt')).headers.get('location') ?? ''
    const answers = await Promise.all([
      patch(place, 0, Buffer.alloc(40, 'a')),
      patch(place, 0, Buffer.alloc(40, 'b')),
      patch(place, 0, Buffer.alloc(40, 'c')),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409])
    expect(await offsetOf(place)).toBe(40)
    expect((await patch(place, 10, Buffer.alloc(10, 'x'))).status).toBe(409)
  })

  test('twice sent to its end becomes one document whose bytes are those of its fingerprint', async () => {
    const place = (await begin(50, 'b.txt')).headers.get('location') ?? ''
    const answers = await Promise.all([
      patch(place, 0, Buffer.alloc(50, 'a')),
      patch(place, 0, Buffer.alloc(50, 'b')),
      patch(place, 0, Buffer.alloc(50, 'c')),
    ])
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    const id = place.split('/').at(-1)
    const [row] = (await rowsOf<{ document: string; fingerprint: string }>('document')).filter(
      (each) => each.document === id,
    )
    const bytes = Buffer.from(await (await ask(`/api/documents/${id}`, 'claire')).arrayBuffer())
    expect(row?.fingerprint).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('can be given up', async () => {
    const place = (await begin(100, 'a.txt')).headers.get('location') ?? ''
    await patch(place, 0, Buffer.alloc(40, 'a'))
    expect((await ask(place, 'claire', { method: 'DELETE', headers: protocol })).status).toBe(204)
    expect((await ask(place, 'claire', { method: 'HEAD', headers: protocol })).status).toBe(404)
  })

  test('is cleared away after two days, and one that nobody put on the case after thirty', async () => {
    const begun = (await begin(100, 'left.txt')).headers.get('location') ?? ''
    await patch(begun, 0, Buffer.alloc(40, 'a'))
    const { document: stray } = await upload(await pdf(), 'stray.pdf')
    const { document: attached = '' } = await upload(await pdf(), 'kept.pdf')
    const input = { document: attached, paper: 'identity' }
    await handle(home.house, claire, { command: uuidv7(), name: 'attach-document', stream: caseId, input })
    expect(await cleanUploads(home.house)).toBe(0)
    const later = {
      ...home.house,
      clock: { ...home.house.clock, now: () => new Date(Date.now() + 31 * 86_400_000).toISOString() },
    }
    expect(await cleanUploads(later)).toBeGreaterThan(2)
    expect(await rowsOf('upload')).toEqual([])
    expect(await rowsOf('upload_part')).toEqual([])
    expect((await ask(`/api/documents/${stray}`, 'claire')).status).toBe(404)
    expect((await ask(`/api/documents/${attached}`, 'claire')).status).toBe(200)
  })
})

describe('a file that is not taken', () => {
  test('25 MB are refused before a byte of them is sent', async () => {
    const answer = await begin(25 * 1024 * 1024, 'film.pdf')
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'file-too-large', facts: { limit: 20 * 1024 * 1024 } })
  })

  test('more bytes than were announced are refused, and nothing of them is kept', async () => {
    const place = (await begin(10, 'a.txt')).headers.get('location') ?? ''
    expect((await patch(place, 0, Buffer.alloc(5_000_000, 'a'))).status).toBe(413)
    expect(await offsetOf(place)).toBe(0)
  })

  test.each([
    [
      'a picture called a PDF',
      async () =>
        sharp(await photo())
          .png()
          .toBuffer(),
      'devis.pdf',
      'file-kind-mismatch',
    ],
    [
      'a page with scripts',
      async () => Buffer.from('<html><script>1</script></html>'),
      'a.txt',
      'file-kind-not-allowed',
    ],
    ['a PDF cut short', async () => (await pdf()).subarray(0, 4000), 'a.pdf', 'file-cut-short'],
    [
      'a photo that is none',
      async () =>
        Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(500, 1), Buffer.from('ffd9', 'hex')]),
      'a.jpg',
      'image-not-readable',
    ],
  ])('%s', async (_, make, name, code) => {
    const before = (await rowsOf('document')).length
    const { status, problem } = await upload(await make(), name)
    expect([status, problem?.code]).toEqual([expect.any(Number), code])
    expect(status).toBeGreaterThanOrEqual(400)
    expect(await rowsOf('document')).toHaveLength(before)
    expect(await rowsOf('upload_part')).toEqual([])
  })

  test.each([
    ['a kind of paper that the scheme does not know', { paper: 'love-letter' }, 422, 'unknown-choice'],
    ['a case that does not exist', { case: uuidv7() }, 404, 'not-found'],
    ['a case id that is none', { case: 'x' }, 422, 'invalid-input'],
  ])('for %s', async (_, more, status, code) => {
    expect(await upload(Buffer.from('text'), 'a.txt', more)).toMatchObject({ status, problem: { code } })
  })

  test('by somebody who is not signed in, or does not speak the protocol', async () => {
    const headers = {
      ...protocol,
      'upload-length': '4',
      'upload-metadata': metadata({ case: caseId, name: 'a', paper: 'other' }),
    }
    expect((await fetch(`${address}/api/files`, { method: 'POST', headers })).status).toBe(401)
    expect(
      (await ask('/api/files', 'claire', { method: 'POST', headers: { ...headers, 'tus-resumable': '0.2' } })).status,
    ).toBe(412)
    expect((await ask('/api/files', 'claire', { method: 'POST', headers: protocol })).status).toBe(422)
  })
})

describe('a file of another office', () => {
  test('is neither sent, continued, opened nor counted', async () => {
    expect((await begin(4, 'a.txt', 'hugo')).status).toBe(404)
    expect((await begin(4, 'a.txt', 'anne')).status).toBe(404)
    const place = (await begin(4, 'a.txt')).headers.get('location') ?? ''
    expect((await ask(place, 'hugo', { method: 'HEAD', headers: protocol })).status).toBe(404)
    expect((await patch(place, 0, Buffer.from('text'), 'hugo')).status).toBe(404)
    expect((await ask(place, 'hugo', { method: 'DELETE', headers: protocol })).status).toBe(404)
    expect((await patch(place, 0, Buffer.from('text'))).status).toBe(204)
    const document = place.replace('files', 'documents')
    expect((await ask(document, 'hugo')).status).toBe(404)
    expect((await ask(document, 'anne')).status).toBe(404)
    const seen = await asActor(home.house.database, 'system', (tx) =>
      tx.rows<{ office: string }>(sql`select distinct office from reading where what like 'document%'`),
    )
    expect(seen).toEqual([{ office: 'ofii-lyon' }])
  })

  test('every opening is on record, without a name in it', async () => {
    const { document } = await upload(await pdf(), 'Awa Ngono.pdf', { paper: 'consent-sheet' })
    await ask(`/api/documents/${document}`, 'claire')
    const { rows } = (await (await ask(`/api/cases/${caseId}/readings`, 'claire')).json()) as {
      rows: { what: string }[]
    }
    expect(rows[0]).toMatchObject({ what: 'document consent-sheet', role: 'counsellor' })
    expect(JSON.stringify(rows)).not.toContain('Ngono')
  })
})
