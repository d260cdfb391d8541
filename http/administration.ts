import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import * as administration from '#app/administration.ts'
import type { House } from '#app/house.ts'
import { actorOf } from '#app/sign-in.ts'
import { readAccounts, readAdministrationLog, readOfficesInAdministration } from '#db/administration.ts'
import { asActor } from '#db/connect.ts'
import { clean } from '#domain/field.ts'
import type { Outcome } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'
import { roles } from '#domain/role.ts'

import { body, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

const word = z.string().check(z.trim(), z.minLength(1), z.maxLength(200), clean)
const id = z.string().check(z.minLength(1), z.maxLength(100), clean)
const givenRoles = roles.filter((role) => role !== 'system')
const seat = z.strictObject({ role: z.enum(givenRoles), office: id })
const seats = z.array(seat).check(z.minLength(1), z.maxLength(30))
export const seatsBody = z.strictObject({ seats })
const password = z.string().check(z.minLength(12), z.maxLength(200), clean)
export const passwordBody = z.strictObject({ password })
export const activeBody = z.strictObject({ active: z.boolean() })
export const accountBody = z.strictObject({
  email: z.string().check(z.trim(), z.maxLength(254), z.regex(/^[^@\s]+@[^@\s]+$/), clean),
  name: word,
  language: z.enum(['fr', 'en', 'ar']),
  password,
  seats,
})
const parts = z.array(z.strictObject({ scheme: id, role: z.enum(givenRoles) })).check(z.maxLength(100))
export const partsBody = z.strictObject({ parts })
export const schemePartsBody = z.strictObject({
  parts: z.array(z.strictObject({ role: z.enum(givenRoles), office: id })).check(z.minLength(1), z.maxLength(50)),
})
const kinds = ['agency', 'representation', 'operator', 'committee', 'finance', 'programme', 'administration'] as const
export const officeBody = z.strictObject({
  name: word,
  kind: z.enum(kinds),
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  region: z.optional(z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { error: 'invalid-region' }))),
  place: z.optional(word),
  sector: z.optional(z.enum(['public', 'private', 'association'])),
  parts,
})

/** Accounts, seats and offices: what an administrator keeps, and the log of it. */
export function administrationRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  reads(server, house, sessions)
  const change = changer(server, sessions)
  change('POST', '/api/accounts', accountBody, ({ actor, given }) => administration.openAccount(house, actor, given))
  change('PUT', '/api/accounts/:id/active', activeBody, async ({ actor, given, id }) => {
    if (!isId(id)) return refuse('not-found')
    const outcome = await administration.changeActive(house, actor, id, given.active)
    sessions.forget()
    return outcome
  })
  change('PUT', '/api/accounts/:id/password', passwordBody, async ({ actor, given, id }) => {
    if (!isId(id)) return refuse('not-found')
    const outcome = await administration.changePassword(house, actor, id, given.password)
    sessions.forget()
    return outcome
  })
  change('PUT', '/api/accounts/:id/seats', seatsBody, async ({ actor, given, id }) => {
    if (!isId(id)) return refuse('not-found')
    const outcome = await administration.changeSeats(house, actor, id, given.seats)
    sessions.forget()
    return outcome
  })
  change('POST', '/api/offices', officeBody, ({ actor, given }) =>
    administration.openOffice(house, actor, planOf(given)),
  )
  change('PUT', '/api/offices/:id/parts', partsBody, ({ actor, given, id }) =>
    administration.changeParts(house, actor, id, given.parts),
  )
  change('PUT', '/api/administration/schemes/:id/parts', schemePartsBody, ({ actor, given, id }) =>
    administration.giveParts(house, actor, id, given.parts),
  )
}

function reads(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/accounts', async ({ actor, reply }) => {
    const forbidden = administration.onlyAdministrators(actor, true)
    if (forbidden) return sendRefusal(reply, forbidden)
    return { rows: await asActor(house.database, 'system', readAccounts) }
  })
  signedInGet(server, sessions, '/api/administration/offices', async ({ actor, reply }) => {
    const forbidden = administration.onlyAdministrators(actor, true)
    if (forbidden) return sendRefusal(reply, forbidden)
    return { rows: await asActor(house.database, 'system', readOfficesInAdministration) }
  })
  signedInGet(server, sessions, '/api/administration/log', async ({ actor, reply }) => {
    const forbidden = administration.onlyAdministrators(actor, true)
    if (forbidden) return sendRefusal(reply, forbidden)
    return { rows: await asActor(house.database, actor, (tx) => readAdministrationLog(tx, 200)) }
  })
}

type Given<T> = { readonly actor: Actor; readonly given: T; readonly id: string }

/** Registers a change: somebody signed in, a body of the right shape, and an outcome. */
function changer(server: FastifyInstance, sessions: Sessions) {
  return <T>(
    method: 'POST' | 'PUT',
    path: string,
    schema: z.ZodMiniType<T>,
    act: (given: Given<T>) => Promise<Outcome<unknown>>,
  ): void => {
    const handler = async (request: FastifyRequest<{ Params: { id?: string } }>, reply: FastifyReply) => {
      const row = await sessions.find(request)
      if (!row) return sendRefusal(reply, refuse('not-signed-in'))
      const given = body(schema, request as FastifyRequest)
      if (given.refused) return sendRefusal(reply, given)
      const outcome = await act({ actor: actorOf(row), given: given.value, id: request.params.id ?? '' })
      return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
    }
    server.route<{ Params: { id?: string } }>({ method, url: path, handler })
  }
}

/** What was left out stays out, instead of being there and undefined. */
function planOf({ region, place, sector, ...office }: z.infer<typeof officeBody>): administration.NewOffice {
  return { ...office, ...(region ? { region } : {}), ...(place ? { place } : {}), ...(sector ? { sector } : {}) }
}
