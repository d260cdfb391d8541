import { eraseOldApplications } from '#app/call-applications.ts'
import type { House } from '#app/house.ts'
import { eraseCallBacks } from '#db/call-backs.ts'
import { asActor } from '#db/connect.ts'

/** Erases what strangers left on the public pages once its day has come. Answers how many requests there were. */
export async function eraseOldCallBacks(house: House): Promise<number> {
  const calls = await asActor(house.database, 'system', (tx) => eraseCallBacks(tx, house.clock.today()))
  return calls + (await eraseOldApplications(house))
}
