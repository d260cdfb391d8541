import { Readable } from 'node:stream'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import messages from '#catalogue/letters/signing-message.json' with { type: 'json' }
import { filled } from '#catalogue/problem-sentence.ts'
import type { House } from '#app/house.ts'
import { languages } from '#app/ports.ts'
import { declineThroughLink, signThroughLink } from '#app/sign-by-link.ts'
import * as visits from '#app/signing-visit.ts'
import { standingOfFile } from '#app/standing.ts'
import { systemActor } from '#db/connect.ts'
import { readingRecorder } from '#db/readings.ts'
import { clean, longestText, longestWord } from '#domain/field.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Outcome } from '#domain/outcome.ts'
import { deviceKindOf } from '#domain/signature/device.ts'

import { addressLimit } from './address-limit.ts'
import { body, sendRefusal } from './answers.ts'

/** The word of a link, and the word that a visit was given: in the body, so that no address holds them. */
const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{20,60}$/, { error: 'invalid-text' }))
const typed = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestWord), clean)
const picture = z.string().check(z.maxLength(950_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: 'invalid-text' }))

export const linkBody = z.strictObject({ token })
export const codeBody = z.strictObject({ token, language: z.enum(languages) })
export const answerBody = z.strictObject({ token, answer: z.string().check(z.minLength(1), z.maxLength(40), clean) })
export const visitBody = z.strictObject({ token, visit: token })
export const signatureBody = z.strictObject({
  token,
  visit: token,
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: 'invalid-fingerprint' })),
  mark: z.enum(['drawn', 'typed', 'thumb']),
  /** Base64 of a PNG, JPEG or WebP. */
  image: z.optional(picture),
  name: z.optional(typed),
  witness: z.optional(typed),
  language: z.enum(languages),
})
export const declineBody = z.strictObject({
  token,
  visit: token,
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestText), clean),
})
export const fingerprintBody = z.strictObject({
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: 'invalid-fingerprint' })),
})

/** A family behind one address opens a link often; a script that tries words opens more. */
const visitsInAnHour = 120
/** An embassy checks a pile of papers in an hour; a script more. */
const checksInAnHour = 200

type Ask<T> = { readonly given: T; readonly request: FastifyRequest; readonly reply: FastifyReply }

/** What the page behind a link asks for, and what anybody may ask of a file they hold; nobody is signed in. */
export function signingRoutes(server: FastifyInstance, house: House): void {
  const record = readingRecorder(house.database)
  const opened = (id: string, what: string) => record({ actor: systemActor, case: id, what, at: house.clock.now() })
  const ofLink = openRoutes(server, addressLimit(visitsInAnHour))
  ofLink('/api/public/signing', linkBody, async ({ given }) => {
    const greeting = await visits.greet(house, given.token)
    if (greeting.refused) return greeting
    const { case: id, ...answer } = greeting.value
    await opened(id, 'signing-link')
    return accept(answer)
  })
  ofLink('/api/public/signing/code', codeBody, ({ given }) =>
    visits.sendCode(house, given.token, (code) => filled(messages.code[given.language], { code })),
  )
  ofLink('/api/public/signing/answer', answerBody, async ({ given }) => {
    const visit = await visits.confirm(house, given.token, given.answer)
    if (visit.refused) return visit
    const { case: id, ...answer } = visit.value
    await opened(id, 'signing-link')
    return accept(answer)
  })
  ofLink('/api/public/signing/document', visitBody, async ({ given, reply }) => {
    const behind = await visits.visited(house, given.token, given.visit)
    if (behind.refused) return behind
    const { document, row, signing } = behind.value
    await opened(row.case, `document ${signing.paper}`)
    const content = await house.files.read(behind.value.storageKey)
    if (content.refused) return content
    void reply.headers({ 'content-type': document.mediaType, 'content-length': document.size })
    return accept(Readable.from(content.value))
  })
  ofLink('/api/public/signing/signature', signatureBody, ({ given, request }) => {
    const { token: word, visit, image, ...said } = given
    const device = deviceKindOf(String(request.headers['user-agent'] ?? '').slice(0, 500))
    const bytes = image === undefined ? {} : { image: Buffer.from(image, 'base64') }
    return signThroughLink(house, { token: word, visit }, { ...said, ...bytes, device })
  })
  ofLink('/api/public/signing/no', declineBody, ({ given }) => declineThroughLink(house, given, given.reason))
  openRoutes(server, addressLimit(checksInAnHour))('/api/public/documents', fingerprintBody, async ({ given }) =>
    accept(await standingOfFile(house, given.fingerprint)),
  )
}

/** Routes without a session that share one limit by address. */
function openRoutes(server: FastifyInstance, isTooMuch: (address: string) => boolean) {
  return <T>(path: string, schema: z.ZodMiniType<T>, answer: (ask: Ask<T>) => Promise<Outcome<unknown>>): void => {
    server.post(path, async (request, reply) => {
      const asked = request as FastifyRequest
      const given = body(schema, asked)
      if (given.refused) return sendRefusal(reply as FastifyReply, given)
      if (isTooMuch(asked.ip)) return sendRefusal(reply as FastifyReply, refuse('too-many-requests'))
      const outcome = await answer({ given: given.value, request: asked, reply: reply as FastifyReply })
      return outcome.refused ? sendRefusal(reply as FastifyReply, outcome) : outcome.value
    })
  }
}
