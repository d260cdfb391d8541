import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import { askMove, cancelMove, confirmMove, stopMove } from '#app/edition-moves.ts'
import type { House } from '#app/house.ts'
import { actorOf } from '#app/sign-in.ts'
import type { EditionMoveAnswer, MoveCaseAnswer } from '#contract/move-answers.ts'
import { asActor } from '#db/connect.ts'
import { readMove, readMoveCases, readMoves } from '#db/edition-moves.ts'
import type { EditionMoveRow } from '#db/edition-moves.ts'
import { clean, longestText, madeId } from '#domain/field.ts'
import { refuse } from '#domain/outcome.ts'

import { body, query, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

const word = z.string().check(z.minLength(1), z.maxLength(100), clean)
export const moveAsked = z.strictObject({
  move: madeId,
  scheme: word,
  edition: word,
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestText), clean),
})
export const moveCasesQuery = z.strictObject({
  result: z.enum(['changed', 'same', 'refused']),
  after: z.optional(z.string().check(z.refine(isId, { error: 'invalid-cursor' }))),
})
const first = '00000000-0000-0000-0000-000000000000'
const pageSize = 50
const mostMoves = 5

/** Moving all open cases of a scheme to another edition: asked for, looked at case by case, and then said yes to. */
export function editionMoveRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet<{ scheme: string }>(server, sessions, '/api/schemes/:scheme/moves', async ({ actor, request }) => {
    const { scheme } = request.params
    if (scheme.includes('\u0000')) return { rows: [] }
    const rows = await asActor(house.database, actor, (tx) => readMoves(tx, scheme, mostMoves))
    return { rows: rows.map(answerOf) }
  })
  signedInGet<{ id: string }>(server, sessions, '/api/edition-moves/:id/cases', async ({ actor, request, reply }) => {
    const asked = query(moveCasesQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const { id } = request.params
    const { result, after = first } = asked.value
    const found = isId(id) ? await asActor(house.database, actor, (tx) => readMove(tx, id)) : undefined
    if (!found) return sendRefusal(reply, refuse('not-found'))
    const rows: readonly MoveCaseAnswer[] = await asActor(house.database, actor, (tx) =>
      readMoveCases(tx, id, result, actor.office, after, pageSize),
    )
    return { rows, next: rows.length === pageSize ? (rows.at(-1)?.case ?? null) : null }
  })
  acts(server, house, sessions)
}

function acts(server: FastifyInstance, house: House, sessions: Sessions): void {
  server.post('/api/edition-moves', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const asked = body(moveAsked, request)
    if (asked.refused) return sendRefusal(reply, asked)
    const outcome = await askMove(house, actorOf(row), asked.value)
    return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
  })
  for (const [name, act] of Object.entries({ confirm: confirmMove, stop: stopMove, cancel: cancelMove }))
    server.post<{ Params: { id: string } }>(`/api/edition-moves/:id/${name}`, async (request, reply: FastifyReply) => {
      const row = await sessions.find(request as FastifyRequest)
      if (!row) return sendRefusal(reply, refuse('not-signed-in'))
      const { id } = request.params
      const outcome = isId(id) ? await act(house, actorOf(row), id) : refuse('not-found')
      return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
    })
}

function answerOf(row: EditionMoveRow): EditionMoveAnswer {
  const { move, scheme, edition, reason, state, askedAt, endedAt, total, judged, changed, refused, moved } = row
  const counts = { total, judged, changed, refused, moved, changes: row.changes, refusals: row.refusals }
  return { move, scheme, edition, reason, state, askedAt, endedAt, ...counts }
}
