import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { changeMove, countMovable, forgetMoveCases, insertMove, readMove } from '#db/edition-moves.ts'
import type { EditionMoveRow, MoveState } from '#db/edition-moves.ts'
import { enqueue } from '#db/jobs.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept, firstRefusal, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import type { House } from './house.ts'

export type MoveAsked = {
  /** Made by whoever asks: a repeat asks for the same move. */
  readonly move: string
  readonly scheme: string
  readonly edition: string
  readonly reason: string
}

/**
 * Asks what it would change to move every open case of a scheme to an edition: the worker judges each of them, nothing
 * is moved. Refusals: `role-may-not`, `office-may-not`, `unknown-edition`, `edition-not-in-force`, `nothing-to-move`,
 * `move-under-way`.
 */
export async function askMove(house: House, actor: Actor, asked: MoveAsked): Promise<Outcome<{ move: string }>> {
  const running = house.editions.find(asked.scheme, asked.edition)
  const forbidden = firstRefusal(
    mayMove(house, actor, asked.scheme),
    running === undefined && refuse('unknown-edition', { edition: asked.edition }, 'edition'),
  )
  if (forbidden) return forbidden
  const from = running?.edition.from ?? ''
  if (from > house.clock.today()) return refuse('edition-not-in-force', { edition: asked.edition, from }, 'edition')
  return asActor(house.database, 'system', async (tx) => {
    const known = await readMove(tx, asked.move)
    if (known) return accept({ move: asked.move })
    const total = await countMovable(tx, asked.scheme, asked.edition)
    if (total === 0) return refuse('nothing-to-move', { edition: asked.edition }, 'edition')
    const begun = await insertMove(tx, { ...asked, total }, actor, house.clock.now())
    if (!begun) return refuse('move-under-way', { scheme: asked.scheme })
    await startWork(tx, asked.move)
    return accept({ move: asked.move })
  })
}

/** Says yes to what the preview showed: the worker moves the cases, each judged anew if it changed meanwhile. */
export function confirmMove(house: House, actor: Actor, move: string): Promise<Outcome<{ move: string }>> {
  return turn(house, actor, move, ['previewed'], 'moving', startWork)
}

/** Stops a move on its way: what was moved stays moved, the rest waits for another yes. */
export function stopMove(house: House, actor: Actor, move: string): Promise<Outcome<{ move: string }>> {
  return turn(house, actor, move, ['moving'], 'previewed')
}

/** Gives a move up before or between: what it would have changed is forgotten, what it moved stays on its cases. */
export function cancelMove(house: House, actor: Actor, move: string): Promise<Outcome<{ move: string }>> {
  return turn(house, actor, move, ['previewing', 'previewed'], 'cancelled', forgetMoveCases)
}

async function turn(
  house: House,
  actor: Actor,
  move: string,
  from: readonly MoveState[],
  to: MoveState,
  then: (tx: Transaction, move: string) => Promise<unknown> = async () => undefined,
): Promise<Outcome<{ move: string }>> {
  return asActor(house.database, 'system', async (tx) => {
    const known = await readMove(tx, move)
    if (!known) return refuse('not-found', { move })
    const forbidden = mayMove(house, actor, known.scheme)
    if (forbidden) return forbidden
    const turned = await changeMove(tx, move, from, to, house.clock.now(), to === 'moving' ? actor.user : null)
    if (!turned) return refuse('move-elsewhere', { state: (await readMove(tx, move))?.state ?? known.state })
    await then(tx, move)
    return accept({ move })
  })
}

/** Puts the move into the queue; a job that waits already is the same one. */
export function startWork(tx: Transaction, move: string): Promise<unknown> {
  return enqueue(tx, 'move-cases', { move }, `move-cases ${move}`)
}

/** All open cases of a scheme are moved by whoever manages it. */
function mayMove({ editions }: House, { role, office }: Actor, scheme: string): Refusal | undefined {
  const managers = editions.offices(scheme)['programme-manager'] ?? []
  return firstRefusal(
    role !== 'programme-manager' && refuse('role-may-not', { role, allowed: ['programme-manager'] }),
    !managers.includes(office) && refuse('office-may-not', { office }),
  )
}

/** Who moves the cases: whoever said yes, in the seat of who asked; before that, who asked. */
export function actorOfMove({ askedBy, confirmedBy, role, office }: EditionMoveRow): Actor {
  return { user: confirmedBy ?? askedBy, role, office }
}
