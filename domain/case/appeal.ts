import { addDays } from '../calendar.ts'
import type { CommitteeRules } from '../scheme/committee.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Text } from '../scheme/scheme.ts'
import { committeeOfDecision } from './committee.ts'
import type { CaseState } from './state.ts'

/** How the last decision on a case can be contested; undefined = there is none that could be. */
export type AppealRule = {
  /** The day of the decision. */
  readonly against: string
  /** The last day for contesting it; null = no source says it. */
  readonly until: string | null
  /** The other committee that decides on it; null = the same. */
  readonly committee: string | null
  readonly isPossible: boolean
  /** What the person does, in the words of the scheme; null = no source says it. */
  readonly how: Text | null
}

/** The last decision of a committee that gave less than was asked for, and what its committee's rules say about contesting it. */
export function appealOf(state: CaseState, { edition }: RunningEdition): AppealRule | undefined {
  const last = state.decisions.at(-1)
  if (!last || last.outcome === 'select' || last.outcome === 'absent') return undefined
  const appeal: CommitteeRules['appeal'] = committeeOfDecision(edition, last)?.rules?.appeal ?? 'unknown'
  const known = typeof appeal === 'object' ? appeal : undefined
  const until = typeof known?.days === 'number' ? addDays(last.on, known.days) : null
  return {
    against: last.on,
    until,
    committee: known?.to ?? null,
    isPossible: appeal !== 'none',
    how: known?.how ?? null,
  }
}
