import type { House } from '#app/house.ts'
import { asActor } from '#db/connect.ts'
import { foldDifferences } from '#db/upkeep.ts'

/** Commands write counts as differences, so that they never wait for one another; here they are added up. */
export function foldCounts(house: House): Promise<void> {
  return asActor(house.database, 'system', foldDifferences)
}
