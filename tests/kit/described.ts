import { expect } from 'vitest'
import { fromJSONSchema } from 'zod'
import type { ZodType } from 'zod'

import { openApiDocument } from '#http/openapi.ts'

import { commandBy } from './door.ts'
import type { Asked, Door } from './door.ts'

type Content = Readonly<Record<string, { readonly schema?: { readonly $ref: string } }>>
type Operation = { readonly responses: Readonly<Record<string, { readonly content?: Content }>> }
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: object }
}

const here = '#/components/schemas/'
const { paths, components } = openApiDocument() as Description
const shapes = JSON.parse(JSON.stringify(components.schemas).replaceAll(here, '#/$defs/')) as Record<string, never>
const parsers = new Map<string, ZodType>()
const partInBraces = /\{\w+\}/g
/** A path with fewer parts in braces comes first: one that would take the name of a way for an id is asked last. */
const templates = Object.keys(paths)
  .toSorted((one, other) => (one.match(partInBraces)?.length ?? 0) - (other.match(partInBraces)?.length ?? 0))
  .map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(partInBraces, '[^/]+')}$`),
  }))

/** Every operation of the API's description, as `GET /api/cases/{id}`. */
export const describedOperations: readonly string[] = Object.entries(paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
)

/** The operation of the description that an address belongs to. */
export function operationOf(method: string, url: string): string | undefined {
  const [address = ''] = url.split('?')
  const found = templates.find(({ pattern }) => pattern.test(address))
  return found && paths[found.path]?.[method.toLowerCase()] ? `${method} ${found.path}` : undefined
}

/** Holds an answer against what the description says of it: its status, and the shape of its body. */
export function expectDescribed(method: string, url: string, { status, text }: Asked): void {
  const operation = operationOf(method, url)
  const what = `${method} ${url}: ${status} ${text.slice(0, 300)}`
  expect(operation, what).toBeDefined()
  const [, path = ''] = operation?.split(' ') ?? []
  const responses = paths[path]?.[method.toLowerCase()]?.responses ?? {}
  const response = responses[status] ?? (status >= 400 ? responses['default'] : undefined)
  expect(response, what).toBeDefined()
  const reference = response?.content?.['application/json']?.schema?.$ref
  if (reference === undefined) return
  const read = parserOf(reference.replace(here, '')).safeParse(JSON.parse(text))
  expect(read.error?.issues, what).toBeUndefined()
}

/** The same door, which holds every answer against the description. */
export function describedDoor(door: Door): Door {
  const ask: Door['ask'] = async (who, method, url, sending) => {
    const answer = await door.ask(who, method, url, sending)
    if (url.startsWith('/api/')) expectDescribed(method, url, answer)
    return answer
  }
  return { ...door, ask, command: commandBy(ask) }
}

function parserOf(name: string): ZodType {
  const known = parsers.get(name) ?? fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: shapes })
  parsers.set(name, known)
  return known
}
