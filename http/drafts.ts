import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { House } from '#app/house.ts'
import { beginTrial, readableEdition } from '#app/draft-trial.ts'
import { readSchemeFile } from '#app/scheme-file.ts'
import { actorOf } from '#app/sign-in.ts'
import { problemSentence } from '#catalogue/problem-sentence.ts'
import type { DraftCheckAnswer, DraftsAnswer } from '#contract/draft-answers.ts'
import { asActor } from '#db/connect.ts'
import { readDraft, readDrafts } from '#db/reads/draft.ts'
import { readIgnoredFiles } from '#db/reads/editions.ts'
import { readTrial } from '#db/reads/trial.ts'
import { schemeKeepers } from '#domain/draft/decide.ts'
import { clean } from '#domain/field.ts'
import type { Refusal } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { body, query, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

export const checkQuery = z.strictObject({ language: z.enum(['fr', 'en', 'ar']) })
export const draftEdition = z.strictObject({ edition: z.string().check(z.minLength(1), z.maxLength(100), clean) })
const peopleInvented = 60
const mostDrafts = 100

/** Drafts of schemes: the list, one with its text, and what is wrong with it. Row security shows them to keepers only. */
export function draftRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/drafts', async ({ actor, reply }) => {
    const forbidden = onlyKeepers(actor)
    if (forbidden) return sendRefusal(reply, forbidden)
    const [rows, ignored] = await asActor(house.database, actor, (tx) =>
      Promise.all([readDrafts(tx, mostDrafts), readIgnoredFiles(tx)]),
    )
    return { rows, ignored } satisfies DraftsAnswer
  })
  signedInGet<{ id: string }>(server, sessions, '/api/drafts/:id', async ({ actor, request, reply }) => {
    const found = await draftOf(house, actor, request.params.id)
    return found ?? sendRefusal(reply, onlyKeepers(actor) ?? refuse('not-found'))
  })
  signedInGet<{ id: string }>(server, sessions, '/api/drafts/:id/check', async ({ actor, request, reply }) => {
    const asked = query(checkQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const found = await draftOf(house, actor, request.params.id)
    if (!found) return sendRefusal(reply, onlyKeepers(actor) ?? refuse('not-found'))
    const read = await readSchemeFile(house, found.text)
    if (read.refused) return sendRefusal(reply, read)
    const problems = read.value.problems.map((problem) => {
      const { line, column, path, code } = problem
      return { line, column, path, code, said: problemSentence(problem, asked.value.language) }
    })
    return { problems, scheme: read.value.body ?? null } satisfies DraftCheckAnswer
  })
  trialRoutes(server, house, sessions)
}

/** A draft tried: on invented people at once, on past cases by the worker. */
function trialRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet<{ id: string }>(server, sessions, '/api/drafts/:id/simulation', async ({ actor, request, reply }) => {
    const asked = query(draftEdition, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const found = await draftOf(house, actor, request.params.id)
    if (!found) return sendRefusal(reply, onlyKeepers(actor) ?? refuse('not-found'))
    const checked = await readableEdition(house, found.text, asked.value.edition)
    if (checked.refused) return sendRefusal(reply, checked)
    const report = await house.schemeDesk.simulate(found.text, asked.value.edition, peopleInvented)
    return report.refused ? sendRefusal(reply, report) : report.value
  })
  server.post<{ Params: { id: string } }>('/api/drafts/:id/trials', async (request, reply) => {
    const row = await sessions.find(request as FastifyRequest)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const given = body(draftEdition, request as FastifyRequest)
    if (given.refused) return sendRefusal(reply, given)
    const { id } = request.params
    const actor = actorOf(row)
    const forbidden = onlyKeepers(actor) ?? (isId(id) ? undefined : refuse('not-found'))
    const begun = forbidden ?? (await beginTrial(house, actor, id, given.value.edition))
    return begun.refused ? sendRefusal(reply, begun) : begun.value
  })
  signedInGet<{ id: string }>(server, sessions, '/api/trials/:id', async ({ actor, request, reply }) => {
    const { id } = request.params
    const found = isId(id) ? await asActor(house.database, actor, (tx) => readTrial(tx, id, actor.office)) : undefined
    return found ?? sendRefusal(reply, refuse('not-found'))
  })
}

function draftOf(house: House, actor: Actor, id: string) {
  return isId(id) ? asActor(house.database, actor, (tx) => readDraft(tx, id)) : Promise.resolve(undefined)
}

function onlyKeepers({ role }: Actor): Refusal | undefined {
  return schemeKeepers.includes(role) ? undefined : refuse('role-may-not', { role, allowed: schemeKeepers })
}
