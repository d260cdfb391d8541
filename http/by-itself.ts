import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import { byItselfRoles, foreseenFor, passedFor } from '#app/by-itself.ts'
import { calendarFile } from '#app/calendar-file.ts'
import type { House } from '#app/house.ts'
import { isInstant } from '#domain/calendar.ts'
import { clean } from '#domain/field.ts'
import type { Outcome } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { query, sendRefusal } from './answers.ts'
import { isCursor, isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

const pageSize = 50
const mostInCalendar = 500

export const foreseenQuery = z.strictObject({
  after: z.optional(z.string().check(z.maxLength(300), z.refine(isForeseenCursor, { error: 'invalid-cursor' }), clean)),
})
export const passedQuery = z.strictObject({
  before: z.optional(z.string().check(z.maxLength(100), z.refine(isPassedCursor, { error: 'invalid-cursor' }))),
})
export const languageQuery = z.strictObject({ language: z.enum(['fr', 'en', 'ar']) })

/** What will happen by itself over all cases, what did, and what will for a calendar. */
export function byItselfRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/by-itself', async ({ actor, request, reply }) => {
    const asked = told(actor, query(foreseenQuery, request as FastifyRequest))
    if (asked.refused) return sendRefusal(reply, asked)
    const [on, id, ...step] = asked.value.after?.split(' ') ?? []
    const after = on && id ? { on, case: id, step: step.join(' ') } : undefined
    const { rows, last } = await foreseenFor(house, actor, after, pageSize)
    return { rows, next: last ? `${last.on} ${last.case} ${last.step}` : null }
  })
  signedInGet(server, sessions, '/api/by-itself/passed', async ({ actor, request, reply }) => {
    const asked = told(actor, query(passedQuery, request as FastifyRequest))
    if (asked.refused) return sendRefusal(reply, asked)
    const [at, id] = asked.value.before?.split(' ') ?? []
    const { rows, last } = await passedFor(house, actor, at && id ? { at, case: id } : undefined, pageSize)
    return { rows, next: last ? `${last.at} ${last.case}` : null }
  })
  signedInGet(server, sessions, '/api/by-itself/calendar', async ({ actor, request, reply }) => {
    const asked = told(actor, query(languageQuery, request as FastifyRequest))
    if (asked.refused) return sendRefusal(reply, asked)
    return reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="homeward.ics"')
      .send(await asCalendar(house, actor, asked.value.language))
  })
}

/** A calendar is often shared: it has the file's number, never the person. */
async function asCalendar(house: House, actor: Actor, language: 'fr' | 'en' | 'ar'): Promise<string> {
  const { rows } = await foreseenFor(house, actor, undefined, mostInCalendar)
  const madeAt = house.clock.now()
  return calendarFile(
    rows.map(({ case: id, scheme, step, on, what }, index) => ({
      id: `${id ?? `${scheme}-${index}`}-${step}`,
      on,
      madeAt,
      title: `Homeward ${id === null ? scheme : id.slice(-6)}: ${what[language]}`,
    })),
  )
}

/** What was asked, by somebody who is told of it. */
function told<T>({ role }: Actor, asked: Outcome<T>): Outcome<T> {
  return byItselfRoles.includes(role) ? asked : refuse('role-may-not', { role, allowed: byItselfRoles })
}

/** Where a page ended: a day, a case and a step. */
function isForeseenCursor(text: string): boolean {
  return isCursor(text.slice(0, 47)) && text[47] === ' ' && text.length > 48
}

/** Where a page ended: an instant and a case. */
function isPassedCursor(text: string): boolean {
  const [instant = '', id = '', ...more] = text.split(' ')
  return isInstant(instant) && isId(id) && more.length === 0
}
