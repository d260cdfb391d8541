import type { Circumstances } from '../command.ts'
import type { Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import type { Committee } from '../scheme/committee.ts'
import { committeeOf } from '../scheme/committee.ts'
import { aidOf, findStep } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Edition } from '../scheme/scheme.ts'
import { textNeeded } from './checks.ts'
import { aboveCeiling, aidNotOpen } from './money-of-case.ts'
import { requestedIn } from './state.ts'
import type { CaseState } from './state.ts'

export const outcomes = ['select', 'select-for-less', 'postpone', 'refuse', 'absent'] as const
export type DecisionOutcome = (typeof outcomes)[number]

/**
 * What the sitting's vote and packs allow: only the file on the table, only what the last vote adopted, only what was
 * frozen where packs were. A person who did not come is noted without a vote. Refusals: `file-not-open`, `vote-open`,
 * `vote-needed`, `vote-says-otherwise`, `pack-not-frozen`.
 */
export function voteRefusal(
  { outcome, amount }: Pick<Decision, 'outcome' | 'amount'>,
  state: CaseState,
  { sitting, running }: Circumstances,
): Refusal | undefined {
  const file = sitting?.files.find((each) => each.case === state.case)
  const { vote = null, pack = null } = file ?? {}
  const { procedure = 'meeting', openFile = null } = sitting ?? {}
  const decides = committeeOfFile(state, running)?.rules?.decides ?? 'unknown'
  const isVoted = sitting?.votes === true || decides !== 'unknown'
  const said = { outcome: vote?.outcome, amount: vote?.amount, result: vote?.result }
  const isAdopted = vote?.result === 'adopted'
  const isSame = vote?.outcome === outcome && vote.amount === (amount ?? null)
  const isElsewhere = procedure === 'meeting' && openFile !== null && openFile !== state.case
  return firstRefusal(
    isElsewhere && refuse('file-not-open', { open: openFile }, 'sitting'),
    sitting?.frozen === true && pack === null && refuse('pack-not-frozen', { case: state.case }, 'sitting'),
    vote?.result === null && refuse('vote-open', { case: state.case }, 'outcome'),
    vote === null && isVoted && outcome !== 'absent' && refuse('vote-needed', { decides }, 'outcome'),
    vote !== null &&
      !(isAdopted && isSame) &&
      !(outcome === 'absent' && !isAdopted) &&
      refuse('vote-says-otherwise', said, vote.outcome === outcome && isAdopted ? 'amount' : 'outcome'),
  )
}

/**
 * Why this sitting cannot decide on this case now: it must be in progress, hold the file, be the actor's own, and have
 * its quorum without those who stepped aside. Where the edition gives no quorum, the sitting must carry one.
 */
export function sittingRefusal(
  id: string,
  state: CaseState,
  { sitting, actor, running }: Circumstances,
): Refusal | undefined {
  if (sitting === undefined || sitting.sitting !== id) return refuse('no-such-sitting', { sitting: id }, 'sitting')
  const file = sitting.files.find((each) => each.case === state.case)
  if (state.submission?.sitting !== id || file === undefined) return refuse('not-on-agenda', { sitting: id }, 'sitting')
  const { recused } = file
  const quorum = sitting.quorum ?? committeeOfFile(state, running)?.quorum ?? 'unknown'
  const voting = (file.voting ?? sitting.present.filter((member) => !recused.includes(member))).length
  return firstRefusal(
    sitting.office !== actor.office && refuse('not-your-sitting', { office: sitting.office }, 'sitting'),
    sitting.state !== 'open' && refuse('sitting-not-open', { sitting: id, state: sitting.state }, 'sitting'),
    recused.includes(actor.user) && refuse('recused', { member: actor.user }),
    quorum === 'unknown' && refuse('quorum-not-set', { sitting: id }, 'sitting'),
    typeof quorum === 'number' &&
      voting < quorum &&
      refuse('no-quorum', { quorum, voting, present: sitting.present.length, recused: recused.length }, 'sitting'),
  )
}

/** The committee that decides at a step; the first one where the step does not say it. */
export function committeeOfStep(edition: Edition, step: string): Committee | undefined {
  return committeeOf(edition, findStep(edition, step)?.step.committee ?? null)
}

/** The committee that made a decision. */
export function committeeOfDecision(
  edition: Edition,
  { step, committee }: Pick<CaseState['decisions'][number], 'step' | 'committee'>,
): Committee | undefined {
  return committee === undefined ? committeeOfStep(edition, step) : committeeOf(edition, committee)
}

/** The committee before which the file lies: that of its step, or the one that an appeal goes to. */
export function committeeOfFile(state: CaseState, { edition }: RunningEdition): Committee | undefined {
  const { submission, appeal = null } = state
  if (submission === null) return undefined
  return appeal?.committee ? committeeOf(edition, appeal.committee) : committeeOfStep(edition, submission.step)
}

export type Decision = {
  readonly outcome: DecisionOutcome
  readonly amount: number | undefined
  readonly text: string | undefined
}

/** Whether outcome, amount and words of a decision fit together, the file and the edition. */
export function decisionRefusal(
  { outcome, amount, text }: Decision,
  state: CaseState,
  running: RunningEdition,
): Refusal | undefined {
  const possible = committeeOfFile(state, running)?.outcomes ?? outcomes
  if (!possible.includes(outcome)) return refuse('outcome-not-possible', { outcome, possible }, 'outcome')
  if (outcome === 'select' || outcome === 'select-for-less')
    return grantRefusal(amount, state, running, outcome === 'select-for-less')
  return firstRefusal(
    amount !== undefined && refuse('no-amount-here', { outcome }, 'amount'),
    (outcome === 'postpone' || outcome === 'refuse') && textNeeded(text, 'text', { outcome }),
  )
}

/** Whether the aid is open, and the bounds of an amount that is granted: above zero, not above the request, not above the ceiling. */
export function grantRefusal(
  amount: number | undefined,
  state: CaseState,
  running: RunningEdition,
  less = false,
): Refusal | undefined {
  const { currency } = running.scheme
  const requested = requestedIn(state)
  const aid = aidOf(running.edition, state.aid)
  if (amount === undefined) return refuse('amount-needed', {}, 'amount')
  return firstRefusal(
    aid && aidNotOpen(aid, state, running),
    amount === 0 && refuse('amount-zero', {}, 'amount'),
    requested !== null &&
      amount > requested &&
      refuse('amount-above-request', { amount, requested, currency }, 'amount'),
    less &&
      requested !== null &&
      amount === requested &&
      refuse('amount-not-less', { amount, requested, currency }, 'amount'),
    aboveCeiling(amount, state, running, 'amount'),
  )
}
