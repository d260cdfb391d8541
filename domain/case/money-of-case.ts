import { allocate, money } from '../money.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { accept, refuse } from '../outcome.ts'
import { aidOf } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Aid } from '../scheme/scheme.ts'
import { factsOf } from './facts-of-case.ts'
import type { CaseState } from './state.ts'

/** The most that the chosen aid gives in this case, in minor units, and the rule that says so; null when not known. */
export function ceilingOf(
  state: CaseState,
  running: RunningEdition,
): { readonly amount: number; readonly rule: string } | null {
  const aid = aidOf(running.edition, state.aid)
  if (aid === undefined || aid.ceiling === 'unknown') return null
  const { amount } = running.rules.amount(aid.ceiling, factsOf(state, running))
  return amount === null ? null : { amount: amount.amount, rule: aid.ceiling }
}

/** `amount-above-ceiling` with ceiling, currency and rule; nothing where the sources give no ceiling. */
export function aboveCeiling(
  amount: number,
  state: CaseState,
  running: RunningEdition,
  field: string,
): Refusal | undefined {
  const ceiling = ceilingOf(state, running)
  if (ceiling === null || amount <= ceiling.amount) return undefined
  const { currency } = running.scheme
  return refuse('amount-above-ceiling', { amount, ceiling: ceiling.amount, rule: ceiling.rule, currency }, field)
}

/** `aid-not-open` with the reasons, when the rule that opens the aid is known not to be met. */
export function aidNotOpen(aid: Aid, state: CaseState, running: RunningEdition, field?: string): Refusal | undefined {
  const { result, reasons } = running.rules.verdict(aid.opensWith, factsOf(state, running))
  if (result !== 'not-met') return undefined
  const rules = reasons.filter((reason) => reason.result === 'not-met').map((reason) => reason.rule)
  return refuse('aid-not-open', { aid: aid.aid, rule: aid.opensWith, rules, reasons }, field)
}

export type TrancheAmount = { readonly tranche: string; readonly amount: number }

/**
 * Splits an award into the tranches of the aid: exact shares, units left over to the largest remainders, so that the
 * parts sum to the award. Refuses `amount-too-small` when a tranche would be empty.
 */
export function tranchesFor(amount: number, aid: Aid, currency: string): Outcome<readonly TrancheAmount[]> {
  if (aid.tranches.length === 0) return accept([{ tranche: 'whole', amount }])
  const shares = aid.tranches.map((each) => each.share)
  const parts = allocate(money(amount, currency), shares)
  if (parts.some((part) => part.amount === 0)) return refuse('amount-too-small', { amount, currency }, 'amount')
  return accept(aid.tranches.map(({ tranche }, index) => ({ tranche, amount: parts[index]?.amount ?? 0 })))
}

/** The tranches of what is granted on the chosen aid; none when nothing is. Refuses as `tranchesFor` does. */
export function grantedTranches(
  amount: number | undefined,
  state: CaseState,
  { edition, scheme }: RunningEdition,
): Outcome<readonly TrancheAmount[]> {
  const aid = aidOf(edition, state.aid)
  return amount === undefined || aid === undefined ? accept([]) : tranchesFor(amount, aid, scheme.currency)
}
