import { readAwards, readBudgets } from '#db/budgets.ts'
import { asActor } from '#db/connect.ts'
import { claimOf } from '#domain/case/budget.ts'

import type { House } from './house.ts'
import type { Fault } from './verify.ts'

const batch = 500

/** Lines of a budget on which something else is granted than the awards of the cases come to. */
export async function budgetFaults(house: Pick<House, 'database' | 'editions'>): Promise<Fault[]> {
  const held = await heldByAwards(house)
  const budgets = await asActor(house.database, 'system', (tx) => readBudgets(tx))
  const said = new Map(budgets.map(({ scheme, line, year, granted }) => [[scheme, line, year].join(' '), granted]))
  return [...new Set([...said.keys(), ...held.keys()])]
    .filter((line) => (said.get(line) ?? 0) !== (held.get(line) ?? 0))
    .map((line) => ({
      stream: line,
      what: `budget: says ${said.get(line) ?? 0} is granted, awards hold ${held.get(line) ?? 0}`,
    }))
}

async function heldByAwards({ database, editions }: Pick<House, 'database' | 'editions'>) {
  const held = new Map<string, number>()
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const states = await asActor(database, 'system', (tx) => readAwards(tx, after, batch))
    for (const state of states) {
      const running = editions.find(state.scheme, state.edition)
      const claim = running ? claimOf(state, running) : null
      if (claim === null) continue
      const line = [state.scheme, claim.line, claim.year].join(' ')
      held.set(line, (held.get(line) ?? 0) + claim.amount)
    }
    const last = states.at(-1)
    if (last === undefined) return held
    after = last.case
  }
}
