import type { House } from '#app/house.ts'
import { removeUpload } from '#app/uploads.ts'
import { asActor } from '#db/connect.ts'
import { removeDocument } from '#db/documents.ts'
import { readOldUploads } from '#db/uploads.ts'
import { accept } from '#domain/outcome.ts'

const day = 86_400_000
const atOnce = 500

/**
 * Removes what nobody will come back for: uploads that broke off two days ago, and files that were uploaded thirty days
 * ago and never put on their case (a telephone may be without network for weeks). Answers how many uploads were settled.
 */
export async function cleanUploads(house: House): Promise<number> {
  const now = Date.parse(house.clock.now())
  const before = {
    unfinished: new Date(now - 2 * day).toISOString(),
    finished: new Date(now - 30 * day).toISOString(),
  }
  const old = await asActor(house.database, 'system', (tx) => readOldUploads(tx, before, atOnce))
  for (const { upload, strayKey } of old) {
    if (strayKey !== null) {
      await house.files.remove(strayKey)
      await asActor(house.database, 'system', (tx) => removeDocument(tx, upload))
    }
    await removeUpload(house, 'system', upload, accept(true))
  }
  return old.length
}
