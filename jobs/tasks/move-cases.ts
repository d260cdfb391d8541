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

/**
 * A worker that was killed leaves its moves where they were: whoever hears the clock next goes on with those that nobody
 * touched for a minute; a process that starts, with all of them, for most likely it is the one that was killed.
 */
export async function resumeMoves(house: House, untouchedMinutes = 1): Promise<void> {
  const before = addMinutes(house.clock.now(), -untouchedMinutes)
  await asActor(house.database, 'system', async (tx) => {
    const forsaken = await readForsakenMoves(tx, before)
    await Promise.all(forsaken.map((move) => startWork(tx, move)))
  })
}
