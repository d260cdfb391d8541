import { asActor } from '#db/connect.ts'
import { readStream } from '#db/event-store.ts'
import { projectAgain, viewOf } from '#db/projections/case.ts'
import { readCasesOf } from '#db/reads/streams.ts'
import { settleCounts } from '#db/upkeep.ts'
import { foldCase } from '#domain/case/case.ts'
import { caseEvents } from '#domain/case/upcast.ts'

import type { House } from './house.ts'

const batch = 200

/**
 * Makes the rows of every case of a scheme again, after other offices came to play its parts: who sees a case and who
 * owes what follow from them. One case a transaction, so that work goes on meanwhile. Answers how many cases there were.
 */
export async function refreshCases(house: Pick<House, 'database' | 'editions'>, scheme: string): Promise<number> {
  let count = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const cases = await asActor(house.database, 'system', (tx) => readCasesOf(tx, scheme, after, batch))
    for (const id of cases) await refreshCase(house, id)
    count += cases.length
    const last = cases.at(-1)
    if (last === undefined) break
    after = last
  }
  await asActor(house.database, 'system', settleCounts)
  return count
}

async function refreshCase({ database, editions }: Pick<House, 'database' | 'editions'>, id: string): Promise<void> {
  await asActor(database, 'system', (tx) =>
    projectAgain(tx, id, async () => {
      const events = await readStream(tx, id)
      const state = foldCase(id, caseEvents(events))
      const running = editions.find(state.scheme, state.edition)
      if (!running) throw new Error(`edition ${state.scheme} ${state.edition} is not published`)
      const calendar = editions.calendar(running.scheme.country)
      const view = viewOf(state, running, editions.offices(state.scheme), calendar)
      return { view, changedAt: events.at(-1)?.recordedAt ?? '' }
    }),
  )
}
