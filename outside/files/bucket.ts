/** An S3-compatible bucket as the place of sealed files. Path-style addresses, so that self-hosted stores work too. */
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Place } from './place.ts'

export type BucketSettings = {
  /** `https://host[:port]`, without the bucket. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
  /** Put before each name, such as `files/`. */
  readonly prefix?: string
}

const partSize = 8 * 1024 * 1024
const patience = 60_000

export function openBucket(settings: BucketSettings): Place {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    region: settings.region,
    service: 's3',
    retries: 3,
  })
  const root = `${settings.endpoint.replace(/\/+$/, '')}/${settings.bucket}/${settings.prefix ?? ''}`

  async function ask(method: string, name: string, body?: Uint8Array, query = ''): Promise<Outcome<Response>> {
    // Only until the answer begins: a large file may then be read as slowly as the person's network allows.
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), patience)
    try {
      const response = await client.fetch(`${root}${name}${query}`, {
        method,
        ...(body ? { body: new Uint8Array(body) } : {}),
        // The bytes are signed too, so that an endpoint without TLS inside a network cannot be fed others.
        headers: { 'x-amz-content-sha256': sha256(body ?? '') },
        signal: giveUp.signal,
      })
      if (response.ok) return accept(response)
      await response.body?.cancel()
      if (response.status === 404) return refuse('file-not-found', { id: name })
      return refuse('file-store-not-reachable', { status: response.status })
    } catch {
      return refuse('file-store-not-reachable', {})
    } finally {
      clearTimeout(timer)
    }
  }

  async function putInParts(
    name: string,
    parts: AsyncGenerator<Uint8Array>,
    first: Uint8Array,
  ): Promise<Outcome<true>> {
    const begun = await ask('POST', name, undefined, '?uploads')
    if (begun.refused) return begun
    const upload = /<UploadId>([^<]+)<\/UploadId>/.exec(await begun.value.text())?.[1]
    if (!upload) return refuse('file-store-not-reachable', {})
    const of = `uploadId=${encodeURIComponent(upload)}`
    try {
      const outcome = await sendParts(name, parts, first, of)
      if (outcome.refused) await ask('DELETE', name, undefined, `?${of}`)
      return outcome
    } catch (error) {
      await ask('DELETE', name, undefined, `?${of}`)
      throw error
    }
  }

  async function sendParts(
    name: string,
    parts: AsyncGenerator<Uint8Array>,
    first: Uint8Array,
    of: string,
  ): Promise<Outcome<true>> {
    let list = ''
    let number = 0
    for await (const part of startingWith(first, parts)) {
      number += 1
      const sent = await ask('PUT', name, part, `?partNumber=${number}&${of}`)
      if (sent.refused) return sent
      await sent.value.body?.cancel()
      list += `<Part><PartNumber>${number}</PartNumber><ETag>${sent.value.headers.get('etag') ?? ''}</ETag></Part>`
    }
    const whole = Buffer.from(`<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`)
    const done = await ask('POST', name, whole, `?${of}`)
    if (done.refused) return done
    // The answer can be 200 and still hold an error, because it starts before the store has finished.
    return (await done.value.text()).includes('<Error') ? refuse('file-store-not-reachable', {}) : accept(true)
  }

  return {
    async put(name, sealed) {
      const parts = inParts(sealed)
      const first = (await parts.next()).value ?? new Uint8Array()
      if (first.length === partSize) return await putInParts(name, parts, first)
      const sent = await ask('PUT', name, first)
      if (sent.refused) return sent
      await sent.value.body?.cancel()
      return accept(true)
    },

    async get(name) {
      const answer = await ask('GET', name)
      if (answer.refused) return answer
      return answer.value.body ? accept(answer.value.body) : refuse('file-store-not-reachable', {})
    },

    async length(name) {
      const answer = await ask('HEAD', name)
      return answer.refused ? answer : accept(Number(answer.value.headers.get('content-length')))
    },

    async remove(name) {
      const answer = await ask('DELETE', name)
      return answer.refused && answer.code !== 'file-not-found' ? answer : accept(true)
    },
  }
}

/** Parts of exactly `partSize`, the last one shorter. */
async function* inParts(sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of sealed) {
    held.push(piece)
    length += piece.length
    if (length < partSize) continue
    const all = Buffer.concat(held)
    yield all.subarray(0, partSize)
    held = [all.subarray(partSize)]
    length = all.length - partSize
  }
  if (length > 0) yield Buffer.concat(held)
  return undefined
}

async function* startingWith(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
