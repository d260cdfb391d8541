import type { WorkingCalendar } from '../calendar.ts'
import type { Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import { aidOf, findStep } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { sameRules } from '../scheme/same-rules.ts'
import { stepDueOn } from './deadlines.ts'
import { stageOf } from './decide.ts'
import type { CaseEvent } from './events.ts'
import { factsOf } from './facts-of-case.ts'
import { ceilingOf } from './money-of-case.ts'
import { obligationsOf } from './obligations.ts'
import type { CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

/** What another edition can change on a case. */
export const editionChanges = [
  'stage',
  'step-added',
  'step-gone',
  'deadline',
  'eligibility',
  'aid-opening',
  'ceiling',
  'consent-asked',
] as const

/**
 * One thing that another edition changes on a case. `of` is the step, the aid, the purpose of a consent, or for a
 * deadline the key of what is owed; `before` and `after` are days, results, stages, or amounts in minor units, and null
 * where there is none. A step that goes keeps in `before` the day it was done on.
 */
export type EditionChange = {
  readonly change: (typeof editionChanges)[number]
  readonly of: string | null
  readonly before: string | number | null
  readonly after: string | number | null
}

/** A case with the edition it is on, and the one it would be on. */
export type EditionMove = {
  readonly state: CaseState
  readonly from: RunningEdition
  readonly to: RunningEdition
  /** When people work in the country where deadlines run. */
  readonly calendar: WorkingCalendar
}

/**
 * Why this case cannot be on that edition: nothing that a person was given or promised is taken away by a move, and a
 * committee decides by the rules that the file was made for. Refusals: `already-submitted`, `other-currency`,
 * `aid-not-in-edition`, `aid-closed-by-edition`, `amount-above-ceiling`, `tranche-not-in-edition`.
 */
export function editionRefusal(move: EditionMove): Refusal | undefined {
  const { state, from, to } = move
  const { aid, award, submission } = state
  const { edition } = to.edition
  const lost = award?.tranches.find(({ tranche, state: how }) => how !== 'paid' && !hasTranche(tranche, move))
  const opening = aidOpening(move)
  const ceiling = ceilings(move)
  return firstRefusal(
    submission !== null && refuse('already-submitted', { sitting: submission.sitting }),
    from.scheme.currency !== to.scheme.currency &&
      refuse('other-currency', { before: from.scheme.currency, after: to.scheme.currency, edition }),
    aid !== null && aidOf(to.edition, aid) === undefined && refuse('aid-not-in-edition', { aid, edition }),
    opening?.after === 'not-met' && refuse('aid-closed-by-edition', { aid, edition }),
    award !== null &&
      typeof ceiling?.after === 'number' &&
      award.amount > ceiling.after &&
      refuse('amount-above-ceiling', {
        amount: award.amount,
        ceiling: ceiling.after,
        rule: aidOf(to.edition, aid)?.ceiling ?? '',
        currency: to.scheme.currency,
      }),
    lost !== undefined && refuse('tranche-not-in-edition', { tranche: lost.tranche, edition }),
  )
}

/** The event of a move, as it is recorded; `reason` refers to the words. */
export function editionMoved(
  { state, to }: Pick<EditionMove, 'state' | 'to'>,
  said: { readonly reason: string; readonly on: string; readonly changes: readonly EditionChange[] },
): CaseEvent {
  return { type: 'edition-moved', data: { from: state.edition, to: to.edition.edition, ...said } }
}

/** A tranche that the earlier edition had as well; a sum that was granted in one piece has none of its own. */
function hasTranche(tranche: string, { state, from, to }: EditionMove): boolean {
  const of = ({ edition }: RunningEdition) => aidOf(edition, state.aid)?.tranches.map((each) => each.tranche) ?? []
  return of(to).includes(tranche) || !of(from).includes(tranche)
}

/** Everything that the other edition changes on this case, as the case stands; empty when it is all the same to it. */
export function changesBy(move: EditionMove): readonly EditionChange[] {
  return [stages(move), ...steps(move), ...deadlines(move), eligibility(move), aidOpening(move), ceilings(move)]
    .filter((each) => each !== undefined)
    .concat(consents(move))
}

type Value = EditionChange['before']

function changed(
  change: EditionChange['change'],
  of: string | null,
  before: Value,
  after: Value,
): EditionChange | undefined {
  return before === after ? undefined : { change, of, before, after }
}

function stages({ state, from, to }: EditionMove): EditionChange | undefined {
  return changed('stage', null, stageOf(state, from), stageOf(state, to))
}

function steps({ state, from, to, calendar }: EditionMove): EditionChange[] {
  const [had, has] = [from, to].map((running) => stepsOf(state, running).map(({ step }) => step))
  const isIn = (list: typeof had, id: string) => list?.some(({ step }) => step === id) === true
  return [
    ...(has ?? [])
      .filter(({ step }) => !isIn(had, step))
      .map((step) => ({
        change: 'step-added' as const,
        of: step.step,
        before: null,
        after: stepDueOn(step, state, calendar),
      })),
    ...(had ?? [])
      .filter(({ step }) => !isIn(has, step))
      .map(({ step }) => ({
        change: 'step-gone' as const,
        of: step,
        before: state.done[step] ?? null,
        after: null,
      })),
  ]
}

/** Days by which something is due: what is owed now, and the steps ahead whose clock runs already. */
function deadlines({ state, from, to, calendar }: EditionMove): (EditionChange | undefined)[] {
  const [had, has] = [dueDays(state, from, calendar), dueDays(state, to, calendar)]
  const isStepOfBoth = (key: string) =>
    [from, to].every(({ edition }) => findStep(edition, key.slice(stepKey.length)) !== undefined)
  return [...new Set([...had.keys(), ...has.keys()])]
    .filter((key) => !key.startsWith(stepKey) || isStepOfBoth(key))
    .map((key) => changed('deadline', key, had.get(key) ?? null, has.get(key) ?? null))
}

const stepKey = 'step:'

function dueDays(
  state: CaseState,
  running: RunningEdition,
  calendar: WorkingCalendar,
): ReadonlyMap<string, string | null> {
  const ahead = stepsOf(state, running)
    .map(({ step }) => step)
    .filter((step) => step.deadline !== undefined && state.done[step.step] === undefined)
    .map((step) => [`${stepKey}${step.step}`, stepDueOn(step, state, calendar)] as const)
  const owed = obligationsOf(state, running, calendar).map(({ key, dueOn }) => [key, dueOn] as const)
  return new Map([...ahead, ...owed])
}

function eligibility(move: EditionMove): EditionChange | undefined {
  const { state, from, to } = move
  const rules = [from.edition.eligibility, to.edition.eligibility] as const
  return changed('eligibility', null, ...results(move, rules, state))
}

function aidOpening(move: EditionMove): EditionChange | undefined {
  const { state, from, to } = move
  const [had, has] = [aidOf(from.edition, state.aid), aidOf(to.edition, state.aid)]
  if (!had || !has) return undefined
  return changed('aid-opening', state.aid, ...results(move, [had.opensWith, has.opensWith], state))
}

type Pair<T> = readonly [before: T, after: T]

function results({ from, to }: EditionMove, [before, after]: Pair<string>, state: CaseState): Pair<string | null> {
  if (before === after && sameRules(from, to, before)) return [null, null]
  return [from.rules.verdict(before, factsOf(state, from)).result, to.rules.verdict(after, factsOf(state, to)).result]
}

function ceilings({ state, from, to }: EditionMove): EditionChange | undefined {
  const [had, has] = [aidOf(from.edition, state.aid)?.ceiling, aidOf(to.edition, state.aid)?.ceiling]
  if (had === undefined || has === undefined) return undefined
  if (had === has && (had === 'unknown' || sameRules(from, to, had))) return undefined
  const [before, after] = [from, to].map((running) => ceilingOf(state, running)?.amount ?? null)
  return changed('ceiling', state.aid, before ?? null, after ?? null)
}

/** What the person must agree to from now on, and has not been asked. */
function consents({ state, from, to }: EditionMove): EditionChange[] {
  const required = ({ edition }: RunningEdition) =>
    edition.consents.filter((each) => each.required).map(({ purpose }) => purpose)
  return required(to)
    .filter((purpose) => !required(from).includes(purpose) && state.consents[purpose]?.given !== true)
    .map((purpose) => ({ change: 'consent-asked', of: purpose, before: null, after: null }))
}
