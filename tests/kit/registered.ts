import type { FastifyInstance } from 'fastify'

/** `GET /api/cases/{id}` for every route of the server; the heads that go with a GET are left out. */
export function registered(server: FastifyInstance): string[] {
  const found: string[] = []
  const above: string[] = []
  for (const line of server.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, part = '', methods = ''] = /^((?:[│ ] {3})*)[├└]── (.*?) \((.*)\)$/.exec(line) ?? []
    if (indent === undefined) continue
    const depth = indent.length / 4
    above.splice(depth, above.length, part)
    const path = above.join('').replaceAll(/:(\w+)/g, '{$1}')
    const list = methods.split(', ')
    for (const method of list) if (method !== 'HEAD' || !list.includes('GET')) found.push(`${method} ${path}`)
  }
  return found
}
