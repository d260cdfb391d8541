import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * The built web client: hashed files for good, the pages themselves asked for each time. The public questionnaire,
 * signing by a link, checking a file and the calls for operators are pages of their own; every other place is the office's.
 */
export async function webRoutes(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(response, path) {
      const hashed = path.includes('/assets/')
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.get('/eligible', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('eligible.html'))
  // Who opens a link tells no other site where they were.
  server.get('/sign/*', (_request, reply) =>
    reply.headers({ 'cache-control': 'no-cache', 'referrer-policy': 'no-referrer' }).sendFile('sign.html'),
  )
  server.get('/verify', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('verify.html'))
  server.get('/call', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('call.html'))
  server.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
