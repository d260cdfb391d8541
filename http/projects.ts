import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { House } from '#app/house.ts'
import { languages } from '#app/ports.ts'
import { planSpreadsheet, printPlan } from '#app/print-plan.ts'
import { similarTo } from '#app/similar-projects.ts'
import { loadActivities } from '#catalogue/load-activities.ts'
import type { ProjectVersionAnswer } from '#contract/project-answers.ts'
import { asActor } from '#db/connect.ts'
import { readProject } from '#db/projects.ts'
import { readingRecorder } from '#db/readings.ts'
import { readCaseState } from '#db/reads/case.ts'
import { readPriceBook } from '#db/reads/prices.ts'
import { versionOf } from '#domain/case/project-version.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { refuse } from '#domain/outcome.ts'
import type { Project } from '#domain/project/project.ts'

import { query, sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'

const code = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/))
export const priceQuery = z.strictObject({
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  region: z.optional(z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/))),
  activity: z.optional(code),
  item: z.optional(code),
  /** Where the page before ended: item, unit and currency. */
  after: z.optional(
    z.string().check(z.regex(/^[a-z0-9-]{1,60} [a-z0-9-]{1,60} [A-Z]{3}$/, { error: 'invalid-cursor' })),
  ),
})
export const similarQuery = z.strictObject({ activity: z.optional(code) })
export const planQuery = z.strictObject({ language: z.optional(z.enum(languages)) })
const pageOfPrices = 100
const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Templates, the price book, saved versions of a project, and what became of similar ones. */
export function projectRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  const record = readingRecorder(house.database)
  signedInGet(server, sessions, '/api/activities', async () => ({ rows: loadActivities() }))
  signedInGet(server, sessions, '/api/prices', async ({ actor, request, reply }) => {
    const asked = query(priceQuery, request as FastifyRequest)
    if (asked.refused) return sendRefusal(reply, asked)
    const { country, region = null, activity = null, item = null, after } = asked.value
    const cursor = (after?.split(' ') ?? null) as [string, string, string] | null
    const filter = { country, region, activity, item, after: cursor, limit: pageOfPrices }
    const rows = await asActor(house.database, actor, (tx) => readPriceBook(tx, filter))
    const last = rows.length === pageOfPrices ? rows.at(-1) : undefined
    return { rows, next: last ? `${last.item} ${last.unit} ${last.currency}` : null }
  })
  signedInGet<{ id: string }>(
    server,
    sessions,
    '/api/cases/:id/similar-projects',
    async ({ actor, request, reply }) => {
      const asked = query(similarQuery, request as FastifyRequest)
      if (asked.refused) return sendRefusal(reply, asked)
      const { id } = request.params
      if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
      const { activity } = asked.value
      const answer = await asActor(house.database, actor, (tx) =>
        similarTo(tx, actor, id, house.clock.today(), activity),
      )
      return answer ?? sendRefusal(reply, refuse('not-found'))
    },
  )
  type Which = { id: string; project: string }
  signedInGet<Which>(server, sessions, '/api/cases/:id/projects/:project', async ({ actor, request, reply }) => {
    const { id, project } = request.params
    if (!isId(id) || !isId(project) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const [state, body] = await asActor(house.database, actor, (tx) =>
      Promise.all([readCaseState(tx, id), readProject(tx, id, project)]),
    )
    const version = state && versionOf(state, project)
    if (!version) return sendRefusal(reply, refuse('not-found'))
    await record({ actor, case: id, what: `project ${version.number}`, at: house.clock.now() })
    const content = body === undefined ? null : (JSON.parse(body) as Project)
    return { project, content } satisfies ProjectVersionAnswer
  })
  for (const [file, make, type] of [
    ['plan.pdf', printPlan, 'application/pdf'],
    ['plan.xlsx', planSpreadsheet, spreadsheetType],
  ] as const)
    signedInGet<Which>(
      server,
      sessions,
      `/api/cases/:id/projects/:project/${file}`,
      async ({ actor, request, reply }) => {
        const asked = query(planQuery, request as FastifyRequest)
        if (asked.refused) return sendRefusal(reply, asked)
        const { id, project } = request.params
        if (!isId(id) || !isId(project) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
        const made = await make(house, actor, { case: id, project, language: asked.value.language })
        if (made.refused) return sendRefusal(reply, made)
        await record({ actor, case: id, what: `business-plan ${made.value.number}`, at: house.clock.now() })
        const { bytes, name } = made.value
        return reply
          .header('content-type', type)
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(Buffer.from(bytes))
      },
    )
}
