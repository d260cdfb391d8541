import type { House } from '#app/house.ts'
import { eraseCallBacks } from '#db/call-backs.ts'
import { asActor } from '#db/connect.ts'

/** Erases the requests to be called back whose day has come. Answers how many there were. */
export function eraseOldCallBacks(house: House): Promise<number> {
  return asActor(house.database, 'system', (tx) => eraseCallBacks(tx, house.clock.today()))
}
