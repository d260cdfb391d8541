import type { EditionMoveRow } from '#db/edition-moves.ts'
import { moveEdition } from '#domain/case/commands/move-edition.ts'
import { attempt } from '#domain/case/decide.ts'
import type { EditionChange } from '#domain/case/edition-change.ts'
import type { CaseState } from '#domain/case/state.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import { withRemembered } from '#domain/scheme/remembered-rules.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { actorOfMove } from './edition-moves.ts'
import type { House } from './house.ts'
import { answered, asksElsewhere } from './other-cases.ts'

/** What a move changes on a case in this state, or why it may not be; `others` are other cases of the same person. */
export type MoveJudge = (state: CaseState, others: readonly CaseState[]) => Outcome<readonly EditionChange[]>

/**
 * Judges cases by the very command that moves one of them, in the seat of who asked for all. Refusals: those of
 * `move-edition`, and `unknown-edition` for an edition that is not published.
 */
export function judgeFor({ editions, clock }: House, move: EditionMoveRow): MoveJudge {
  const { scheme, edition } = move
  const found = editions.find(scheme, edition)
  const target = found && withRemembered(found)
  const actor = actorOfMove(move)
  const known = new Map<string, RunningEdition | undefined>()
  const offices = { all: editions.allOffices(), byRole: editions.offices(scheme) }
  const calendar = editions.calendar(found?.scheme.country ?? '')
  const [now, today] = [clock.now(), clock.today()]
  const input = { edition, reason: move.reason }
  return (state, others) => {
    if (!known.has(state.edition)) known.set(state.edition, remembered(editions.find(scheme, state.edition)))
    const running = known.get(state.edition)
    if (!running || !target) return refuse('unknown-edition', { edition: running ? edition : state.edition })
    const editionsOfCase = { running: answered(running, others), target: answered(target, others) }
    const circumstances = { actor, now, today, ...editionsOfCase, calendar, offices, id: idOf }
    const outcome = attempt(moveEdition, state, input, circumstances)
    if (outcome.refused) return outcome
    const [event] = outcome.value.events
    return accept(event?.type === 'edition-moved' ? event.data.changes : [])
  }
}

/** Whether an edition that the move concerns lets other cases of the person answer its rules. */
export function looksElsewhere({ editions }: Pick<House, 'editions'>, { scheme }: EditionMoveRow): boolean {
  return editions.all().some((each) => each.scheme.scheme === scheme && asksElsewhere(each))
}

function remembered(running: RunningEdition | undefined): RunningEdition | undefined {
  return running && withRemembered(running)
}

function idOf(purpose: string): string {
  return derivedId('move-cases', purpose)
}
