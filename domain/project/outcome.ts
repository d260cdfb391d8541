import { aliveAfter } from '../case/alive.ts'
import type { CaseState } from '../case/state.ts'
import type { RunningEdition } from '../scheme/rules.ts'

/** What a case's project is, where, when it began and whether it lives. No identity. */
export type ProjectOutcome = {
  /** A sector of catalogue/reference. */
  readonly sector: string | null
  /** The activity of the last saved version. */
  readonly activity: string | null
  readonly region: string | null
  /** The day of the first payment. */
  readonly startedOn: string | null
  readonly aliveAt6: boolean | null
  readonly aliveAt12: boolean | null
  readonly closedOn: string | null
  /** The scheme's own reason. */
  readonly closedFor: string | null
}

/** The project of a case, once there is an idea of one. Pure, so that rows can be made again and checked from events. */
export function outcomeOf(state: CaseState, running: RunningEdition): ProjectOutcome | null {
  const activity = state.projects?.at(-1)?.activity ?? null
  if (state.idea === null && activity === null) return null
  return {
    sector: state.idea?.activity ?? null,
    activity,
    region: state.region,
    startedOn: state.award ? (state.marks['first-payment'] ?? null) : null,
    aliveAt6: aliveAfter(6, state, running),
    aliveAt12: aliveAfter(12, state, running),
    closedOn: state.closure?.on ?? null,
    closedFor: state.closure?.reason ?? null,
  }
}
