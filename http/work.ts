import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { House } from '#app/house.ts'
import { byItselfAround } from '#app/by-itself.ts'
import { resultsFor } from '#app/results.ts'
import { actorOf } from '#app/sign-in.ts'
import type { HomeAnswer } from '#contract/answers.ts'
import { countWaiting } from '#db/call-backs.ts'
import { asActor } from '#db/connect.ts'
import { readAgenda, readMembers, readSittings } from '#db/reads/sitting.ts'
import * as work from '#db/reads/work.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { clean } from '#domain/field.ts'
import { refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { body, day, instant, query, sendRefusal } from './answers.ts'
import { isCursor, isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

const word = z.optional(z.string().check(z.maxLength(100), clean))
export const taskQuery = z.strictObject({
  kind: word,
  step: word,
  when: z.optional(z.enum(['late', 'soon'])),
  after: z.optional(z.string().check(z.maxLength(300), z.refine(isTaskCursor, { error: 'invalid-cursor' }), clean)),
})
export const viewBody = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100), clean),
  filters: z.record(z.string().check(z.maxLength(40), clean), z.string().check(z.maxLength(200), clean)),
})
export const noticeQuery = z.strictObject({ before: z.optional(instant) })
export const sittingQuery = z.strictObject({
  scheme: word,
  status: z.optional(z.enum(['planned', 'open', 'closed', 'cancelled'])),
  before: z.optional(day),
})
const pageSize = 50

/** Where a page of tasks ended: a day, a case and a key. */
function isTaskCursor(text: string): boolean {
  return isCursor(text.slice(0, 47)) && text[47] === ' ' && text.length > 48
}

/** What somebody has to do: home, tasks, sittings, saved views, and the notices that went out. */
export function workRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/home', async ({ actor }): Promise<HomeAnswer> => {
    const today = house.clock.today()
    const [groups, recent, callBacks, byItself] = await asActor(house.database, actor, (tx) =>
      Promise.all([
        work.readOwedGroups(tx, actor.office, actor.role, today),
        work.readRecent(tx, actor.office),
        countWaiting(tx, actor.office, actor.role),
        byItselfAround(tx, actor, today),
      ]),
    )
    return { today, groups, callBacks, byItself, ...(mayOpenFiles(actor.role) ? recent : { ...recent, recent: [] }) }
  })
  signedInGet(server, sessions, '/api/tasks', async ({ actor, request, reply }) => {
    const asked = query(taskQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const { after, ...filters } = asked.value
    const [due, id, ...key] = after?.split(' ') ?? []
    const cursor = due && id ? { due, case: id, key: key.join(' ') } : undefined
    const rows = await asActor(house.database, actor, (tx) =>
      work.readOwed(tx, actor.office, actor.role, house.clock.today(), { ...filters, after: cursor, limit: pageSize }),
    )
    const last = rows.at(-1)
    const next = last && rows.length === pageSize ? `${last.dueOn ?? '9999-12-31'} ${last.case} ${last.key}` : null
    return { rows, next }
  })
  signedInGet(server, sessions, '/api/results', async ({ actor }) => ({ rows: await resultsFor(house, actor) }))
  sittingRoutes(server, house, sessions)
  viewRoutes(server, house, sessions)
  signedInGet(server, sessions, '/api/notices', async ({ actor, request, reply }) => {
    const asked = query(noticeQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    if (actor.role !== 'administrator')
      return sendRefusal(reply, refuse('role-may-not', { role: actor.role, allowed: ['administrator'] }))
    const before = asked.value.before ?? '9999-12-31T00:00:00Z'
    const rows = await asActor(house.database, actor, (tx) => work.readNotices(tx, before, pageSize))
    return { rows, next: rows.length === pageSize ? (rows.at(-1)?.createdAt ?? null) : null }
  })
}

function sittingRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/committee-members', async ({ actor }) => ({
    rows: await asActor(house.database, actor, (tx) => readMembers(tx, actor.office)),
    schemes: schemesOf(house, actor),
  }))
  signedInGet(server, sessions, '/api/sittings', async ({ actor, request, reply }) => {
    const asked = query(sittingQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const rows = await asActor(house.database, actor, (tx) => readSittings(tx, asked.value, pageSize))
    return { rows, next: rows.length === pageSize ? (rows.at(-1)?.on ?? null) : null }
  })
  signedInGet<{ id: string }>(server, sessions, '/api/sittings/:id', async ({ actor, request, reply }) => {
    const { id } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const sitting = await asActor(house.database, actor, (tx) => readAgenda(tx, id, actor))
    return sitting ?? sendRefusal(reply, refuse('not-found'))
  })
}

/** The schemes in which the actor's office plays the actor's role. */
function schemesOf({ editions }: House, { role, office }: Actor): readonly string[] {
  const schemes = [...new Set(editions.all().map(({ scheme }) => scheme.scheme))]
  return schemes.filter((scheme) => editions.offices(scheme)[role]?.includes(office))
}

function viewRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/views', async ({ actor }) => ({
    rows: await asActor(house.database, actor, (tx) => work.readViews(tx)),
  }))
  server.put('/api/views', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const view = body(viewBody, request)
    if (view.refused) return sendRefusal(reply, view)
    const actor = actorOf(row)
    await asActor(house.database, actor, (tx) => work.saveView(tx, actor.user, view.value))
    return { saved: true }
  })
  server.delete<{ Params: { name: string } }>('/api/views/:name', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const actor = actorOf(row)
    const { name } = request.params
    if (name.includes('\u0000')) return sendRefusal(reply, refuse('not-found'))
    await asActor(house.database, actor, (tx) => work.removeView(tx, actor.user, name))
    return { removed: true }
  })
}
