/** The file store: seals what it is given and puts it in a place. */
import { createHash } from 'node:crypto'
import type { Bytes, FileStore } from '#app/ports.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Place } from './place.ts'
import type { MasterKeys } from './seal.ts'
import { checkMasterKeys, contentSize, DamagedFile, seal, unseal } from './seal.ts'

/** Throws when a key has not 32 bytes. Refusals of the store: those of the port, of the place, `file-id-invalid`. */
export function openFileStore(place: Place, keys: MasterKeys): FileStore {
  checkMasterKeys(keys)

  async function read(id: string): Promise<Outcome<AsyncIterable<Uint8Array>>> {
    if (!isFileId(id)) return refuse('file-id-invalid', { id })
    const sealed = await place.get(id)
    if (sealed.refused) return sealed
    return await opened(id, unseal(id, keys, sealed.value))
  }

  return {
    async write(id, content) {
      if (!isFileId(id)) return refuse('file-id-invalid', { id })
      const hash = createHash('sha256')
      let size = 0
      async function* counted() {
        for await (const piece of piecesOf(content)) {
          hash.update(piece)
          size += piece.length
          yield piece
        }
      }
      const put = await place.put(id, seal(id, keys, counted()))
      return put.refused ? put : accept({ size, fingerprint: hash.digest('hex') })
    },

    read,

    async readWhole(id) {
      const content = await read(id)
      if (content.refused) return content
      try {
        const pieces: Uint8Array[] = []
        for await (const piece of content.value) pieces.push(piece)
        return accept(new Uint8Array(Buffer.concat(pieces)))
      } catch (error) {
        if (error instanceof DamagedFile) return refuse('file-damaged', { id })
        throw error
      }
    },

    async size(id) {
      if (!isFileId(id)) return refuse('file-id-invalid', { id })
      const length = await place.length(id)
      if (length.refused) return length
      const size = contentSize(length.value)
      return size === undefined ? refuse('file-damaged', { id }) : accept(size)
    },

    async remove(id) {
      if (!isFileId(id)) return refuse('file-id-invalid', { id })
      return await place.remove(id)
    },
  }
}

/** The first chunk is verified before the caller gets the stream, so that a wrong key or a swapped file is a value. */
async function opened(id: string, content: AsyncGenerator<Uint8Array>): Promise<Outcome<AsyncIterable<Uint8Array>>> {
  try {
    const first = await content.next()
    async function* all() {
      try {
        if (!first.done) yield first.value
        yield* content
      } finally {
        await content.return(undefined)
      }
    }
    return accept(all())
  } catch (error) {
    if (error instanceof DamagedFile) return refuse('file-damaged', { id })
    throw error
  }
}

function isFileId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,99}$/.test(id)
}

function piecesOf(content: Bytes): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return content instanceof Uint8Array ? [content] : content
}
