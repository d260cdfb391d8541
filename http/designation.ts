import type { FastifyInstance } from 'fastify'

import type { House } from '#app/house.ts'
import { proposalFor } from '#app/operators-known.ts'
import { asActor } from '#db/connect.ts'
import { readingRecorder } from '#db/readings.ts'
import { refuse } from '#domain/outcome.ts'

import { sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

/** Whom a case could be given to, ranked, with what is known of each: for the coordinator who answers for the case. */
export function designationRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const record = readingRecorder(house.database)
  signedInGet<{ id: string }>(server, sessions, '/api/cases/:id/operators', async ({ actor, request, reply }) => {
    const { id } = request.params
    if (!isId(id)) return sendRefusal(reply, refuse('not-found'))
    if (actor.role !== 'coordinator')
      return sendRefusal(reply, refuse('role-may-not', { role: actor.role, allowed: ['coordinator'] }))
    const found = await asActor(house.database, actor, (tx) => proposalFor(house, tx, actor, id))
    if (found.refused) return sendRefusal(reply, found)
    await record({ actor, case: id, what: 'operators', at: house.clock.now() })
    return found.value
  })
}
