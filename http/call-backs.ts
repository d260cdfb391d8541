import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import { askCallBack, settleCallBack, waitingCallBacks } from '#app/call-backs.ts'
import type { House } from '#app/house.ts'
import { actorOf } from '#app/sign-in.ts'
import { readCallBack } from '#db/call-backs.ts'
import { asActor } from '#db/connect.ts'
import { callBackOutcomes, callBackSchema } from '#domain/call-back.ts'
import { isInstant } from '#domain/calendar.ts'
import { refuse } from '#domain/outcome.ts'

import { addressLimit } from './address-limit.ts'
import { body, query, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

/** Where a page ended: an instant, a blank and an id. */
const cursor = z.string().check(z.refine((text) => isCursor(text), { error: 'invalid-cursor' }))
export const pageQuery = z.strictObject({ after: z.optional(cursor) })
export const outcomeBody = z.strictObject({ outcome: z.enum(callBackOutcomes) })

/** A reception centre shares one address, so many people may ask from it; a script asks more often. */
const mostInAnHour = 20

/** Asking to be called back, without a session; and the office's list of who asked. */
export function callBackRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const isTooMuch = addressLimit(mostInAnHour)
  server.post('/api/public/call-backs', async (request, reply) => {
    const given = body(callBackSchema, request)
    if (given.refused) return sendRefusal(reply, given)
    if (isTooMuch(request.ip)) return sendRefusal(reply, refuse('too-many-requests'))
    const outcome = await askCallBack(house, given.value)
    return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
  })
  signedInGet(server, sessions, '/api/call-backs', async ({ actor, request, reply }) => {
    const asked = query(pageQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const [askedAt, id] = asked.value.after?.split(' ') ?? []
    return waitingCallBacks(house, actor, askedAt && id ? { askedAt, id } : undefined)
  })
  signedInGet<{ id: string }>(server, sessions, '/api/call-backs/:id', async ({ actor, request, reply }) => {
    const { id } = request.params
    const row = isId(id) ? await asActor(house.database, actor, (tx) => readCallBack(tx, id)) : undefined
    return row ?? sendRefusal(reply, refuse('not-found'))
  })
  server.put<{ Params: { id: string } }>('/api/call-backs/:id', async (request, reply) => {
    const row = await sessions.find(request as FastifyRequest)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const given = body(outcomeBody, request as FastifyRequest)
    if (given.refused) return sendRefusal(reply, given)
    const { id } = request.params
    if (!isId(id)) return sendRefusal(reply, refuse('not-found'))
    const outcome = await settleCallBack(house, actorOf(row), id, given.value.outcome)
    return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
  })
}

function isCursor(text: string): boolean {
  const [instant = '', id = '', ...more] = text.split(' ')
  return isInstant(instant) && isId(id) && more.length === 0
}
