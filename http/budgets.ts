import type { FastifyInstance } from 'fastify'

import { budgetsOf } from '#app/budget.ts'
import type { House } from '#app/house.ts'
import { asActor } from '#db/connect.ts'

import { signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

/** What a scheme may still grant this year, line by line; nothing for an office that plays no part in it. */
export function budgetRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  signedInGet<{ scheme: string }>(server, sessions, '/api/schemes/:scheme/budgets', async ({ actor, request }) => ({
    rows: await asActor(house.database, actor, (tx) => budgetsOf(house, tx, actor.office, request.params.scheme)),
  }))
}
