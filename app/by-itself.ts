import type { HomeAnswer } from '#contract/answers.ts'
import type { ForeseenAnswer, PassedAnswer } from '#contract/by-itself-answers.ts'
import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import * as byItself from '#db/reads/by-itself.ts'
import type { ForeseenCursor, ForeseenRow, PassedCursor, PassedRow } from '#db/reads/by-itself.ts'
import { addDays } from '#domain/calendar.ts'
import { pauseDeadline } from '#domain/case/commands/pause-deadline.ts'
import { undoDeadline } from '#domain/case/commands/undo-deadline.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import { mayAttempt } from '#domain/case/decide.ts'
import type { CaseState } from '#domain/case/state.ts'
import { stepsOf } from '#domain/case/steps-of-case.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Actor } from '#domain/role.ts'
import { roles } from '#domain/role.ts'
import { thenOf } from '#domain/scheme/clock.ts'
import { findStep } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { House } from './house.ts'

/** Who is told beforehand what will happen by itself: who can do something about it, and who watches over it. */
export const byItselfRoles = roles.filter((role) =>
  ['counsellor', 'coordinator', 'programme-manager', 'data-protection-officer'].includes(role),
)

/** Watches over what machines decide about everybody, and opens no file. */
function watches({ role }: Actor): boolean {
  return role === 'data-protection-officer'
}

/** A page of answers, and the last row that was read where there may be more. */
type Paged<A, R> = { readonly rows: readonly A[]; readonly last: R | undefined }

/** One page of what will happen by itself, the next day first: what, on whose case, by which rule, and the remedy. */
export async function foreseenFor(
  house: House,
  actor: Actor,
  after: ForeseenCursor | undefined,
  limit: number,
): Promise<Paged<ForeseenAnswer, ForeseenRow>> {
  const rows = await asActor(house.database, actor, (tx) =>
    watches(actor)
      ? byItself.readForeseenEverywhere(tx, after, limit)
      : byItself.readForeseen(tx, actor.office, after, limit),
  )
  return paged(rows, limit, (row) => foreseenAnswer(house, actor, row))
}

/** One page of what happened by itself, the latest first, and what of it this seat can take back. */
export async function passedFor(
  house: House,
  actor: Actor,
  before: PassedCursor | undefined,
  limit: number,
): Promise<Paged<PassedAnswer, PassedRow>> {
  const rows = await asActor(house.database, actor, (tx) =>
    watches(actor)
      ? byItself.readPassedEverywhere(tx, before, limit)
      : byItself.readPassed(tx, actor.office, before, limit),
  )
  return paged(rows, limit, (row) => passedAnswer(house, actor, row))
}

function paged<A, R>(rows: readonly R[], limit: number, answer: (row: R) => A | undefined): Paged<A, R> {
  return { rows: rows.flatMap((row) => answer(row) ?? []), last: rows.length === limit ? rows.at(-1) : undefined }
}

const lookAround = 28

/** How much happens by itself within four weeks, and how much did in the last four; nothing for who is not told of it. */
export async function byItselfAround(tx: Transaction, actor: Actor, today: string): Promise<HomeAnswer['byItself']> {
  if (!byItselfRoles.includes(actor.role)) return { soon: 0, passed: 0 }
  const span = { until: addDays(today, lookAround), since: `${addDays(today, -lookAround)}T00:00:00Z` }
  return watches(actor) ? byItself.countEverywhere(tx, span) : byItself.countForOffice(tx, actor.office, span)
}

function foreseenAnswer(house: House, actor: Actor, row: ForeseenRow): ForeseenAnswer | undefined {
  const { state, step: id, on } = row
  const running = house.editions.find(state.scheme, state.edition)
  const step = running && stepsOf(state, running).find((placed) => placed.step.step === id)?.step
  const { deadline } = step ?? {}
  if (!running || !step || !deadline?.then) return undefined
  return {
    ...about(row, actor),
    step: id,
    stepTitle: step.title,
    what: deadline.then.title,
    on,
    dueOn: addDays(on, -1),
    within: deadline.within,
    unit: deadline.unit,
    after: deadline.after,
    afterTitle: findStep(running.edition, deadline.after)?.step.title ?? null,
    source: sourceOf(running, deadline.then.source),
    undoneBy: deadline.then.undoneBy,
    mayPause: may(house, actor, pauseDeadline, state, running),
  }
}

function passedAnswer(house: House, actor: Actor, row: PassedRow): PassedAnswer | undefined {
  const { state, step: id, act, on, dueOn } = row
  const running = house.editions.find(state.scheme, state.edition)
  if (!running) return undefined
  const step = findStep(running.edition, id)?.step
  const then = thenOf(step, act)
  const same = (each: CaseState['byItself'][number] | undefined) => each?.step === id && each.on === on
  return {
    ...about(row, actor),
    step: id,
    stepTitle: step?.title ?? null,
    what: then?.title ?? null,
    act,
    on,
    dueOn,
    source: sourceOf(running, then?.source),
    undoneBy: then?.undoneBy ?? 'coordinator',
    isUndone: state.byItself.some((each) => same(each) && each.undone),
    mayUndo: same(state.byItself.at(-1)) && may(house, actor, undoDeadline, state, running),
  }
}

/** Whose it is; nobody's name for whoever opens no file. */
function about(row: ForeseenRow | PassedRow, actor: Actor): Pick<ForeseenAnswer, 'case' | 'name' | 'scheme'> {
  return { case: watches(actor) ? null : row.case, name: row.name, scheme: row.state.scheme }
}

function sourceOf({ scheme }: RunningEdition, id: string | undefined): ForeseenAnswer['source'] {
  const source = id === undefined ? undefined : scheme.sources[id]
  return source ? { title: source.title, certainty: source.certainty } : null
}

function may(house: House, actor: Actor, command: CaseCommand, state: CaseState, running: RunningEdition): boolean {
  const { editions, clock } = house
  const circumstances = {
    actor,
    now: clock.now(),
    today: clock.today(),
    running,
    calendar: editions.calendar(running.scheme.country),
    offices: { all: editions.allOffices(), byRole: editions.offices(state.scheme) },
    id: (purpose: string) => derivedId(state.case, purpose),
  }
  return mayAttempt(command, state, circumstances) === undefined
}
