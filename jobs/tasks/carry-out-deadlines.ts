import { handle } from '#app/handle.ts'
import type { House } from '#app/house.ts'
import { asActor, systemActor } from '#db/connect.ts'
import { readPassing } from '#db/reads/work.ts'
import { derivedId } from '#domain/derived-id.ts'

const batch = 200

/**
 * Does what schemes say happens by itself: for every deadline that has passed, one command through the one door. Its id
 * follows from the case, the step and the day, so that two workers, or one that was cut off, do it once. Answers how
 * many things happened.
 */
export async function carryOutDeadlines(house: House): Promise<number> {
  const today = house.clock.today()
  let count = 0
  for (let after = { case: '00000000-0000-0000-0000-000000000000', step: '' }; ;) {
    const passing = await asActor(house.database, 'system', (tx) => readPassing(tx, today, after, batch))
    for (const { case: stream, step, on } of passing) {
      const command = derivedId(`${stream} ${step} ${on}`, 'carry-out-deadline')
      const answer = await handle(house, systemActor, { command, name: 'carry-out-deadline', stream, input: { step } })
      if (answer.status === 'done') count += 1
    }
    const last = passing.at(-1)
    if (last === undefined) return count
    after = last
  }
}
