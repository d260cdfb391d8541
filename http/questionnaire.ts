import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { House } from '#app/house.ts'
import { publicEditions, publicSchemes } from '#app/public-editions.ts'
import { clean } from '#domain/field.ts'
import { refuse } from '#domain/outcome.ts'

import { query, sendRefusal } from './answers.ts'

const word = z.optional(z.string().check(z.minLength(1), z.maxLength(100), clean))
export const publicQuery = z.strictObject({
  scheme: word,
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
})
const compress = promisify(gzip)

/** What the public questionnaire reads, without a session: the schemes in force and what decides on entering them. */
export function questionnaireRoutes(server: FastifyInstance, house: House): void {
  server.get('/api/public/schemes', (request, reply) => sendPublic(request, reply, { rows: publicSchemes(house) }))
  server.get('/api/public/editions', async (request, reply) => {
    const asked = query(publicQuery, request)
    if (asked.refused) return sendRefusal(reply, asked)
    const { scheme, country } = asked.value
    if (scheme === undefined && country === undefined)
      return sendRefusal(reply, refuse('invalid-input', { reason: 'missing', path: 'country' }, 'country'))
    return sendPublic(request, reply, { rows: await publicEditions(house, asked.value) })
  })
}

/** A slow line fetches it once, compressed, and afterwards only asks whether it is still the same. */
async function sendPublic(request: FastifyRequest, reply: FastifyReply, answer: object): Promise<FastifyReply> {
  const json = JSON.stringify(answer)
  const tag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`
  void reply.headers({ 'cache-control': 'no-cache', etag: tag, vary: 'accept-encoding' })
  if (request.headers['if-none-match'] === tag) return reply.status(304).send()
  void reply.header('content-type', 'application/json; charset=utf-8')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(json)
  return reply.header('content-encoding', 'gzip').send(await compress(json))
}
