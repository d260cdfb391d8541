import { randomUUID } from 'node:crypto'

import cookie from '@fastify/cookie'
import fastify from 'fastify'
import type { FastifyError, FastifyInstance } from 'fastify'

import { asActor, sql } from '#db/connect.ts'
import type { House } from '#app/house.ts'
import { refuse } from '#domain/outcome.ts'
import type { Refusal } from '#domain/outcome.ts'

import { administrationRoutes } from './administration.ts'
import { sendRefusal } from './answers.ts'
import { appointmentRoutes } from './appointments.ts'
import { byItselfRoutes } from './by-itself.ts'
import { callBackRoutes } from './call-backs.ts'
import { commandRoutes } from './commands.ts'
import { draftRoutes } from './drafts.ts'
import { editionMoveRoutes } from './edition-moves.ts'
import { fileRoutes } from './files.ts'
import { liveRoutes } from './live.ts'
import type { Watchers } from './live.ts'
import { openApiRoute } from './openapi.ts'
import { budgetRoutes } from './budgets.ts'
import { operatorRoutes } from './operators.ts'
import { designationRoutes } from './designation.ts'
import { otherCaseRoutes } from './other-cases.ts'
import { paperRoutes } from './papers.ts'
import { projectRoutes } from './projects.ts'
import { questionnaireRoutes } from './questionnaire.ts'
import { readRoutes } from './reads.ts'
import { sittingPaperRoutes } from './sitting-papers.ts'
import { sessionRoutes, sessionsOf } from './session.ts'
import type { DemonstrationAccount } from './session.ts'
import { caseSignatureRoutes } from './case-signatures.ts'
import { signingRoutes } from './signing.ts'
import { webRoutes } from './web.ts'
import { workRoutes } from './work.ts'

export type Doors = {
  readonly house: House
  readonly watchers: Watchers
  readonly demonstration?: readonly DemonstrationAccount[] | undefined
  /** Folder of the built web client; left out in development, where Vite serves it. */
  readonly webFolder?: string | undefined
  /** Milliseconds between signs of life on a live connection. */
  readonly heartbeat?: number
}

/** Everything a browser may load comes from this origin; nothing is written into the page. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const everyAnswer = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
}

const largestBody = 1_048_576

/** The server with all its doors; `inject` works without listening. */
export async function createServer({
  house,
  watchers,
  demonstration,
  webFolder,
  heartbeat,
}: Doors): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: largestBody,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    trustProxy: 'loopback',
    forceCloseConnections: true,
    // An address that cannot be read, or is too long to be one of ours.
    frameworkErrors: (_error, request, reply) => sendRefusal(reply.headers(everyAnswer), unknownRoute(request.url)),
  })
  await server.register(cookie)
  guard(server)
  health(server, house)
  const sessions = sessionsOf(house)
  sessionRoutes(server, house, sessions, demonstration)
  commandRoutes(server, house, sessions)
  readRoutes(server, house, sessions)
  questionnaireRoutes(server, house)
  callBackRoutes(server, house, sessions)
  operatorRoutes(server, house, sessions)
  workRoutes(server, house, sessions)
  byItselfRoutes(server, house, sessions)
  draftRoutes(server, house, sessions)
  administrationRoutes(server, house, sessions)
  editionMoveRoutes(server, house, sessions)
  fileRoutes(server, house, sessions)
  paperRoutes(server, house, sessions)
  caseSignatureRoutes(server, house, sessions)
  signingRoutes(server, house)
  sittingPaperRoutes(server, house, sessions)
  otherCaseRoutes(server, house, sessions)
  designationRoutes(server, house, sessions)
  projectRoutes(server, house, sessions)
  budgetRoutes(server, house, sessions)
  appointmentRoutes(server, house, sessions)
  liveRoutes(server, sessions, watchers, heartbeat)
  openApiRoute(server)
  if (webFolder) await webRoutes(server, webFolder)
  return server
}

/** Headers for every answer, same origin for every change, and one place where an error becomes an answer. */
function guard(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(everyAnswer)
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
    const safe = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
    if (!safe && !sameOrigin(request.headers)) return sendRefusal(reply, refuse('other-origin'))
  })
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalFor(error)
    // Where it broke, and not the error whole: the database's detail holds what somebody typed.
    if (!refusal) console.error(`${request.method} ${request.routeOptions.url ?? request.url}: ${error.stack ?? error.message}`)
    if (refusal) return sendRefusal(reply, refusal)
    return reply.status(500).send({ code: 'broken', facts: { request: request.id } })
  })
  server.setNotFoundHandler((request, reply) => sendRefusal(reply, unknownRoute(request.url)))
}

function unknownRoute(url: string): Refusal {
  return refuse('unknown-route', { path: url.slice(0, 200) })
}

/** A browser names the page's origin on every change; a program that sends none is no browser and carries no cookie by accident. */
function sameOrigin(headers: Record<string, string | string[] | undefined>): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (typeof origin !== 'string') return true
  return URL.canParse(origin) && new URL(origin).host === host
}

function refusalFor(error: FastifyError): Refusal | undefined {
  const known: Readonly<Record<string, string>> = {
    FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
    FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
    FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
    FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
    FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-json',
  }
  const code = known[error.code]
  if (code) return refuse(code)
  if (error instanceof SyntaxError) return refuse('malformed-json')
  if (unreachable(error)) return refuse('unavailable')
  return undefined
}

/** The database is away, restarting or too busy: nothing was written, or the command's answer is kept; trying again is safe. */
function unreachable(error: { code?: string; message?: string }): boolean {
  const codes = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57014', '57P01', '57P02', '57P03', '08006', '53300']
  return codes.includes(error.code ?? '') || /Connection terminated|Client has encountered/.test(error.message ?? '')
}

function health(server: FastifyInstance, house: House): void {
  server.get('/healthz', async () => ({ alive: true }))
  server.get('/readyz', async (_request, reply) => {
    try {
      await asActor(house.database, 'system', (tx) => tx.rows(sql`select 1`))
      return { ready: true }
    } catch {
      return sendRefusal(reply, refuse('unavailable'))
    }
  })
}
