import type { House } from '#app/house.ts'
import { asActor } from '#db/connect.ts'
import { removeOldSigningLinks } from '#db/signing-links.ts'
import { addDays } from '#domain/calendar.ts'

/** Days for which whoever opens an old link still reads why it does not open. */
const keptDays = 90

/** Removes what the links hash to that nobody can open any more. Answers how many there were. */
export function removeOldLinks({ database, clock }: House): Promise<number> {
  return asActor(database, 'system', (tx) => removeOldSigningLinks(tx, addDays(clock.today(), -keptDays)))
}
