import { asActor } from '#db/connect.ts'
import { findPack } from '#db/packs.ts'
import type { PackRow } from '#db/packs.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import type { House } from './house.ts'
import { packKeys, packRefusal } from './pack-hash.ts'
import type { PackBytes } from './pack-hash.ts'

/**
 * The frozen pack of a file, held against its hash. Refusals: `not-found` (also to whoever stepped aside from the file),
 * `pack-changed` when what lies in the store is not what was frozen, those of the store.
 */
export async function openPack(
  house: House,
  actor: Actor,
  sitting: string,
  file: string,
): Promise<Outcome<PackBytes & { readonly row: PackRow }>> {
  const row = await asActor(house.database, actor, (tx) => findPack(tx, sitting, file))
  if (!row) return refuse('not-found')
  const keys = packKeys(row.hash)
  const [pdf, data] = [await house.files.readWhole(keys.pdf), await house.files.readWhole(keys.data)]
  if (pdf.refused) return changed(pdf, row)
  if (data.refused) return changed(data, row)
  const bytes = { pdf: pdf.value, data: data.value }
  return packRefusal(bytes, row.hash) ?? accept({ ...bytes, row })
}

/** What the store found damaged, or gone, is not what was frozen either. */
function changed(refusal: Refusal, { hash }: PackRow): Refusal {
  const isOther = refusal.code === 'file-damaged' || refusal.code === 'file-not-found'
  return isOther ? refuse('pack-changed', { hash, found: null }) : refusal
}
