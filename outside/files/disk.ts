/** A folder as the place of sealed files: the default, one machine. */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { accept, refuse } from '#domain/outcome.ts'
import type { Refusal } from '#domain/outcome.ts'
import type { Place } from './place.ts'

const leftoverAge = 24 * 60 * 60 * 1000

/** Makes the folder if needed and clears what writes of more than a day ago left unfinished. */
export async function openDisk(folder: string): Promise<Place> {
  const unfinished = join(folder, 'unfinished')
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  await clearLeftovers(unfinished)

  // Ids begin with the time they were made, so the end of the id spreads the files over the folders.
  const pathOf = (name: string) => join(folder, 'files', name.slice(-2).padStart(2, '0'), name)

  return {
    async put(name, sealed) {
      const draft = join(unfinished, randomUUID())
      try {
        await writeDown(draft, sealed)
        const path = pathOf(name)
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(draft, path)
        await flushFolder(dirname(path))
        return accept(true)
      } catch (error) {
        await rm(draft, { force: true })
        return storageRefusal(error)
      }
    },

    async get(name) {
      try {
        const file = await open(pathOf(name), 'r')
        return accept(createReadStream('', { fd: file, highWaterMark: 256 * 1024 }))
      } catch (error) {
        return isMissing(error) ? refuse('file-not-found', { id: name }) : storageRefusal(error)
      }
    },

    async length(name) {
      try {
        return accept((await stat(pathOf(name))).size)
      } catch (error) {
        return isMissing(error) ? refuse('file-not-found', { id: name }) : storageRefusal(error)
      }
    },

    async remove(name) {
      await rm(pathOf(name), { force: true })
      return accept(true)
    },
  }
}

async function writeDown(path: string, sealed: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of sealed) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A renamed file survives a power cut only once its folder is on the disk too. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function clearLeftovers(unfinished: string): Promise<void> {
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > leftoverAge) await rm(path, { force: true })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT'
}

/** A full disk is expected one day; anything else (rights, a broken disk, a content that ended early) is thrown. */
function storageRefusal(error: unknown): Refusal {
  if (['ENOSPC', 'EDQUOT'].includes(codeOf(error))) return refuse('file-store-full')
  throw error
}
