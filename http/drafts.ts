import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { House } from '#app/house.ts'
import { readSchemeFile } from '#app/scheme-file.ts'
import { problemSentence } from '#catalogue/problem-sentence.ts'
import type { DraftCheckAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import { readDraft, readDrafts } from '#db/reads/draft.ts'
import { schemeKeepers } from '#domain/draft/decide.ts'
import type { Refusal } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { query, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

const checkQuery = z.strictObject({ language: z.enum(['fr', 'en', 'ar']) })
const mostDrafts = 100

/** Drafts of schemes: the list, one with its text, and what is wrong with it. Row security shows them to keepers only. */
export function draftRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet(server, sessions, '/api/drafts', async ({ actor, reply }) => {
    const forbidden = onlyKeepers(actor)
    if (forbidden) return sendRefusal(reply, forbidden)
    return { rows: await asActor(house.database, actor, (tx) => readDrafts(tx, mostDrafts)) }
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
}

function draftOf(house: House, actor: Actor, id: string) {
  return isId(id) ? asActor(house.database, actor, (tx) => readDraft(tx, id)) : Promise.resolve(undefined)
}

function onlyKeepers({ role }: Actor): Refusal | undefined {
  return schemeKeepers.includes(role) ? undefined : refuse('role-may-not', { role, allowed: schemeKeepers })
}
