import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'

import { caseCommands } from '#domain/case/commands/index.ts'
import { accreditationCommands } from '#domain/operator/commands/index.ts'
import { callCommands } from '#domain/operator-call/commands/index.ts'
import { inputSchema } from '#domain/command.ts'
import { committeeCommands } from '#domain/committee/commands/index.ts'
import { draftCommands } from '#domain/draft/commands/index.ts'
import type { Fields } from '#domain/field.ts'
import { editionSchema, schemeSchema } from '#domain/scheme/scheme.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'

import { describedRoutes } from './openapi-routes.ts'
import type { DescribedRoute } from './openapi-routes.ts'

/** JSON Schema, as far as it is looked into here. */
type JsonSchema = { readonly properties?: object | undefined; readonly required?: readonly string[] | undefined }

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

/** The API's description, derived from the command tables and the described routes. */
export function openApiDocument(): object {
  const commands: readonly Described[] = Object.values({
    ...caseCommands,
    ...sittingCommands,
    ...committeeCommands,
    ...draftCommands,
    ...accreditationCommands,
    ...callCommands,
  })
  const paths: Record<string, Record<string, object>> = {}
  for (const route of describedRoutes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) }
  for (const command of commands) paths[`/api/commands/${command.name}`] = { post: commandOperation(command) }
  return {
    openapi: '3.1.0',
    info: { title: 'Homeward', version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    components: {
      schemas: { Problem: problemSchema, Done: doneSchema, ...answerSchemas() },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'homeward_session' } },
    },
    security: [{ session: [] }],
    paths,
  }
}

/** The shapes of answers by their names, each said once. */
function answerSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  registry.add(schemeSchema, { id: 'Scheme' })
  registry.add(editionSchema, { id: 'SchemeEdition' })
  for (const { answer } of describedRoutes)
    if (typeof answer === 'object' && !registry.has(answer[1])) registry.add(answer[1], { id: answer[0] })
  const { schemas } = z.toJSONSchema(registry, { uri: placeOf, unrepresentable: 'any' })
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]))
}

function placeOf(name: string): string {
  return `#/components/schemas/${name}`
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

function operation({
  method,
  path,
  summary,
  answer,
  query,
  body,
  headers,
  status = 200,
  open,
}: DescribedRoute): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const { properties = {}, required = [] } = query ? inputOf(query) : {}
  const content =
    typeof answer === 'string' ? { [answer]: {} } : answer ? json({ $ref: placeOf(answer[0]) }) : undefined
  return {
    summary,
    operationId: `${method}${path.replaceAll(/[^a-zA-Z]+(\w)?/g, (_, letter = '') => String(letter).toUpperCase())}`,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(properties).map(([name, schema]) => ({
        name,
        in: 'query',
        required: required.includes(name),
        schema,
      })),
      ...(headers ?? []).map((name) => ({ name, in: 'header', required: true, schema: { type: 'string' } })),
    ],
    ...(open ? { security: [] } : {}),
    ...(body ? { requestBody: { required: true, content: contentOf(body) } } : {}),
    responses: { [status]: { description: 'The answer', ...(content ? { content } : {}) }, default: problem },
  }
}

function contentOf(body: z.ZodMiniType | string): object {
  return typeof body === 'string' ? { [body]: {} } : json(inputOf(body))
}

function inputOf(schema: z.ZodMiniType): JsonSchema {
  return bare(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
}

/** A schema without the words of a document of its own: it is a part of ours. */
function bare<T extends { $schema?: unknown; $id?: unknown }>(schema: T): Omit<T, '$schema' | '$id'> {
  const { $schema: _, $id: __, ...part } = schema
  return part
}

function commandOperation({ name, fields, roles, stages }: Described): object {
  const input = inputOf(inputSchema({ fields }))
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
  let document: string | undefined
  server.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApiDocument())
    return reply.header('content-type', 'application/json; charset=utf-8').send(document)
  })
}
