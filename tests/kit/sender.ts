import { request } from 'node:http'

import sharp from 'sharp'
import { Upload } from 'tus-js-client'

type Cookies = Readonly<Record<'claire' | 'hugo' | 'anne', string>>
export type Who = keyof Cookies

export type Sent = {
  readonly document?: string
  readonly status?: number
  readonly problem?: { readonly code: string; readonly facts: object }
}

export const protocol = { 'tus-resumable': '1.0.0' }

export function metadata(values: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(values).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
  return pairs.join(',')
}

/** Somebody who sends files of a case to a listening server: by the public upload client, or step by step. */
export function senderTo(address: string, cookies: Cookies, caseId: string) {
  function ask(path: string, who: Who, how: RequestInit = {}): Promise<Response> {
    return fetch(`${address}${path}`, { ...how, headers: { cookie: cookies[who], ...how.headers } })
  }
  return {
    ask,

    /** What the browser does: the whole file through the upload client, resumed by itself where it broke off. */
    upload(content: Buffer, name: string, more: { paper?: string; type?: string; case?: string } = {}): Promise<Sent> {
      return new Promise((resolve) => {
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
    },

    begin(size: number, name: string, who: Who = 'claire'): Promise<Response> {
      const described = metadata({ case: caseId, name, paper: 'other' })
      const headers = { ...protocol, 'upload-length': String(size), 'upload-metadata': described }
      return ask('/api/files', who, { method: 'POST', headers })
    },

    patch(place: string, start: number, bytes: Uint8Array, who: Who = 'claire'): Promise<Response> {
      const headers = { ...protocol, 'upload-offset': String(start), 'content-type': 'application/offset+octet-stream' }
      return ask(place, who, { method: 'PATCH', headers, body: new Uint8Array(bytes) })
    },

    /** Sends a piece that was announced twice as long, then cuts the line. */
    cutAfter(place: string, bytes: Buffer, start: number): Promise<void> {
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
    },

    async offsetOf(place: string): Promise<number> {
      const answer = await ask(place, 'claire', { method: 'HEAD', headers: protocol })
      return Number(answer.headers.get('upload-offset'))
    },
  }
}

/** A photo as a telephone takes it: lying, with time and place inside. */
export function telephonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#3f7a4e' } })
    .jpeg()
    .withExif({
      IFD2: { DateTimeOriginal: '2026:03:01 10:20:30' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '3/1 52/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '11/1 31/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}
