import type { WorkingCalendar } from '../calendar.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { stepDueOn } from './deadlines.ts'
import type { Obligation } from './obligations.ts'
import { officeFor } from './office-of-role.ts'
import { missingSignatures } from './signing.ts'
import type { CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

/** Each signature that is still missing, owed by whoever signs; for the person, by whoever works with them. */
export function signaturesOwed(state: CaseState, running: RunningEdition, calendar: WorkingCalendar): Obligation[] {
  const withPerson = state.operator?.accepted ? 'adviser' : 'coordinator'
  const roleOf = { beneficiary: withPerson, operator: 'adviser', office: 'coordinator' } as const
  return missingSignatures(state).map(({ signing, party }) => {
    const step = stepsOf(state, running).find((placed) => placed.step.step === signing.step)?.step
    return {
      key: `signature:${signing.request}:${party}`,
      kind: 'signature',
      step: signing.step,
      role: roleOf[party],
      office: officeFor(roleOf[party], state),
      opensOn: null,
      dueOn: step ? stepDueOn(step, state, calendar) : null,
      source: step?.deadline?.source ?? step?.source ?? null,
      ref: party,
    }
  })
}
