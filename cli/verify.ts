import { verify } from '#app/verify.ts'

import { atWork } from './at-work.ts'
import type { Call } from './call.ts'
import { sentence } from './sentence.ts'

/** `verify`: checks every hash, every chain and every row made from events. 1 when something is not as the facts say. */
export function run(call: Call): Promise<number> {
  return atWork(call, async (house) => {
    const { streams, events, faults } = await verify(house)
    for (const { stream, version, what } of faults) {
      const key = version === undefined ? 'fault-of-stream' : 'fault'
      call.complain(sentence(key, call.language, { stream, version, what }))
    }
    call.say(sentence('checked', call.language, { streams, events, faults: faults.length }))
    return faults.length === 0 ? 0 : 1
  })
}
