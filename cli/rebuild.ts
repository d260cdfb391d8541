import { rebuildProjections } from '#app/rebuild.ts'

import { atWork } from './at-work.ts'
import type { Call } from './call.ts'
import { sentence } from './sentence.ts'

/** `projections rebuild`: makes every row that follows from events again; a running server may go on meanwhile. */
export function run(call: Call): Promise<number> {
  return atWork(call, async (house) => {
    const cases = await rebuildProjections(house)
    call.say(sentence('rebuilt', call.language, { cases }))
    return 0
  })
}
