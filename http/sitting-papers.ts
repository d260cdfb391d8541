import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { House } from '#app/house.ts'
import { openPack } from '#app/open-pack.ts'
import { languages } from '#app/ports.ts'
import type { Language, PrintedLetter } from '#app/ports.ts'
import { actorOf } from '#app/sign-in.ts'
import { printAgenda, printMinutes, readMinutes } from '#app/sitting-papers.ts'
import { committeesOf } from '#app/committees.ts'
import { readAnnotations, removeAnnotation, writeAnnotation } from '#db/annotations.ts'
import { asActor } from '#db/connect.ts'
import { readingRecorder } from '#db/readings.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { clean, longestText, madeId } from '#domain/field.ts'
import type { Outcome } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { body, query, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

export const languageQuery = z.strictObject({ language: z.optional(z.enum(languages)) })
export const packQuery = z.strictObject({ part: z.optional(z.enum(['pdf', 'data'])) })
export const schemeQuery = z.strictObject({ scheme: z.string().check(z.maxLength(100), clean) })
export const annotationBody = z.strictObject({
  case: madeId,
  page: z.nullable(z.int().check(z.minimum(1), z.maximum(500))),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestText), clean),
})

/** What members read and note: packs as they were frozen, their own notes, agenda and minutes; and who holds the seats. */
export function sittingPaperRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  packRoute(server, house, sessions)
  annotationRoutes(server, house, sessions)
  minutesRoutes(server, house, sessions)
  signedInGet(server, sessions, '/api/committees', async ({ actor, request, reply }) => {
    const asked = query(schemeQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    return { rows: await committeesOf(house, actor, asked.value.scheme) }
  })
}

type PackPlace = { id: string; case: string }

/** A frozen pack, held against its hash; its opening is on record before the first byte leaves. */
function packRoute(server: FastifyInstance, house: House, sessions: Sessions): void {
  const record = readingRecorder(house.database)
  signedInGet<PackPlace>(server, sessions, '/api/sittings/:id/packs/:case', async ({ actor, request, reply }) => {
    const { id, case: file } = request.params
    const asked = query(packQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    if (!isId(id) || !isId(file) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const pack = await openPack(house, actor, id, file)
    if (pack.refused) return sendRefusal(reply, pack)
    await record({ actor, case: file, what: 'pack', at: house.clock.now() })
    const { pdf, data, row } = pack.value
    const isData = asked.value.part === 'data'
    return reply
      .header('content-type', isData ? 'application/json; charset=utf-8' : 'application/pdf')
      .header('etag', `"${row.hash}"`)
      .send(Buffer.from(isData ? data : pdf))
  })
}

type NotePlace = { id: string; annotation: string }

function annotationRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const path = '/api/sittings/:id/annotations/:annotation'
  const place = ({ id, annotation }: NotePlace, { role }: Actor) =>
    isId(id) && isId(annotation) && mayOpenFiles(role) ? { id, annotation } : undefined
  signedInGet<{ id: string }>(server, sessions, '/api/sittings/:id/annotations', async ({ actor, request, reply }) => {
    const { id } = request.params
    if (!isId(id)) return sendRefusal(reply, refuse('not-found'))
    return { rows: await asActor(house.database, actor, (tx) => readAnnotations(tx, id)) }
  })
  server.put<{ Params: NotePlace }>(path, async (request, reply) => {
    const row = await sessions.find(request as FastifyRequest)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const note = body(annotationBody, request as FastifyRequest)
    if (note.refused) return sendRefusal(reply, note)
    const actor = actorOf(row)
    const here = place(request.params, actor)
    if (!here) return sendRefusal(reply, refuse('not-found'))
    const written = await asActor(house.database, actor, (tx) =>
      writeAnnotation(tx, { ...note.value, annotation: here.annotation, sitting: here.id }, house.clock.now()),
    )
    return written ? { saved: true } : sendRefusal(reply, refuse('not-found'))
  })
  server.delete<{ Params: NotePlace }>(path, async (request, reply) => {
    const row = await sessions.find(request as FastifyRequest)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const actor = actorOf(row)
    const here = place(request.params, actor)
    if (!here) return sendRefusal(reply, refuse('not-found'))
    await asActor(house.database, actor, (tx) => removeAnnotation(tx, here.annotation))
    return { removed: true }
  })
}

type Print = (house: House, actor: Actor, sitting: string, language: Language) => Promise<Outcome<PrintedLetter>>

function minutesRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const asked = (request: FastifyRequest, actor: Actor, id: string): Outcome<Language> => {
    const read = query(languageQuery, request)
    if (read.refused) return read
    if (!isId(id) || !mayOpenFiles(actor.role)) return refuse('not-found')
    return { refused: false, value: read.value.language ?? 'fr' }
  }
  signedInGet<{ id: string }>(server, sessions, '/api/sittings/:id/minutes', async ({ actor, request, reply }) => {
    const { id } = request.params
    const language = asked(request as FastifyRequest, actor, id)
    if (language.refused) return sendRefusal(reply, language)
    const minutes = await readMinutes(house, actor, id, language.value)
    return minutes.refused ? sendRefusal(reply, minutes) : minutes.value
  })
  const papers: readonly (readonly [path: string, print: Print])[] = [
    ['/api/sittings/:id/minutes.pdf', printMinutes],
    ['/api/sittings/:id/agenda.pdf', printAgenda],
  ]
  for (const [path, print] of papers)
    signedInGet<{ id: string }>(server, sessions, path, async ({ actor, request, reply }) => {
      const { id } = request.params
      const language = asked(request as FastifyRequest, actor, id)
      if (language.refused) return sendRefusal(reply, language)
      const printed = await print(house, actor, id, language.value)
      return printed.refused ? sendRefusal(reply, printed) : sendPdf(reply, printed.value)
    })
}

function sendPdf(reply: FastifyReply, { bytes }: PrintedLetter): FastifyReply {
  return reply.header('content-type', 'application/pdf').send(Buffer.from(bytes))
}
