import type { FastifyInstance } from 'fastify'

import type { House } from '#app/house.ts'
import { printablePapers } from '#app/paper-ready.ts'
import type { CaseAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import { readCase } from '#db/reads/case.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { refuse } from '#domain/outcome.ts'

import { sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

/** Papers that Homeward writes from a case: which there are, and what each still needs. */
export function paperRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet<{ id: string }>(server, sessions, '/api/cases/:id/papers', async ({ actor, request, reply }) => {
    const { id } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const file = await asActor(house.database, actor, (tx) => readCase(tx, id))
    if (file === undefined) return sendRefusal(reply, refuse('not-found'))
    const { case: state } = JSON.parse(file) as CaseAnswer
    const running = house.editions.find(state.scheme, state.edition)
    if (!running) return sendRefusal(reply, refuse('unknown-scheme', { scheme: state.scheme }))
    return { rows: printablePapers(state, running) }
  })
}
