import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'

import { handle } from '#app/handle.ts'
import type { House } from '#app/house.ts'
import { actorOf } from '#app/sign-in.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { committeeCommands } from '#domain/committee/commands/index.ts'
import { draftCommands } from '#domain/draft/commands/index.ts'
import { madeId } from '#domain/field.ts'
import { accreditationCommands } from '#domain/operator/commands/index.ts'
import { callCommands } from '#domain/operator-call/commands/index.ts'
import { refuse } from '#domain/outcome.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'

import { body, instant, sendRefusal } from './answers.ts'
import type { Sessions } from './session.ts'

/** What every command arrives in: its own id, the stream, the input, and what its author was looking at. */
export const envelopeSchema = z.strictObject({
  command: madeId,
  stream: madeId,
  input: z.record(z.string(), z.unknown()),
  seen: z.optional(z.int().check(z.nonnegative())),
  happenedAt: z.optional(instant),
  /** The seat its author sat in: who has changed seats since, in another tab, must not act for the other office. */
  seat: z.optional(z.strictObject({ role: z.string(), office: z.string() })),
})

/** One route per command, all made by this loop. */
export function commandRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const tables = [caseCommands, sittingCommands, committeeCommands, draftCommands, accreditationCommands, callCommands]
  for (const name of tables.flatMap(Object.keys))
    server.post(`/api/commands/${name}`, async (request, reply) => {
      const row = await sessions.find(request)
      if (!row) return sendRefusal(reply, refuse('not-signed-in'))
      const envelope = body(envelopeSchema, request)
      if (envelope.refused) return sendRefusal(reply, envelope)
      const { seen, happenedAt, seat, ...rest } = envelope.value
      if (seat && (seat.role !== row.role || seat.office !== row.office))
        return sendRefusal(reply, refuse('seat-changed', { role: row.role, office: row.office }))
      const answer = await handle(house, actorOf(row), {
        name,
        ...rest,
        ...(seen === undefined ? {} : { seen }),
        ...(happenedAt === undefined ? {} : { happenedAt }),
      })
      return answer.status === 'refused' ? sendRefusal(reply, answer.refusal) : answer
    })
}
