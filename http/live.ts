import { PassThrough } from 'node:stream'

import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Change } from '#app/house.ts'
import { everyServer } from '#db/changes.ts'
import type { SessionRow } from '#db/accounts.ts'
import { refuse } from '#domain/outcome.ts'

import { sendRefusal } from './answers.ts'
import type { Sessions } from './session.ts'

/** Whoever watches changes; calling the answer ends the watch. */
export type Watchers = { watch(office: string, tell: (change: Change) => void): () => void }

/** Milliseconds between two signs of life, which are also when it is asked whether the session still holds. */
const usualBeat = 25_000
/** Bytes that wait for a screen; one that does not read any more is let go, and asks again when it is back. */
const mostWaiting = 256_000

/** Tells a screen which streams of its office moved: ids and versions, and the screen asks again under its own rights. */
export function liveRoutes(
  server: FastifyInstance,
  sessions: Sessions,
  watchers: Watchers,
  milliseconds = usualBeat,
): void {
  server.get('/api/live', async (request, reply) => {
    const row = await sessions.find(request)
    if (!row) return sendRefusal(reply, refuse('not-signed-in'))
    const stream = new PassThrough()
    const send = (text: string) => {
      if (stream.writableLength > mostWaiting) stream.destroy()
      else if (!stream.writableEnded) stream.write(text)
    }
    send('retry: 3000\n\n')
    const beat = setInterval(() => {
      send(': still here\n\n')
      void stillSeated(sessions, request, row).then((still) => still || stream.end())
    }, milliseconds)
    const stops = [
      watchers.watch(row.office, ({ stream: id, kind, version }) => {
        // What moved while nothing was heard is not known: the screen connects again and reads everything.
        if (kind === 'gap') stream.end()
        else send(`data: ${JSON.stringify({ stream: id, kind, version })}\n\n`)
      }),
      // Schemes and the offices' parts in them are everybody's.
      watchers.watch(everyServer, () =>
        send(`data: ${JSON.stringify({ stream: '', kind: 'directory', version: 0 })}\n\n`),
      ),
    ]
    request.raw.on('close', () => {
      clearInterval(beat)
      for (const stop of stops) stop()
      stream.end()
    })
    return reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no').send(stream)
  })
}

/** Whether the session still holds and sits at the same office. A database that is away for a moment ends nothing. */
async function stillSeated(sessions: Sessions, request: FastifyRequest, { office }: SessionRow): Promise<boolean> {
  try {
    return (await sessions.find(request, 'looking'))?.office === office
  } catch {
    return true
  }
}
