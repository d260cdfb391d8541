import type { Circumstances } from '../command.ts'
import { addWorkingDays } from '../calendar.ts'
import type { CountryCalendar } from '../holidays.ts'
import type { CommitteeRules, DecidingRule } from '../scheme/committee.ts'
import { committeeOf } from '../scheme/committee.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Procedure } from './events.ts'
import type { SittingState } from './state.ts'
import type { CommitteeGround } from './voters.ts'

/** By which rule this sitting decides: its own where one was set, else the edition's; undefined = nobody has said it. */
export function votingRule(
  { rule, committee }: Pick<SittingState, 'rule' | 'committee'>,
  { edition }: RunningEdition,
): { readonly decides: DecidingRule; readonly casting: boolean } | undefined {
  if (rule) return rule
  const rules = committeeOf(edition, committee)?.rules
  return rules === undefined || rules.decides === 'unknown'
    ? undefined
    : { decides: rules.decides, casting: rules.casting === 'yes' }
}

/** How many must take part: the sitting's own number, else the edition's; undefined = nobody has said it. */
export function quorumOfSitting(
  { quorum, committee }: Pick<SittingState, 'quorum' | 'committee'>,
  { edition }: RunningEdition,
): number | undefined {
  const known = quorum ?? committeeOf(edition, committee)?.quorum
  return typeof known === 'number' ? known : undefined
}

/** What a decision of a sitting may know of its committee. */
export function groundOf(
  { committee }: Pick<SittingState, 'committee'>,
  circumstances: Circumstances,
): CommitteeGround {
  const { running, today } = circumstances
  const { mandates = [] } = circumstances.committee ?? {}
  return { committee: committeeOf(running.edition, committee), mandates, today }
}

/** The day on which packs are frozen, by the committee's rule; null where no rule says it. */
export function cutOffBefore(on: string, rules: CommitteeRules | undefined, calendar: CountryCalendar): string | null {
  if (typeof rules?.cutOff !== 'number') return null
  return addWorkingDays(on, -rules.cutOff, calendar)
}

/** The last day for answers in writing, by the committee's rule; null where no rule says it. */
export function answerByFor(on: string, rules: CommitteeRules | undefined, calendar: CountryCalendar): string | null {
  if (typeof rules?.written.days !== 'number') return null
  return addWorkingDays(on, rules.written.days, calendar)
}

/** Whether the committee may decide in this way at all; what no source says the committee says itself. */
export function isPossible(procedure: Procedure, rules: CommitteeRules | undefined): boolean {
  return procedure === 'meeting' || rules?.written[procedure] !== 'no'
}
