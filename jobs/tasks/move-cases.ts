import { startWork } from '#app/edition-moves.ts'
import type { House } from '#app/house.ts'
import { workOnMove } from '#app/move-cases.ts'
import { asActor } from '#db/connect.ts'
import { readForsakenMoves } from '#db/edition-moves.ts'
import { addMinutes } from '#domain/calendar.ts'

export type MoveJob = { readonly move: string }

/** Goes on with a move of cases until it is done, or until the worker is stopped: then it is resumed by the next one. */
export async function moveCases(house: House, { move }: MoveJob, signal?: AbortSignal): Promise<void> {
  await house.editions.reload()
  await workOnMove(house, move, () => signal?.aborted === true)
}

/** A worker that was killed leaves its moves where they were: whoever hears the clock next goes on with them. */
export async function resumeMoves(house: House): Promise<void> {
  const before = addMinutes(house.clock.now(), -1)
  await asActor(house.database, 'system', async (tx) => {
    const forsaken = await readForsakenMoves(tx, before)
    await Promise.all(forsaken.map((move) => startWork(tx, move)))
  })
}
