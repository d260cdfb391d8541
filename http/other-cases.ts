import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { House } from '#app/house.ts'
import { otherCases } from '#app/other-cases.ts'
import { asActor } from '#db/connect.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { clean } from '#domain/field.ts'
import { refuse } from '#domain/outcome.ts'

import { query, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

export const elsewhereQuery = z.strictObject({ edition: z.optional(z.string().check(z.maxLength(100), clean)) })

/** What the same person's other cases answer to the rules of a case, and those of them that the reader may see. */
export function otherCaseRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet<{ id: string }>(server, sessions, '/api/cases/:id/elsewhere', async ({ actor, request, reply }) => {
    const asked = query(elsewhereQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const { id } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const answer = await asActor(house.database, actor, (tx) =>
      otherCases(house, tx, actor.office, id, asked.value.edition),
    )
    return answer ?? sendRefusal(reply, refuse('not-found'))
  })
}
