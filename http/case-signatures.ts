import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import { printCertificate } from '#app/print-certificate.ts'
import { handle } from '#app/handle.ts'
import type { House } from '#app/house.ts'
import { makeLink } from '#app/signing-link.ts'
import { actorOf } from '#app/sign-in.ts'
import { asActor } from '#db/connect.ts'
import { readingRecorder } from '#db/readings.ts'
import { readCaseState } from '#db/reads/case.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { derivedId } from '#domain/derived-id.ts'
import { madeId } from '#domain/field.ts'
import { refuse } from '#domain/outcome.ts'

import { body, query, sendRefusal } from './answers.ts'
import { printQuery } from './papers.ts'
import { isId } from './reads.ts'
import type { Sessions } from './session.ts'

export const handLinkBody = z.strictObject({ command: madeId, request: z.string().check(z.maxLength(100)) })

/** A link that an adviser passes on by hand, told once; and the page that says who signed a document. */
export function caseSignatureRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const record = readingRecorder(house.database)
  server.post<{ Params: { id: string } }>('/api/cases/:id/signing-links', async (request, reply) => {
    const row = await sessions.find(request as FastifyRequest)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const given = body(handLinkBody, request as FastifyRequest)
    if (given.refused) return sendRefusal(reply, given)
    const { id } = request.params
    if (!isId(id)) return sendRefusal(reply, refuse('not-found'))
    const actor = actorOf(row)
    const { command, request: asked } = given.value
    const input = { request: asked, by: 'by-hand' }
    const answer = await handle(house, actor, { command, name: 'send-signing-link', stream: id, input })
    if (answer.status === 'refused') return sendRefusal(reply, answer.refusal)
    const state = await asActor(house.database, actor, (tx) => readCaseState(tx, id))
    const signing = state?.signing?.find((each) => each.request === asked)
    const sent = signing?.links.find((each) => each.link === derivedId(command, 'link'))
    if (!sent) return sendRefusal(reply, refuse('not-found'))
    const secret = await makeLink(house, id, { ...sent, request: asked, party: 'beneficiary' })
    return reply.status(201).send({ path: `/sign/${secret}`, expiresOn: sent.expiresOn, version: answer.version })
  })
  type Which = { id: string; request: string }
  server.post<{ Params: Which }>('/api/cases/:id/signatures/:request/certificate', async (request, reply) => {
    const row = await sessions.find(request as FastifyRequest)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const asked = query(printQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const actor = actorOf(row)
    const { id, request: signing } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const printed = await printCertificate(house, actor, { case: id, request: signing, language: asked.value.language })
    if (printed.refused) return sendRefusal(reply, printed)
    await record({ actor, case: id, what: 'paper signature-certificate', at: house.clock.now() })
    return reply.status(201).header('location', `/api/documents/${printed.value.document}`).send(printed.value)
  })
}
