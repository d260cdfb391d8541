/** The bucket against a peer that speaks the S3 protocol and checks every signature by its own calculation. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBucket } from './bucket.ts'
import { openFileStore } from './store.ts'

const region = 'eu-west-3'
const accessKey = 'homeward-access'
const secretKey = 'homeward-secret'
const objects = new Map<string, Buffer>()
const uploads = new Map<string, Map<number, Buffer>>()
let asked: string[] = []
let broken: { method: string; status: number; times: number } | undefined

const server = createServer((request, response) => void answer(request, response))
let endpoint = ''

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())
beforeEach(() => {
  objects.clear()
  uploads.clear()
  asked = []
  broken = undefined
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const body = Buffer.concat(pieces)
  const url = new URL(request.url ?? '', endpoint)
  asked.push(`${request.method} ${url.pathname}`)
  if (!isSigned(request, url, body)) return void response.writeHead(403).end('<Error/>')
  if (broken && broken.method === request.method && broken.times > 0) {
    broken.times -= 1
    return void response.writeHead(broken.status).end('<Error/>')
  }
  const upload = url.searchParams.get('uploadId')
  if (request.method === 'POST' || upload) return answerUpload(request, response, url, body, upload)
  if (request.method === 'PUT') objects.set(url.pathname, body)
  if (request.method === 'DELETE') return void response.writeHead(objects.delete(url.pathname) ? 204 : 404).end()
  const found = objects.get(url.pathname)
  if (!found) return void response.writeHead(404).end('<Error/>')
  response.writeHead(200, request.method === 'PUT' ? {} : { 'content-length': found.length })
  response.end(request.method === 'GET' ? found : undefined)
}

function answerUpload(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: Buffer,
  upload: string | null,
): void {
  if (!upload) {
    const id = `u${uploads.size}/+=`
    uploads.set(id, new Map())
    return void response.end(
      `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    )
  }
  const parts = uploads.get(upload)
  if (!parts) return void response.writeHead(404).end('<Error/>')
  if (request.method === 'DELETE') {
    uploads.delete(upload)
    return void response.writeHead(204).end()
  }
  if (request.method === 'PUT') {
    parts.set(Number(url.searchParams.get('partNumber')), body)
    return void response.setHeader('etag', `"${hash(body)}"`).end()
  }
  const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"(\w+)"<\/ETag>/g)]
  const whole = named.map((part) => ({ bytes: parts.get(Number(part[1])), etag: part[2] }))
  if (whole.some((part) => !part.bytes || hash(part.bytes) !== part.etag)) return void response.end('<Error/>')
  objects.set(url.pathname, Buffer.concat(whole.map((part) => part.bytes ?? Buffer.alloc(0))))
  uploads.delete(upload)
  response.end('<CompleteMultipartUploadResult/>')
}

/** Signature version 4 as the protocol's documentation describes it, and the hash of the bytes that came. */
function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const header = request.headers.authorization ?? ''
  const [, credential = '', signed = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(header) ?? []
  const [id, day = ''] = credential.split('/')
  if (id !== accessKey || request.headers['x-amz-content-sha256'] !== hash(body)) return false
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name])}\n`)
  const canonical = [request.method, url.pathname, query, headers.join(''), signed, hash(body)].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash(Buffer.from(canonical))].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secretKey}`))
  return hmac(key, text).toString('hex') === signature
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function store(secret = secretKey) {
  const settings = { endpoint, bucket: 'homeward', region, accessKey, secretKey: secret, prefix: 'files/' }
  return openFileStore(openBucket(settings), { current: Buffer.alloc(32, 7) })
}

describe('files in a bucket', () => {
  test('come back as they were, sealed on the way', async () => {
    const content = Buffer.from('contract of Awa Ngono')
    expect(await store().write('contract', content)).toMatchObject({ refused: false, value: { size: content.length } })
    expect(objects.get('/homeward/files/contract')?.includes('Ngono')).toBe(false)
    const back = await store().readWhole('contract')
    expect(!back.refused && Buffer.from(back.value).equals(content)).toBe(true)
    expect(await store().size('contract')).toEqual({ refused: false, value: content.length })
  })

  test('of more than 8 MiB go in parts', { timeout: 20_000 }, async () => {
    const content = randomBytes(9 * 1024 * 1024)
    expect(await store().write('film', content)).toMatchObject({ refused: false })
    expect(asked.filter((line) => line.startsWith('PUT'))).toHaveLength(2)
    const back = await store().readWhole('film')
    expect(!back.refused && Buffer.from(back.value).equals(content)).toBe(true)
    expect(uploads.size).toBe(0)
  })

  test('are removed, and removing what is not there is accepted', async () => {
    await store().write('gone', Buffer.from('x'))
    expect(await store().remove('gone')).toEqual({ refused: false, value: true })
    expect(await store().remove('gone')).toEqual({ refused: false, value: true })
    expect(await store().read('gone')).toMatchObject({ refused: true, code: 'file-not-found' })
  })

  test('a sender who stops in the middle leaves no parts behind', async () => {
    async function* stopping() {
      for (let at = 0; at < 10; at += 1) yield Buffer.alloc(1024 * 1024)
      throw new Error('the line was cut')
    }
    await expect(store().write('half', stopping())).rejects.toThrow('the line was cut')
    expect([objects.size, uploads.size]).toEqual([0, 0])
  })
})

describe('when the store has trouble', () => {
  test('a passing fault is tried again', async () => {
    broken = { method: 'PUT', status: 503, times: 1 }
    expect(await store().write('stubborn', Buffer.from('x'))).toMatchObject({ refused: false })
    expect(asked).toEqual(['PUT /homeward/files/stubborn', 'PUT /homeward/files/stubborn'])
  })

  test('a wrong secret is a refusal', async () => {
    const outcome = await store('another-secret').write('x', Buffer.from('x'))
    expect(outcome).toMatchObject({ refused: true, code: 'file-store-not-reachable', facts: { status: 403 } })
  })

  test('nobody listening is a refusal', async () => {
    const settings = { endpoint: 'http://127.0.0.1:9', bucket: 'b', region, accessKey, secretKey }
    const outcome = await openFileStore(openBucket(settings), { current: Buffer.alloc(32) }).read('x')
    expect(outcome).toMatchObject({ refused: true, code: 'file-store-not-reachable' })
  })
})
