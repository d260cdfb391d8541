import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { rememberDone } from '#db/commands.ts'
import { changeMove, isAnyWaiting, readMove, settleTaken, takeWaiting } from '#db/edition-moves.ts'
import type { EditionMoveRow, JudgedCase, WaitingCase } from '#db/edition-moves.ts'
import { append, chain } from '#db/event-store.ts'
import { keepSameText } from '#db/people.ts'
import { viewOf } from '#db/projections/case.ts'
import { concernsTheSame, projectCases } from '#db/projections/cases.ts'
import { evolve } from '#domain/case/case.ts'
import { editionMoved } from '#domain/case/edition-change.ts'
import { caseEvents } from '#domain/case/upcast.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { actorOfMove } from './edition-moves.ts'
import { handle, lostRace } from './handle.ts'
import type { Change, House } from './house.ts'
import { judgeFor, looksElsewhere } from './move-judge.ts'
import type { MoveJudge } from './move-judge.ts'
import { judgedCase, preview, resultOf } from './move-preview.ts'
import type { Beside } from './move-preview.ts'
import { withOthers } from './other-cases.ts'
import { noticesFor } from './reactions.ts'

/** Cases judged, and cases moved, in one transaction. */
export type Pace = { readonly judged: number; readonly moved: number }

const usual: Pace = { judged: 500, moved: 250 }
const lanes = 2
const mostRaces = 50

/**
 * Works on a move as far as it was confirmed: judges all cases, or moves those that wait for it. May be called again at
 * any time and by several workers at once: each case is moved once. Ends early when `isStopped` says so.
 */
export async function workOnMove(
  house: House,
  id: string,
  isStopped: () => boolean = () => false,
  pace = usual,
): Promise<void> {
  const move = await asActor(house.database, 'system', (tx) => readMove(tx, id))
  if (!move) return
  const judge = judgeFor(house, move)
  if (move.state === 'previewing') return preview(house, move, judge, isStopped, pace.judged)
  const target = house.editions.find(move.scheme, move.edition)
  if (move.state !== 'moving' || !target) return
  const work = { house, move, target, judge, asks: looksElsewhere(house, move), batch: pace.moved }
  await Promise.all(Array.from({ length: lanes }, () => moveAll(work, isStopped)))
  const now = house.clock.now()
  if (isStopped()) return
  await asActor(house.database, 'system', async (tx) => {
    if (!(await isAnyWaiting(tx, id))) await changeMove(tx, id, ['moving'], 'moved', now)
  })
}

type Work = {
  readonly house: House
  readonly move: EditionMoveRow
  readonly target: RunningEdition
  readonly judge: MoveJudge
  /** Other cases of the same person may answer the rules. */
  readonly asks: boolean
  readonly batch: number
}

/** Moves batch after batch until none is left that nobody else holds. */
async function moveAll(work: Work, isStopped: () => boolean): Promise<void> {
  const { house } = work
  for (let races = 0; races < mostRaces && !isStopped();) {
    try {
      const done = await asActor(house.database, 'system', (tx) => moveBatch(work, tx))
      if (done === undefined) return
      for (const change of done.changes) house.publish(change)
      for (const each of done.alone) await moveAlone(work, each)
      races = 0
    } catch (error) {
      // Somebody wrote on one of these cases at the same moment: they are taken again as they are now.
      if (lostRace(error) !== 'stream') throw error
      races += 1
    }
  }
}

type Batch = { readonly changes: readonly Change[]; readonly alone: readonly WaitingCase[] }

async function moveBatch(work: Work, tx: Transaction): Promise<Batch | undefined> {
  const { move, asks, batch } = work
  const [now, taken] = await Promise.all([readMove(tx, move.move), takeWaiting(tx, move.move, batch)])
  if (now?.state !== 'moving' || taken.length === 0) return undefined
  const here = taken.filter(({ state }) => state.edition !== move.edition)
  const beside = await withOthers(tx, here, asks)
  const judged = beside.map((each) => ({ taken: each, outcome: outcomeOf(each, work) }))
  const refused = judged.flatMap(({ outcome }) => (outcome.result === 'refused' ? [outcome] : []))
  const accepted = judged
    .filter(({ outcome }) => outcome.result !== 'refused')
    .map((each) => ({ ...each, ...movedCase(work, each) }))
  const moved = accepted.filter(({ views }) => concernsTheSame(views))
  await tx.andCommit(
    writeBatch(
      work,
      tx,
      moved,
      taken.filter(({ state }) => state.edition === move.edition),
      refused,
    ),
  )
  return {
    changes: moved.map(({ stored: { stream, version }, views }) => {
      const offices = [...new Set(views.after.access.map(({ office }) => office))]
      return { stream, kind: 'case', version, offices }
    }),
    alone: accepted.filter((each) => !moved.includes(each)).map((each) => each.taken),
  }
}

type Moved = ReturnType<typeof movedCase>

function writeBatch(
  { house, move, target }: Work,
  tx: Transaction,
  moved: readonly Moved[],
  there: readonly WaitingCase[],
  refused: readonly JudgedCase[],
): Promise<unknown> {
  const at = house.clock.now()
  const stored = moved.map((each) => each.stored)
  const texts = stored.map(({ command, stream }) => ({ reference: reasonOf(command), stream }))
  const settled = [...stored.map(({ stream }) => stream), ...there.map((each) => each.case)]
  const settling = settleTaken(tx, move.move, settled, refused, at)
  if (moved.length === 0) return settling
  const views = moved.map((each) => each.views)
  return Promise.all([
    tx.rows(append(stored)),
    tx.rows(rememberDone(actorOfMove(move), 'move-edition', stored)),
    keepSameText(tx, move.reason, texts),
    projectCases(tx, views, at),
    ...moved.map((each) => noticesFor(tx, { stored: [each.stored], state: each.views.after.state, running: target })),
    settling,
  ])
}

/** A case whose move concerns more than its own rows (a budget) goes through the one door by itself. */
async function moveAlone({ house, move }: Work, taken: WaitingCase): Promise<void> {
  const envelope = {
    command: commandFor(move, taken),
    name: 'move-edition',
    stream: taken.case,
    input: { edition: move.edition, reason: move.reason },
  }
  const answer = await handle(house, actorOfMove(move), envelope)
  const { case: id, version, state } = taken
  const [moved, refused]: [string[], JudgedCase[]] =
    answer.status === 'done'
      ? [[id], []]
      : [[], [{ case: id, version, from: state.edition, result: 'refused', changes: [], refusal: answer.refusal }]]
  await asActor(house.database, 'system', (tx) => settleTaken(tx, move.move, moved, refused, house.clock.now()))
}

function commandFor({ move }: EditionMoveRow, taken: WaitingCase): string {
  return derivedId(move, `${taken.case} ${taken.version}`)
}

/** As it was previewed, unless the case moved on since, or another one of the person may have: then it is judged anew. */
function outcomeOf(taken: WaitingCase & Beside, { judge, asks }: Work): JudgedCase {
  const { case: id, version, state, judged, changes } = taken
  if (version !== judged || asks) return judgedCase(taken, judge)
  return { case: id, version, from: state.edition, result: resultOf(changes), changes, refusal: null }
}

function movedCase(
  { house: { editions, clock }, move, target }: Work,
  { taken, outcome }: { readonly taken: WaitingCase; readonly outcome: JudgedCase },
) {
  const { state, hash } = taken
  const { user, role, office } = actorOfMove(move)
  const command = commandFor(move, taken)
  const now = clock.now()
  const said = { reason: reasonOf(command), on: clock.today(), changes: outcome.changes }
  const [stored] = chain(hash, [
    {
      ...editionMoved({ state, to: target }, said),
      stream: taken.case,
      version: taken.version + 1,
      kind: 'case',
      actor: user,
      role,
      office,
      command,
      happenedAt: now,
      recordedAt: now,
    },
  ])
  if (!stored) throw new Error(`no event for ${taken.case}`)
  const after = caseEvents([stored]).reduce(evolve, state)
  const offices = editions.offices(move.scheme)
  const calendar = editions.calendar(target.scheme.country)
  const running = editions.find(state.scheme, state.edition) ?? target
  const views = {
    before: viewOf(state, running, offices, calendar),
    after: viewOf(after, target, offices, calendar),
  }
  return { stored, views }
}

/** As `liftTexts` names the words of the command. */
function reasonOf(command: string): string {
  return `${command}.reason`
}
