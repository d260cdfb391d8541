import { factsOf } from '../case/facts-of-case.ts'
import { ceilingOf } from '../case/money-of-case.ts'
import type { CaseState } from '../case/state.ts'
import { aidOf } from '../scheme/journey.ts'
import type { RunningEdition, Verdict } from '../scheme/rules.ts'

export const effectKinds = ['refused', 'aid-gone', 'aid-closed', 'above-ceiling', 'accepted', 'asks-more'] as const
export type EffectKind = (typeof effectKinds)[number]

/** What would be otherwise for a case that was, had the edition that is tried been in force. Amounts in minor units. */
export type Effect = {
  readonly case: string
  readonly kind: EffectKind
  /** The rules of the tried edition that say so, or for `asks-more` the facts that it asks besides. */
  readonly because: readonly string[]
  readonly amount?: number
  readonly ceiling?: number
}

/**
 * Judges what is recorded of a past case by the edition it has and by the one that is tried: refused or accepted
 * otherwise, without the aid it chose, above the ceiling, or not decided without more answers. Undefined when nothing of
 * that is so.
 */
export function effectOf(state: CaseState, before: RunningEdition, tried: RunningEdition): Effect | undefined {
  const [was, would] = [verdictOn(state, before), verdictOn(state, tried)]
  const effect = (kind: EffectKind, because: readonly string[], more = {}): Effect => ({
    case: state.case,
    kind,
    because,
    ...more,
  })
  if (would.result === 'not-met') return was.result === 'not-met' ? undefined : effect('refused', notMet(would))
  if (was.result === 'not-met') return effect('accepted', [])
  return (
    effectOnAid(state, before, tried, effect) ??
    (was.result === 'met' && would.result === 'not-known' ? effect('asks-more', would.missing) : undefined)
  )
}

type MakeEffect = (kind: EffectKind, because: readonly string[], more?: Partial<Effect>) => Effect

function effectOnAid(
  state: CaseState,
  before: RunningEdition,
  tried: RunningEdition,
  effect: MakeEffect,
): Effect | undefined {
  if (state.aid === null) return undefined
  const aid = aidOf(tried.edition, state.aid)
  if (!aid) return effect('aid-gone', [])
  const opens = tried.rules.verdict(aid.opensWith, factsOf(state, tried))
  if (opens.result === 'not-met' && !isClosed(state, before)) return effect('aid-closed', notMet(opens))
  const most = ceilingOf(state, tried)
  const amount = state.award?.amount
  if (amount === undefined || most === null || amount <= most.amount) return undefined
  const had = ceilingOf(state, before)
  if (had !== null && amount > had.amount) return undefined
  return effect('above-ceiling', [most.rule], { amount, ceiling: most.amount })
}

function verdictOn(state: CaseState, running: RunningEdition): Verdict {
  return running.rules.verdict(running.edition.eligibility, factsOf(state, running))
}

function isClosed(state: CaseState, running: RunningEdition): boolean {
  const aid = aidOf(running.edition, state.aid)
  return aid !== undefined && running.rules.verdict(aid.opensWith, factsOf(state, running)).result === 'not-met'
}

function notMet({ reasons }: Verdict): readonly string[] {
  return reasons.filter(({ result }) => result === 'not-met').map(({ rule }) => rule)
}
