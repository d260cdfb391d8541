import { readAccounts } from '#db/administration.ts'
import { asActor } from '#db/connect.ts'

import { atWork } from '../at-work.ts'
import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'

/** `user list`: every account with its seats, one line each. */
export function run(call: Call): Promise<number> {
  return atWork(call, async ({ database }) => {
    for (const { email, name, active, seats } of await asActor(database, 'system', readAccounts)) {
      const places = seats.map(({ role, office }) => `${role}@${office}`).join(', ')
      call.say(`${email}  ${name}  ${places}${active ? '' : `  (${sentence('disabled', call.language)})`}`)
    }
    return 0
  })
}
