import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import { editionsSince } from '#app/editions.ts'
import type { House } from '#app/house.ts'
import { packetFor } from '#app/packet.ts'
import { schemeWords } from '#app/scheme-words.ts'
import { findPeople, possibleDuplicates } from '#app/search.ts'
import { actorOf } from '#app/sign-in.ts'
import type { EditionAnswer, RegionAnswer } from '#contract/answers.ts'
import { asActor, asReader } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { readingRecorder } from '#db/readings.ts'
import { isSeen, readCase, readReadings, readStory } from '#db/reads/case.ts'
import { readOffices } from '#db/reads/editions.ts'
import { readCounts, readList } from '#db/reads/list.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { isPlainDate } from '#domain/calendar.ts'
import { beneficiarySchema, clean, personSchema } from '#domain/field.ts'
import { operatorFigures } from '#domain/operator/performance.ts'
import { refuse } from '#domain/outcome.ts'
import { regionName } from '#domain/place.ts'
import { regionsOf } from '#domain/place-tables.ts'
import type { Actor } from '#domain/role.ts'

import { body, instant, query, sendRefusal } from './answers.ts'
import type { Sessions } from './session.ts'

const word = z.optional(z.string().check(z.maxLength(100), clean))
/** A day and an id: where a page of a list ended. */
const cursor = z.string().check(z.refine((text) => isCursor(text), { error: 'invalid-cursor' }))
export const listQuery = z.strictObject({
  stage: word,
  region: word,
  scheme: word,
  aid: word,
  status: z.optional(z.enum(['open', 'closed'])),
  custody: word,
  operator: word,
  figure: z.optional(z.enum(operatorFigures)),
  result: word,
  late: z.optional(z.literal('1')),
  sort: z.optional(z.enum(['opened', 'due'])),
  after: z.optional(cursor),
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|100)$/))),
})
export const searchQuery = z.strictObject({ q: z.string().check(z.maxLength(200), clean) })
const subjectSchema = z.union([personSchema, beneficiarySchema])
export const storyQuery = z.strictObject({ before: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) })
export const regionQuery = z.strictObject({ country: z.string().check(z.regex(/^[A-Z]{2}$/)) })
export const readingsQuery = z.strictObject({ before: z.optional(instant) })
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const pageOfStory = 100

type Asked<T> = { readonly actor: Actor; readonly request: FastifyRequest<{ Params: T }>; readonly reply: FastifyReply }

/** Registers a GET that needs a signed-in person; `answer` gets the actor. */
export function signedInGet<T = Record<string, string>>(
  server: FastifyInstance,
  sessions: Sessions,
  path: string,
  answer: (asked: Asked<T>) => Promise<unknown>,
): void {
  server.get<{ Params: T }>(path, async (request, reply) => {
    const row = await sessions.find(request as FastifyRequest)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    return answer({ actor: actorOf(row), request: request as Asked<T>['request'], reply: reply as FastifyReply })
  })
}

export function isId(value: string): boolean {
  return idPattern.test(value)
}

/** A plain date, a blank and an id. */
export function isCursor(text: string): boolean {
  return isPlainDate(text.slice(0, 10)) && text[10] === ' ' && isId(text.slice(11))
}

export function sendJson(reply: FastifyReply, json: string): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').send(json)
}

/** What can be asked: lists, one case with its story and readings, search, counts, schemes, offices. */
export function readRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  caseRoutes(server, house, sessions)
  listRoutes(server, house, sessions)
  schemeRoutes(server, house, sessions)
}

function caseRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const record = readingRecorder(house.database)
  /** What hangs on a case, or undefined when the actor may not see that case. */
  const ofCase = <T>(actor: Actor, id: string, read: (tx: Transaction) => Promise<T>) =>
    asActor(house.database, actor, async (tx) => {
      const [seen, found] = await Promise.all([isSeen(tx, id), read(tx)])
      return seen ? found : undefined
    })
  signedInGet<{ id: string }>(server, sessions, '/api/cases/:id', async ({ actor, request, reply }) => {
    const { id } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const file = await asReader(house.database, actor, (tx) => readCase(tx, id))
    if (file === undefined) {
      const packet = await asActor(house.database, actor, (tx) => packetFor(house, tx, id))
      if (packet === undefined) return sendRefusal(reply, refuse('not-found'))
      await record({ actor, case: id, what: 'packet', at: house.clock.now() })
      return packet
    }
    await record({ actor, case: id, what: 'file', at: house.clock.now() })
    return sendJson(reply, file)
  })
  signedInGet<{ id: string }>(server, sessions, '/api/cases/:id/story', async ({ actor, request, reply }) => {
    const asked = query(storyQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const { id } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const before =
      asked.value.before === undefined ? 2_147_483_647 : Math.min(Number(asked.value.before), 2_147_483_647)
    const rows = await ofCase(actor, id, (tx) => readStory(tx, id, before, pageOfStory))
    if (rows === undefined) return sendRefusal(reply, refuse('not-found'))
    return { rows, next: rows.length === pageOfStory ? String(rows.at(-1)?.version) : null }
  })
  signedInGet<{ id: string }>(server, sessions, '/api/cases/:id/readings', async ({ actor, request, reply }) => {
    const asked = query(readingsQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const { id } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const before = asked.value.before ?? '9999-12-31T00:00:00Z'
    const rows = await ofCase(actor, id, (tx) => readReadings(tx, id, before, 50))
    if (rows === undefined) return sendRefusal(reply, refuse('not-found'))
    return { rows, next: rows.length === 50 ? (rows.at(-1)?.at ?? null) : null }
  })
}

function listRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/cases', async ({ actor, request, reply }) => {
    const asked = query(listQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    if (!mayOpenFiles(actor.role)) return { rows: [], next: null }
    const { late, after, limit, sort, ...filters } = asked.value
    const [date, id] = after?.split(' ') ?? []
    const size = Number(limit ?? 50)
    const page = await asReader(house.database, actor, (tx) =>
      readList(tx, actor.office, {
        ...filters,
        sort: sort ?? 'opened',
        lateOn: late ? house.clock.today() : undefined,
        after: date && id ? { date, case: id } : undefined,
        limit: size,
      }),
    )
    const next = page.count === size ? JSON.stringify(page.last) : 'null'
    return sendJson(reply, `{"rows":${page.json},"next":${next}}`)
  })
  signedInGet(server, sessions, '/api/counts', async ({ actor }) => ({
    rows: await asActor(house.database, actor, (tx) => readCounts(tx, actor.office)),
  }))
  signedInGet(server, sessions, '/api/search', async ({ actor, request, reply }) => {
    const asked = query(searchQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    if (!mayOpenFiles(actor.role)) return { rows: [] }
    return { rows: await asReader(house.database, actor, (tx) => findPeople(tx, actor.office, asked.value.q)) }
  })
  server.post('/api/duplicates', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const subject = body(subjectSchema, request)
    if (subject.refused) return sendRefusal(reply, subject)
    const actor = actorOf(row)
    if (!mayOpenFiles(actor.role)) return { rows: [] }
    return { rows: await asReader(house.database, actor, (tx) => possibleDuplicates(tx, actor.office, subject.value)) }
  })
}

function schemeRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/schemes', async ({ actor }) => ({
    rows: house.editions.all().map(({ scheme, edition }) => ({
      scheme: scheme.scheme,
      title: scheme.title,
      country: scheme.country,
      edition: edition.edition,
      from: edition.from,
      current: house.editions.current(scheme.scheme, house.clock.today())?.edition.edition === edition.edition,
      // Whether the acting office plays the acting role in this scheme: only then can it open a file there.
      ours: house.editions.offices(scheme.scheme)[actor.role]?.includes(actor.office) ?? false,
    })),
  }))
  type Which = { scheme: string; edition: string }
  signedInGet<Which>(server, sessions, '/api/schemes/:scheme/:edition', async ({ request, reply }) => {
    const { scheme, edition } = request.params
    const running = await house.editions.sought(() => house.editions.find(scheme, edition))
    if (!running) return sendRefusal(reply, refuse('not-found'))
    const answer: EditionAnswer = {
      scheme: running.scheme,
      edition: running.edition,
      editions: editionsSince(house.editions, scheme, house.clock.today()),
      calendar: house.editions.calendar(running.scheme.country),
      offices: house.editions.offices(scheme),
    }
    return answer
  })
  signedInGet(server, sessions, '/api/scheme-words', async () => ({ rows: schemeWords(house.editions.all()) }))
  signedInGet(server, sessions, '/api/regions', async ({ request, reply }) => {
    const asked = query(regionQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    return { rows: regionsIn(asked.value.country) }
  })
  signedInGet(server, sessions, '/api/offices', async ({ actor }) => ({
    rows: await asActor(house.database, actor, (tx) => readOffices(tx)),
  }))
}

function regionsIn(country: string): readonly RegionAnswer[] {
  const table = regionsOf(country)
  return Object.keys(table).map((code) => {
    const [fr, en, ar] = (['fr', 'en', 'ar'] as const).map((language) => regionName(table, code, language))
    return { code, fr: fr ?? code, en: en ?? code, ar: ar ?? code }
  })
}
