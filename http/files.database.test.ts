/** Files through the real doors: a listening server, the public upload client, sealed files on the disk, PostgreSQL. */
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'

import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { asActor, sql } from '#db/connect.ts'
import { cleanUploads } from '#jobs/tasks/clean-uploads.ts'
import { sampleSheet } from '#outside/print/sample-letters.ts'
import { actor, testHouse, testPassword } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'
import { metadata, protocol, senderTo, telephonePhoto } from '#tests/kit/sender.ts'

import { createServer } from './server.ts'

const claire = actor('claire', 'counsellor', 'ofii-lyon')
const caseId = uuidv7()

let home: TestHouse
let server: FastifyInstance
let address: string
let sender: ReturnType<typeof senderTo>

beforeAll(async () => {
  home = await testHouse()
  server = await createServer({ house: home.house, watchers: { watch: () => () => {} } })
  await server.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const [a, b, c] = await Promise.all(['claire', 'hugo', 'anne'].map(signIn))
  sender = senderTo(address, { claire: a ?? '', hugo: b ?? '', anne: c ?? '' }, caseId)
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

async function until<T>(read: () => Promise<T>, wanted: T): Promise<T> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if ((await read()) === wanted) break
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  return read()
}

/** A real PDF of a page. */
async function pdf(): Promise<Buffer> {
  const printed = await home.house.printer.letter('project-sheet', sampleSheet('fr', 3), 'fr')
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
    const { document } = await sender.upload(content, 'Passeport de Awa.pdf', { type: 'application/pdf' })
    const answer = await sender.ask(`/api/documents/${document}`, 'claire')
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
    const { document } = await sender.upload(await telephonePhoto(), 'IMG_0001.JPG')
    const answer = await sender.ask(`/api/documents/${document}`, 'claire')
    const found = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([found.width, found.height, found.exif, found.orientation]).toEqual([600, 900, undefined, undefined])
    const rows = await rowsOf<{ document: string; exif: unknown; name: string }>('document')
    expect(rows.find((row) => row.document === document)).toMatchObject({
      name: 'IMG_0001.JPG',
      exif: { at: '2026-03-01T10:20:30', place: { latitude: 3.866667, longitude: 11.516667 } },
    })
  })

  test('is put on the case by the command that names it', async () => {
    const { document = '' } = await sender.upload(await pdf(), 'identity.pdf')
    const input = { document, paper: 'identity' }
    const answer = await handle(home.house, claire, {
      command: uuidv7(),
      name: 'attach-document',
      stream: caseId,
      input,
    })
    expect(answer).toMatchObject({ status: 'done' })
    const file = (await (await sender.ask(`/api/cases/${caseId}`, 'claire')).json()) as {
      documents: { document: string }[]
    }
    expect(file.documents.map((each) => each.document)).toContain(document)
  })

  test('keeps only the last part of its name, without hidden signs', async () => {
    const { document } = await sender.upload(await pdf(), '../../etc/pass\u202ewd.pdf')
    const rows = await rowsOf<{ document: string; name: string }>('document')
    expect(rows.find((row) => row.document === document)?.name).toBe('passwd.pdf')
  })
})

describe('an upload that breaks off', () => {
  test('in the middle goes on where it stopped, and gives the same bytes', async () => {
    const content = Buffer.concat([await pdf(), Buffer.alloc(3_000_000, ' '), Buffer.from('\n%%EOF\n')])
    const place = (await sender.begin(content.length, 'scan.pdf')).headers.get('location') ?? ''
    const middle = Math.floor(content.length / 3)
    await sender.cutAfter(place, content.subarray(0, middle), 0)
    expect(await until(() => sender.offsetOf(place), middle)).toBe(middle)
    await sender.cutAfter(place, content.subarray(middle, middle + 1000), middle)
    expect(await until(() => sender.offsetOf(place), middle + 1000)).toBe(middle + 1000)
    const last = await sender.patch(place, middle + 1000, content.subarray(middle + 1000))
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(content.length)])
    const answer = await sender.ask(place.replace('files', 'documents'), 'claire')
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
    expect(await sender.offsetOf(place)).toBe(content.length)
  })

  test('never takes a piece twice: the slower of two senders is told where the file stands', async () => {
    const place = (await sender.begin(100, 'a.txt')).headers.get('location') ?? ''
    const answers = await Promise.all([
      sender.patch(place, 0, Buffer.alloc(40, 'a')),
      sender.patch(place, 0, Buffer.alloc(40, 'b')),
      sender.patch(place, 0, Buffer.alloc(40, 'c')),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409])
    expect(await sender.offsetOf(place)).toBe(40)
    expect((await sender.patch(place, 10, Buffer.alloc(10, 'x'))).status).toBe(409)
  })

  test('twice sent to its end becomes one document whose bytes are those of its fingerprint', async () => {
    const place = (await sender.begin(50, 'b.txt')).headers.get('location') ?? ''
    const answers = await Promise.all([
      sender.patch(place, 0, Buffer.alloc(50, 'a')),
      sender.patch(place, 0, Buffer.alloc(50, 'b')),
      sender.patch(place, 0, Buffer.alloc(50, 'c')),
    ])
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    const id = place.split('/').at(-1)
    const [row] = (await rowsOf<{ document: string; fingerprint: string }>('document')).filter(
      (each) => each.document === id,
    )
    const bytes = Buffer.from(await (await sender.ask(`/api/documents/${id}`, 'claire')).arrayBuffer())
    expect(row?.fingerprint).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('can be given up', async () => {
    const place = (await sender.begin(100, 'a.txt')).headers.get('location') ?? ''
    await sender.patch(place, 0, Buffer.alloc(40, 'a'))
    expect((await sender.ask(place, 'claire', { method: 'DELETE', headers: protocol })).status).toBe(204)
    expect((await sender.ask(place, 'claire', { method: 'HEAD', headers: protocol })).status).toBe(404)
  })

  test('is cleared away after two days, and one that nobody put on the case after thirty', async () => {
    const begun = (await sender.begin(100, 'left.txt')).headers.get('location') ?? ''
    await sender.patch(begun, 0, Buffer.alloc(40, 'a'))
    const { document: stray } = await sender.upload(await pdf(), 'stray.pdf')
    const { document: attached = '' } = await sender.upload(await pdf(), 'kept.pdf')
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
    expect((await sender.ask(`/api/documents/${stray}`, 'claire')).status).toBe(404)
    expect((await sender.ask(`/api/documents/${attached}`, 'claire')).status).toBe(200)
  })
})

describe('a file that is not taken', () => {
  test('25 MB are refused before a byte of them is sent', async () => {
    const answer = await sender.begin(25 * 1024 * 1024, 'film.pdf')
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'file-too-large', facts: { limit: 20 * 1024 * 1024 } })
  })

  test('more bytes than were announced are refused, and nothing of them is kept', async () => {
    const place = (await sender.begin(10, 'a.txt')).headers.get('location') ?? ''
    expect((await sender.patch(place, 0, Buffer.alloc(5_000_000, 'a'))).status).toBe(413)
    expect(await sender.offsetOf(place)).toBe(0)
  })

  test.each([
    [
      'a picture called a PDF',
      async () =>
        sharp(await telephonePhoto())
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
    const { status, problem } = await sender.upload(await make(), name)
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
    expect(await sender.upload(Buffer.from('text'), 'a.txt', more)).toMatchObject({ status, problem: { code } })
  })

  test('by somebody who is not signed in, or does not speak the protocol', async () => {
    const headers = {
      ...protocol,
      'upload-length': '4',
      'upload-metadata': metadata({ case: caseId, name: 'a', paper: 'other' }),
    }
    expect((await fetch(`${address}/api/files`, { method: 'POST', headers })).status).toBe(401)
    expect(
      (await sender.ask('/api/files', 'claire', { method: 'POST', headers: { ...headers, 'tus-resumable': '0.2' } }))
        .status,
    ).toBe(412)
    expect((await sender.ask('/api/files', 'claire', { method: 'POST', headers: protocol })).status).toBe(422)
  })
})

describe('a file of another office', () => {
  test('is neither sent, continued, opened nor counted', async () => {
    expect((await sender.begin(4, 'a.txt', 'hugo')).status).toBe(404)
    expect((await sender.begin(4, 'a.txt', 'anne')).status).toBe(404)
    const place = (await sender.begin(4, 'a.txt')).headers.get('location') ?? ''
    expect((await sender.ask(place, 'hugo', { method: 'HEAD', headers: protocol })).status).toBe(404)
    expect((await sender.patch(place, 0, Buffer.from('text'), 'hugo')).status).toBe(404)
    expect((await sender.ask(place, 'hugo', { method: 'DELETE', headers: protocol })).status).toBe(404)
    expect((await sender.patch(place, 0, Buffer.from('text'))).status).toBe(204)
    const document = place.replace('files', 'documents')
    expect((await sender.ask(document, 'hugo')).status).toBe(404)
    expect((await sender.ask(document, 'anne')).status).toBe(404)
    const seen = await asActor(home.house.database, 'system', (tx) =>
      tx.rows<{ office: string }>(sql`select distinct office from reading where what like 'document%'`),
    )
    expect(seen).toEqual([{ office: 'ofii-lyon' }])
  })

  test('every opening is on record, without a name in it', async () => {
    const { document } = await sender.upload(await pdf(), 'Awa Ngono.pdf', { paper: 'consent-sheet' })
    await sender.ask(`/api/documents/${document}`, 'claire')
    const { rows } = (await (await sender.ask(`/api/cases/${caseId}/readings`, 'claire')).json()) as {
      rows: { what: string }[]
    }
    expect(rows[0]).toMatchObject({ what: 'document consent-sheet', role: 'counsellor' })
    expect(JSON.stringify(rows)).not.toContain('Ngono')
  })
})
