import { asActor } from '#db/connect.ts'
import { changeMove, keepPreview, readOpenCases } from '#db/edition-moves.ts'
import type { EditionMoveRow, JudgedCase, OpenCase, Tally } from '#db/edition-moves.ts'
import type { CaseState } from '#domain/case/state.ts'

import type { House } from './house.ts'
import { looksElsewhere } from './move-judge.ts'
import type { MoveJudge } from './move-judge.ts'
import { withOthers } from './other-cases.ts'

/**
 * Judges every open case of the scheme, a page at a time: the next page is read while this one is judged and kept. Goes
 * on after the last case that was judged; ends when all are, or when somebody else is at it or stopped it.
 */
export async function preview(
  house: House,
  move: EditionMoveRow,
  judge: MoveJudge,
  isStopped: () => boolean,
  page: number,
): Promise<void> {
  const asks = looksElsewhere(house, move)
  const read = (after: string) =>
    asActor(house.database, 'system', async (tx) => withOthers(tx, await readOpenCases(tx, move, after, page), asks))
  let { reached } = move
  let tally: Tally = move
  let next = read(reached)
  for (;;) {
    const cases = await next
    const last = cases.at(-1)
    if (!last || isStopped()) break
    next = read(last.case)
    // Whoever waits for it below may never come to it; its failure shows when it is read again.
    next.catch(() => undefined)
    const judged = cases.map((each) => judgedCase(each, judge))
    const counted = tallied(tally, judged)
    const range = { from: reached, to: last.case }
    const kept = await asActor(house.database, 'system', (tx) =>
      keepPreview(tx, move.move, range, counted, judged, house.clock.now()),
    )
    if (!kept) return
    reached = last.case
    tally = counted
  }
  if (!isStopped())
    await asActor(house.database, 'system', (tx) =>
      changeMove(tx, move.move, ['previewing'], 'previewed', house.clock.now()),
    )
}

/** A case with the other ones of its person, as far as the rules ask for them. */
export type Beside = { readonly others: readonly CaseState[] }

/** What the move does to one case. */
export function judgedCase({ case: id, version, state, others }: OpenCase & Beside, judge: MoveJudge): JudgedCase {
  const outcome = judge(state, others)
  if (outcome.refused) {
    const { code, facts } = outcome
    return { case: id, version, from: state.edition, result: 'refused', changes: [], refusal: { code, facts } }
  }
  const changes = outcome.value
  return { case: id, version, from: state.edition, result: resultOf(changes), changes, refusal: null }
}

export function resultOf(changes: JudgedCase['changes']): JudgedCase['result'] {
  return changes.length > 0 ? 'changed' : 'same'
}

function tallied(before: Tally, cases: readonly JudgedCase[]): Tally {
  const changes = { ...before.changes }
  const refusals = { ...before.refusals }
  for (const each of cases) {
    for (const change of new Set(each.changes.map((one) => one.change))) changes[change] = (changes[change] ?? 0) + 1
    if (each.refusal) refusals[each.refusal.code] = (refusals[each.refusal.code] ?? 0) + 1
  }
  const count = (result: JudgedCase['result']) => cases.filter((each) => each.result === result).length
  return {
    judged: before.judged + cases.length,
    changed: before.changed + count('changed'),
    refused: before.refused + count('refused'),
    changes,
    refusals,
  }
}
