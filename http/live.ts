import { PassThrough } from 'node:stream'

import type { FastifyInstance } from 'fastify'

import type { Change } from '#app/house.ts'
import { refuse } from '#domain/outcome.ts'

import { sendRefusal } from './answers.ts'
import type { Sessions } from './session.ts'

/** Whoever watches changes; calling the answer ends the watch. */
export type Watchers = { watch(office: string, tell: (change: Change) => void): () => void }

const heartbeat = 25_000

/** Tells a screen which streams of its office moved: ids and versions, and the screen asks again under its own rights. */
export function liveRoutes(server: FastifyInstance, sessions: Sessions, watchers: Watchers): void {
  server.get('/api/live', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const stream = new PassThrough()
    const send = (text: string) => stream.write(text)
    send('retry: 3000\n\n')
    const beat = setInterval(() => send(': still here\n\n'), heartbeat)
    const stop = watchers.watch(row.office, ({ stream: id, kind, version }) =>
      send(`data: ${JSON.stringify({ stream: id, kind, version })}\n\n`),
    )
    request.raw.on('close', () => {
      clearInterval(beat)
      stop()
      stream.end()
    })
    return reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no').send(stream)
  })
}
