import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { House } from '#app/house.ts'
import { languages } from '#app/ports.ts'
import { papersOf, printPaper } from '#app/print-paper.ts'
import { actorOf } from '#app/sign-in.ts'
import { readingRecorder } from '#db/readings.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { refuse } from '#domain/outcome.ts'

import { query, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

export const printQuery = z.strictObject({ language: z.optional(z.enum(languages)) })

/** Papers that Homeward writes from a case: which there are and what each still needs; and printing one. */
export function paperRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const record = readingRecorder(house.database)
  signedInGet<{ id: string }>(server, sessions, '/api/cases/:id/papers', async ({ actor, request, reply }) => {
    const { id } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const papers = await papersOf(house, actor, id)
    return papers.refused ? sendRefusal(reply, papers) : { rows: papers.value }
  })
  type Which = { id: string; paper: string }
  server.post<{ Params: Which }>('/api/cases/:id/papers/:paper', async (request, reply) => {
    const row = await sessions.find(request as FastifyRequest)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const asked = query(printQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const actor = actorOf(row)
    const { id, paper } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const printed = await printPaper(house, actor, { case: id, paper, language: asked.value.language })
    if (printed.refused) return sendRefusal(reply, printed)
    await record({ actor, case: id, what: `paper ${paper}`, at: house.clock.now() })
    return reply.status(201).header('location', `/api/documents/${printed.value.document}`).send(printed.value)
  })
}
