import { noCase } from '../case/case.ts'
import type { CaseState } from '../case/state.ts'
import { stepsOf } from '../case/steps-of-case.ts'
import { allSteps } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'

/** What an operator is told of a case that it is asked to take on, before it answers. No name, no fact, no story. */
export type Packet = {
  /** The person agreed that an operator is told of them: then also the next two are said. */
  readonly shared: boolean
  /** In which the person can be spoken to, ISO 639; null = not said, or not to be said. */
  readonly language: string | null
  /** How many people belong to the case; null = not to be said. */
  readonly household: number | null
}

/** The consent under which an operator may be told more before it accepts. */
const operatorConsent = 'share-with-operator'

export function packetOf(state: CaseState, languages: readonly string[]): Packet {
  const shared = state.consents[operatorConsent]?.given === true
  if (!shared) return { shared, language: null, household: null }
  const household = state.members.filter(({ relation }) => relation !== 'contact').length
  return { shared, language: languages[0] ?? null, household }
}

/**
 * The case as far as an asked operator may know it: where it stands, which aid, trade and region, who answers for it, and
 * why this operator was named. Everything else is as in a case of which nothing is known.
 */
export function stateForAsked(state: CaseState, running: RunningEdition): CaseState {
  const { version, status, scheme, edition, registeredOn, custody, region, aid, done, marks, pauses, operator } = state
  // Whether a step is asked for may rest on facts: those that are not asked for look done, and no fact shows.
  const asked = new Set(stepsOf(state, running).map(({ step }) => step.step))
  const left = allSteps(running.edition).filter(({ step }) => !asked.has(step.step))
  const without = Object.fromEntries(left.map(({ step }) => [step.step, registeredOn]))
  return {
    ...noCase(state.case),
    version,
    status,
    scheme,
    edition,
    registeredOn,
    custody,
    region,
    aid,
    done: { ...without, ...done },
    marks,
    pauses: pauses.map((pause) => ({ ...pause, reason: '' })),
    operator: operator && {
      office: operator.office,
      accepted: operator.accepted,
      since: operator.since,
      reason: operator.reason,
    },
    idea: state.idea && { ...state.idea, text: '' },
  }
}
