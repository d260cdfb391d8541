import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import * as accounts from '#db/accounts.ts'
import type { SessionRow } from '#db/accounts.ts'
import { asActor } from '#db/connect.ts'
import type { House } from '#app/house.ts'
import { changeOwnPassword } from '#app/own-password.ts'
import {
  describeSession,
  deviceId,
  newSecondFactor,
  removeSecondFactor,
  setSecondFactor,
  signIn,
  tokenHash,
} from '#app/sign-in.ts'
import { clean } from '#domain/field.ts'
import { refuse } from '#domain/outcome.ts'
import type { Text } from '#domain/scheme/scheme.ts'

import { body, sendRefusal } from './answers.ts'

const cookieName = 'homeward_session'
export const credentials = z.strictObject({
  email: z.string().check(z.trim(), z.minLength(1), z.maxLength(254), clean),
  password: z.string().check(z.minLength(1), z.maxLength(1000)),
  code: z.optional(z.string().check(z.maxLength(20))),
})
export const seatChoice = z.strictObject({
  role: z.string().check(z.maxLength(60)),
  office: z.string().check(z.maxLength(100)),
})
export const codeOnly = z.strictObject({ code: z.string().check(z.maxLength(20)) })
export const ownPassword = z.strictObject({
  current: z.string().check(z.minLength(1), z.maxLength(1000)),
  password: z.string().check(z.minLength(12), z.maxLength(200), clean),
})
export const confirmation = z.strictObject({
  // Base32 of 20 to 60 bytes.
  secret: z.string().check(z.regex(/^(?:[A-Z2-7]{8}){4,12}$/)),
  code: z.string().check(z.maxLength(20)),
})

type Known = { readonly row: SessionRow; readonly until: number }

/** Sessions asked for in the last seconds: a revocation shows at once in this process, elsewhere within `trust`. */
const trust = 3_000

export type Sessions = {
  /**
   * The session behind a request's cookie, or undefined. Being asked for is a sign of life, unless it is only looked at:
   * a tab that was left open must not keep a session alive.
   */
  find(request: FastifyRequest, how?: 'looking'): Promise<SessionRow | undefined>
  forget(): void
}

export function sessionsOf(house: House): Sessions {
  const known = new Map<string, Known>()
  return {
    async find(request, how) {
      const token = request.cookies[cookieName]
      if (!token) return undefined
      const now = Date.now()
      const cached = known.get(token)
      if (cached && cached.until > now) return cached.row
      const row = await asActor(house.database, 'system', async (tx) => {
        const hash = tokenHash(token)
        const found = accounts.findSession(tx, hash)
        const asked = Promise.all([found, how === 'looking' ? undefined : accounts.touchSession(tx, hash)])
        const [session] = await tx.andCommit(asked)
        return session
      })
      if (known.size > 10_000) known.clear()
      if (row) known.set(token, { row, until: now + trust })
      else known.delete(token)
      return row
    },
    forget: () => known.clear(),
  }
}

export type DemonstrationAccount = {
  email: string
  password: string
  name: string
  role: string
  office: string
  scheme?: Text
}

/** Sign-in, seats, devices and the second factor. */
export function sessionRoutes(
  server: FastifyInstance,
  house: House,
  sessions: Sessions,
  demonstration: readonly DemonstrationAccount[] | undefined,
): void {
  const shown = demonstration ? { demonstration: true } : {}
  server.get('/api/session', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row)
      return sendRefusal(
        reply,
        refuse('not-signed-in', demonstration ? { demonstration: { accounts: demonstration } } : {}),
      )
    return { ...(await describeSession(house, row)), ...shown }
  })
  server.post('/api/session', async (request, reply) => {
    const given = body(credentials, request)
    if (given.refused) return sendRefusal(reply, given)
    const device = String(request.headers['user-agent'] ?? '').slice(0, 200)
    const outcome = await signIn(house, given.value, { address: request.ip, device })
    if (outcome.refused) return sendRefusal(reply, outcome)
    setCookie(reply, outcome.value.token, request)
    return { ...outcome.value.session, ...shown }
  })
  server.delete('/api/session', async (request, reply) => {
    const token = request.cookies[cookieName]
    if (token) await asActor(house.database, 'system', (tx) => accounts.revokeSession(tx, tokenHash(token)))
    sessions.forget()
    void reply.clearCookie(cookieName, { path: '/' })
    return { signedOut: true }
  })
  server.post('/api/session/seat', async (request, reply) => {
    const row = await sessions.find(request)
    const token = request.cookies[cookieName]
    if (!row || !token) return sendRefusal(reply, refuse('not-signed-in'))
    const given = body(seatChoice, request)
    if (given.refused) return sendRefusal(reply, given)
    const { role, office } = given.value
    const held = await asActor(house.database, 'system', async (tx) => {
      const seats = await accounts.readSeats(tx, row.account)
      const mine = seats.some((seat) => seat.role === role && seat.office === office)
      if (mine) await accounts.takeSeat(tx, tokenHash(token), role, office)
      return mine
    })
    if (!held) return sendRefusal(reply, refuse('not-yours', { role, office }))
    sessions.forget()
    return { ...(await describeSession(house, { ...row, role, office })), ...shown }
  })
  server.put('/api/session/password', async (request, reply) => {
    const row = await sessions.find(request)
    const token = request.cookies[cookieName]
    if (!row || !token) return sendRefusal(reply, refuse('not-signed-in'))
    const given = body(ownPassword, request)
    if (given.refused) return sendRefusal(reply, given)
    const outcome = await changeOwnPassword(house, { row, token, address: request.ip }, given.value)
    sessions.forget()
    return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
  })
  deviceRoutes(server, house, sessions)
  secondFactorRoutes(server, house, sessions)
}

function setCookie(reply: FastifyReply, token: string, request: FastifyRequest): void {
  void reply.setCookie(cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: 14 * 86_400,
  })
}

function deviceRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  server.get('/api/devices', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const devices = await asActor(house.database, 'system', (tx) => accounts.readDevices(tx, row.account))
    const here = deviceId(request.cookies[cookieName] ?? '')
    return {
      devices: devices.map(({ id, device, created_at, seen_at }) => ({
        id,
        device,
        since: created_at,
        seen: seen_at,
        here: id === here,
      })),
    }
  })
  server.delete<{ Params: { id: string } }>('/api/devices/:id', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    if (!/^[0-9a-f]{64}$/.test(request.params.id)) return sendRefusal(reply, refuse('not-found'))
    const gone = await asActor(house.database, 'system', (tx) =>
      accounts.revokeDevice(tx, row.account, request.params.id),
    )
    sessions.forget()
    return gone ? { signedOut: true } : sendRefusal(reply, refuse('not-found'))
  })
}

function secondFactorRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  server.post('/api/second-factor', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    return newSecondFactor(row.email)
  })
  server.get('/api/second-factor', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const account = await asActor(house.database, 'system', (tx) => accounts.findAccount(tx, row.email))
    return { secondFactor: account?.totp_secret != null }
  })
  server.put('/api/second-factor', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const given = body(confirmation, request)
    if (given.refused) return sendRefusal(reply, given)
    const outcome = await setSecondFactor(house, row, given.value)
    return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
  })
  server.delete('/api/second-factor', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const given = body(codeOnly, request)
    if (given.refused) return sendRefusal(reply, given)
    const outcome = await removeSecondFactor(house, row, given.value.code, request.ip)
    return outcome.refused ? sendRefusal(reply, outcome) : outcome.value
  })
}
