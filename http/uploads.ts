import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { House } from '#app/house.ts'
import { actorOf } from '#app/sign-in.ts'
import { abandon, append, begin, largestFile, progress } from '#app/uploads.ts'
import { clean, madeId } from '#domain/field.ts'
import { readShape } from '#domain/input.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { sendRefusal } from './answers.ts'
import { isId } from './reads.ts'
import type { Sessions } from './session.ts'

/** Milliseconds without a byte after which a sender counts as gone; what came before is kept. */
const patience = 30_000

const metadataSchema = z.strictObject({
  case: madeId,
  name: z.string().check(z.minLength(1), z.maxLength(1000), clean),
  paper: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,99}$/)),
  type: z.optional(z.string().check(z.maxLength(200), clean)),
})

type Asked = {
  readonly actor: Actor
  readonly id: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/**
 * Files in pieces that can be resumed, by the tus 1.0 protocol with creation and termination. The metadata are `case`,
 * `name`, `paper` and `type`; the last part of the address is the id of the document that the upload becomes.
 */
export function uploadRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  // Not read here: the bytes go to the file store as they come.
  server.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload))
  server.options('/api/files', (_request, reply) =>
    protocol(reply)
      .headers({ 'tus-version': '1.0.0', 'tus-extension': 'creation,termination', 'tus-max-size': largestFile })
      .status(204)
      .send(),
  )
  const route = (method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE', answer: (asked: Asked) => Promise<unknown>) =>
    server.route({
      method,
      url: method === 'POST' ? '/api/files' : '/api/files/:id',
      async handler(request, reply) {
        protocol(reply)
        const row = await sessions.find(request)
        if (!row) return sendRefusal(reply, refuse('not-signed-in'))
        if (request.headers['tus-resumable'] !== '1.0.0')
          return sendRefusal(reply, refuse('unsupported-protocol', { version: '1.0.0' }))
        const { id = '' } = request.params as { id?: string }
        if (method !== 'POST' && !isId(id)) return sendRefusal(reply, refuse('not-found'))
        return answer({ actor: actorOf(row), id, request, reply })
      },
    })
  route('POST', ({ actor, request, reply }) => create(house, actor, request, reply))
  route('HEAD', async ({ actor, id, reply }) => {
    const found = await progress(house, actor, id)
    if (found.refused) return sendRefusal(reply, found)
    const { received, size } = found.value
    return reply.headers({ 'upload-offset': received, 'upload-length': size }).send()
  })
  route('PATCH', async ({ actor, id, request, reply }) => {
    const start = wholeNumber(request.headers['upload-offset'], 'upload-offset')
    if (start.refused) return sendRefusal(reply, start)
    const arriving = impatient(request)
    if (!arriving) return sendRefusal(reply, refuse('unsupported-media-type'))
    const received = await append(house, actor, id, start.value, arriving)
    if (received.refused) return refuseUpload(request, reply, received)
    return reply.header('upload-offset', received.value).status(204).send()
  })
  route('DELETE', async ({ actor, id, reply }) => {
    const gone = await abandon(house, actor, id)
    return gone.refused ? sendRefusal(reply, gone) : reply.status(204).send()
  })
}

async function create(house: House, actor: Actor, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const size = wholeNumber(request.headers['upload-length'], 'upload-length')
  if (size.refused) return sendRefusal(reply, size)
  const metadata = readShape(metadataSchema, readMetadata(request.headers['upload-metadata']))
  if (metadata.refused) return sendRefusal(reply, metadata)
  const { type = '', ...wanted } = metadata.value
  const begun = await begin(house, actor, { ...wanted, mediaType: type, size: size.value })
  if (begun.refused) return sendRefusal(reply, begun)
  return reply.header('location', `/api/files/${begun.value}`).status(201).send()
}

function protocol(reply: FastifyReply): FastifyReply {
  return reply.header('tus-resumable', '1.0.0')
}

function wholeNumber(header: string | string[] | undefined, field: string): Outcome<number> {
  return typeof header === 'string' && /^\d{1,15}$/.test(header)
    ? accept(Number(header))
    : refuse('invalid-input', { reason: 'missing' }, field)
}

/** `name bmFtZQ==,other …`: keys with values in base64. */
function readMetadata(header: string | string[] | undefined): Record<string, string> {
  const pairs = String(header ?? '')
    .split(',')
    .map((pair) => pair.trim().split(' '))
  return Object.fromEntries(
    pairs.flatMap(([key, value]) => (key ? [[key, Buffer.from(value ?? '', 'base64').toString('utf8')]] : [])),
  )
}

/** The body as it arrives; a sender that falls silent is cut off, as the network would do it. */
function impatient(request: FastifyRequest): AsyncIterable<Uint8Array> | undefined {
  if (request.headers['content-type'] !== 'application/offset+octet-stream') return undefined
  return watched(request)
}

async function* watched({ raw }: FastifyRequest): AsyncGenerator<Uint8Array> {
  const timer = setTimeout(() => raw.destroy(Object.assign(new Error('silent'), { code: 'ECONNRESET' })), patience)
  try {
    for await (const piece of raw) {
      timer.refresh()
      yield piece as Uint8Array
    }
  } finally {
    clearTimeout(timer)
  }
}

/** What is still on its way after a refusal is not read: the connection ends with the answer. */
function refuseUpload(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (!request.raw.complete) void reply.header('connection', 'close')
  return sendRefusal(reply, refusal)
}
