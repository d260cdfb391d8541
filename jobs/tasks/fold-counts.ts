import type { House } from '#app/house.ts'
import { asActor } from '#db/connect.ts'
import { countPerformance } from '#db/reads/operator.ts'
import { foldDifferences } from '#db/upkeep.ts'

/** Commands write counts as differences, so that they never wait for one another; here they are added up. */
export async function foldCounts(house: House): Promise<void> {
  await asActor(house.database, 'system', foldDifferences)
  await asActor(house.database, 'system', countPerformance)
}
