import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import { applyToCall, settleApplication } from '#app/call-applications.ts'
import type { House } from '#app/house.ts'
import { actorOf } from '#app/sign-in.ts'
import { asActor } from '#db/connect.ts'
import * as standing from '#db/reads/standing.ts'
import { clean } from '#domain/field.ts'
import { applicationOutcomes, callApplicationSchema } from '#domain/operator-call/application.ts'
import { refuse } from '#domain/outcome.ts'
import type { Role } from '#domain/role.ts'

import { addressLimit } from './address-limit.ts'
import { body, query, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

export const registerQuery = z.strictObject({ scheme: z.string().check(z.minLength(1), z.maxLength(100), clean) })
export const applicationOutcomeBody = z.strictObject({ outcome: z.enum(applicationOutcomes) })

/** Roles that read the register of a scheme in which their office plays that role. */
const overseers: readonly Role[] = ['coordinator', 'programme-manager', 'payment-approver']
const mostInAnHour = 10

/** Operators of a scheme: the register, one standing, the calls, and who answered them with and without an account. */
export function operatorRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/operators', async ({ actor, request, reply }) => {
    const asked = query(registerQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const { scheme } = asked.value
    const offices = house.editions.offices(scheme)
    const oversees = overseers.includes(actor.role) && offices[actor.role]?.includes(actor.office)
    if (!oversees) return sendRefusal(reply, refuse('role-may-not', { role: actor.role, allowed: overseers }))
    const atWork = offices['adviser'] ?? []
    const today = house.clock.today()
    return { rows: await asActor(house.database, actor, (tx) => standing.readRegister(tx, scheme, atWork, today)) }
  })
  signedInGet<{ id: string }>(server, sessions, '/api/operators/:id', async ({ actor, request, reply }) => {
    const { id } = request.params
    if (!isId(id)) return sendRefusal(reply, refuse('not-found'))
    const today = house.clock.today()
    const found = await asActor(house.database, actor, (tx) => standing.readStanding(tx, id, today))
    return found ?? sendRefusal(reply, refuse('not-found'))
  })
  signedInGet(server, sessions, '/api/own-standings', async ({ actor }) => ({
    rows: await asActor(house.database, actor, (tx) => standing.readOwnStandings(tx, actor.office)),
  }))
  callRoutes(server, house, sessions)
}

function callRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const isTooMuch = addressLimit(mostInAnHour)
  signedInGet(server, sessions, '/api/operator-calls', async ({ actor }) => ({
    rows: await asActor(house.database, actor, (tx) => standing.readCalls(tx, actor.office)),
  }))
  signedInGet<{ id: string }>(
    server,
    sessions,
    '/api/operator-calls/:id/answers',
    async ({ actor, request, reply }) => {
      const { id } = request.params
      if (!isId(id) || actor.role !== 'programme-manager') return sendRefusal(reply, refuse('not-found'))
      const found = await asActor(house.database, actor, (tx) => standing.readCallAnswers(tx, id, actor.office))
      return found ?? sendRefusal(reply, refuse('not-found'))
    },
  )
  server.get('/api/public/operator-calls', async () => ({
    rows: await asActor(house.database, 'system', (tx) => standing.readOpenCalls(tx, house.clock.today())),
  }))
  server.post('/api/public/call-applications', async (request, reply) => {
    const given = body(callApplicationSchema, request)
    if (given.refused) return sendRefusal(reply, given)
    if (isTooMuch(request.ip)) return sendRefusal(reply, refuse('too-many-requests'))
    const outcome = await applyToCall(house, given.value)
    return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
  })
  server.put<{ Params: { id: string } }>('/api/call-applications/:id', async (request, reply) => {
    const row = await sessions.find(request as FastifyRequest)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const given = body(applicationOutcomeBody, request as FastifyRequest)
    if (given.refused) return sendRefusal(reply, given)
    const { id } = request.params
    if (!isId(id)) return sendRefusal(reply, refuse('not-found'))
    const outcome = await settleApplication(house, actorOf(row), id, given.value.outcome)
    return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
  })
}
