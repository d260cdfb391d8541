import { Readable } from 'node:stream'

import type { FastifyInstance } from 'fastify'

import type { House } from '#app/house.ts'
import { asActor } from '#db/connect.ts'
import { findDocument } from '#db/documents.ts'
import { readingRecorder } from '#db/readings.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import { refuse } from '#domain/outcome.ts'

import { sendRefusal } from './answers.ts'
import { isId, signedInGet } from './reads.ts'
import type { Sessions } from './session.ts'
import { uploadRoutes } from './uploads.ts'

/** Files of a case: on their way in, in pieces; and out, with a record of who opened them. */
export function fileRoutes(server: FastifyInstance, house: House, sessions: Sessions): void {
  uploadRoutes(server, house, sessions)
  documentRoute(server, house, sessions)
}

/** A document as it is kept, decrypted on the way out; its opening is on record before the first byte leaves. */
function documentRoute(server: FastifyInstance, house: House, sessions: Sessions): void {
  const record = readingRecorder(house.database)
  signedInGet<{ id: string }>(server, sessions, '/api/documents/:id', async ({ actor, request, reply }) => {
    const { id } = request.params
    if (!isId(id) || !mayOpenFiles(actor.role)) return sendRefusal(reply, refuse('not-found'))
    const document = await asActor(house.database, actor, (tx) => findDocument(tx, id))
    if (!document) return sendRefusal(reply, refuse('not-found'))
    await record({ actor, case: document.case, what: `document ${document.paper}`, at: house.clock.now() })
    const content = await house.files.read(document.storageKey)
    if (content.refused) return sendRefusal(reply, content)
    return reply
      .header('content-type', document.mediaType)
      .header('content-length', document.size)
      .header('content-disposition', asAttachment(document.name))
      .send(Readable.from(content.value))
  })
}

/** A file name in any script (RFC 6266), with an ASCII stand-in for programs that read no other. */
function asAttachment(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
