import { pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { stepsOf } from '../steps-of-case.ts'
import { caseCommand } from '../case-command.ts'
import { foreseenOf } from '../deadlines.ts'
import type { CaseEvent } from '../events.ts'
import { obligationsOf } from '../obligations.ts'
import type { CaseState } from '../state.ts'
import type { RunningEdition } from '../../scheme/rules.ts'
import type { Foreseen } from '../deadlines.ts'

/**
 * The system does what the edition says happens by itself once a deadline has passed. Done once, there is nothing left
 * to do: `nothing-passes` also when the step was done, paused or taken back meanwhile, and before its day.
 */
export const carryOutDeadline = caseCommand({
  name: 'carry-out-deadline',
  stream: 'case',
  kind: 'acts',
  roles: ['system'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['any'],
  fields: { step: pick('steps') },
  decide(state, { step }, { running, calendar, today }) {
    const owed = obligationsOf(state, running, calendar)
    const passing = foreseenOf(owed, state, running, calendar).find((each) => each.step === step)
    if (!passing || passing.on > today) return refuse('nothing-passes', { step }, 'step')
    const { act, dueOn } = passing
    const passed: CaseEvent = {
      type: 'deadline-passed',
      data: { step, act, dueOn, designated: state.operator?.office ?? null, on: today },
    }
    return accept({ events: [passed, consequence(passing, state, running, today)] })
  },
})

function consequence(passing: Foreseen, state: CaseState, running: RunningEdition, on: string): CaseEvent {
  if (passing.act === 'end-designation')
    return { type: 'designation-ended', data: { operator: state.operator?.office ?? '', on } }
  const closure = stepsOf(state, running).findLast(({ step }) => step.kind === 'closure')
  const data = { step: closure?.step.step ?? 'closure', on, reason: passing.closure ?? '', text: null }
  return { type: 'case-closed', data }
}
