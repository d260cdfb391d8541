import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'

import { caseCommands } from '#domain/case/commands/index.ts'
import { inputSchema } from '#domain/command.ts'
import { draftCommands } from '#domain/draft/commands/index.ts'
import type { Fields } from '#domain/field.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'

type Described = {
  readonly name: string
  readonly fields: Fields
  readonly roles: readonly string[]
  readonly stages: readonly string[]
}

const problem = {
  description: 'Refused; nothing was written.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const json = (schema: object) => ({ 'application/json': { schema } })

/** Reads of the API with their query or path parameters, one line each. */
const reads: readonly (readonly [path: string, summary: string, query: readonly string[]])[] = [
  ['/api/session', 'Who is signed in, in which seat', []],
  ['/api/devices', 'Where the person is signed in', []],
  ['/api/home', 'What the role owes now, what is late', []],
  ['/api/tasks', 'Obligations of the role, most urgent first', ['kind', 'step', 'when', 'after']],
  [
    '/api/cases',
    'A page of the office’s cases',
    ['stage', 'region', 'scheme', 'aid', 'status', 'custody', 'operator', 'late', 'sort', 'after', 'limit'],
  ],
  ['/api/cases/{id}', 'One case: state, people, words, documents; the opening is recorded', []],
  ['/api/cases/{id}/story', 'The events of a case, newest first', ['before']],
  ['/api/cases/{id}/readings', 'Who opened the file', ['before']],
  ['/api/cases/{id}/appointments/{appointment}', 'One meeting as a calendar file', []],
  ['/api/counts', 'Cases by region and stage', []],
  ['/api/search', 'People by name, in any spelling or script', ['q']],
  ['/api/schemes', 'Published schemes', []],
  ['/api/schemes/{scheme}/{edition}', 'One edition of a scheme', []],
  ['/api/drafts', 'Drafts of schemes', []],
  ['/api/drafts/{id}', 'One draft with its text and its story', []],
  ['/api/drafts/{id}/check', 'What is wrong with the text of a draft, line by line', ['language']],
  ['/api/drafts/{id}/simulation', 'Invented people walk an edition of a draft', ['edition']],
  ['/api/trials/{id}', 'A draft tried on past cases', []],
  ['/api/scheme-words', 'Names of every scheme’s stages, steps and aids', []],
  ['/api/public/schemes', 'Schemes in force, for anybody', []],
  ['/api/public/editions', 'What decides on entering the schemes in force, for anybody', ['scheme', 'country']],
  ['/api/regions', 'First-level regions of a country', ['country']],
  ['/api/offices', 'Offices', []],
  ['/api/sittings', 'Sittings of committees', ['before']],
  ['/api/sittings/{id}', 'One sitting with its agenda', []],
  ['/api/committee-members', 'Who can sit at the office’s committee', []],
  ['/api/views', 'Saved views', []],
  ['/api/second-factor', 'Whether the account has a second factor', []],
  ['/api/accounts', 'Accounts with their seats', []],
  ['/api/administration/offices', 'Offices with the parts they play in schemes', []],
  ['/api/administration/log', 'What was done to accounts and offices', []],
  ['/api/notices', 'Notices that were sent or kept', ['before']],
  ['/api/cases/{id}/papers', 'Papers that can be printed from the case, and what each still needs', []],
  ['/api/documents/{id}', 'One document; the download is recorded', []],
]

/** The API's description, derived from the command tables: a new command is in it without another line. */
export function openApiDocument(): object {
  const commands: readonly Described[] = Object.values({ ...caseCommands, ...sittingCommands, ...draftCommands })
  return {
    openapi: '3.1.0',
    info: { title: 'Homeward', version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    components: {
      schemas: { Problem: problemSchema, Done: doneSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'homeward_session' } },
    },
    security: [{ session: [] }],
    paths: Object.fromEntries([
      ...reads.map(([path, summary, query]) => [path, { get: readOperation(path, summary, query) }]),
      ...commands.map((command) => [`/api/commands/${command.name}`, { post: commandOperation(command) }]),
    ]),
  }
}

const problemSchema = {
  type: 'object',
  required: ['code', 'facts'],
  properties: { code: { type: 'string' }, facts: { type: 'object' }, field: { type: 'string' } },
}

const doneSchema = {
  type: 'object',
  required: ['status', 'stream', 'version'],
  properties: { status: { const: 'done' }, stream: { type: 'string', format: 'uuid' }, version: { type: 'integer' } },
}

function readOperation(path: string, summary: string, query: readonly string[]): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  return {
    summary,
    operationId: `read${path.replaceAll(/[^a-zA-Z]+(\w)?/g, (_, letter: string | undefined) => (letter ?? '').toUpperCase())}`,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...query.map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
    ],
    ...(path.startsWith('/api/public/') ? { security: [] } : {}),
    responses: { 200: { description: 'The answer', content: json({}) }, default: problem },
  }
}

function commandOperation({ name, fields, roles, stages }: Described): object {
  const input = z.toJSONSchema(inputSchema({ fields }), { io: 'input', unrepresentable: 'any' })
  const envelope = {
    type: 'object',
    required: ['command', 'stream', 'input'],
    additionalProperties: false,
    properties: {
      command: { type: 'string', format: 'uuid', description: 'Made by the client; a repeat gets the first answer.' },
      stream: { type: 'string', format: 'uuid' },
      input,
      seen: { type: 'integer', minimum: 0 },
      happenedAt: { type: 'string', format: 'date-time' },
      seat: {
        type: 'object',
        required: ['role', 'office'],
        additionalProperties: false,
        properties: { role: { type: 'string' }, office: { type: 'string' } },
      },
    },
  }
  return {
    operationId: name,
    description: `Roles: ${roles.join(', ')}.${stages.length > 0 ? ` Stages: ${stages.join(', ')}.` : ''}`,
    requestBody: { required: true, content: json(envelope) },
    responses: { 200: { description: 'Done', content: json({ $ref: '#/components/schemas/Done' }) }, default: problem },
  }
}

export function openApiRoute(server: FastifyInstance): void {
  const document = JSON.stringify(openApiDocument())
  server.get('/api/openapi.json', (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(document),
  )
}
