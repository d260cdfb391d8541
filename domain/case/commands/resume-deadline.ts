import { date, pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { pauseOf } from '../deadlines.ts'

/** A deadline that stood still runs again. Refusals: `not-paused`, `date-ahead`, `date-too-early`. */
export const resumeDeadline = caseCommand({
  name: 'resume-deadline',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'programme-manager'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'scheme'],
  fields: { step: pick('paused-deadlines'), on: date() },
  when: ({ pauses }) => (pauses.some(({ until }) => until === null) ? undefined : refuse('not-paused')),
  decide(state, { step, on }, circumstances) {
    const paused = pauseOf(step, state)
    if (!paused) return refuse('not-paused', { step }, 'step')
    const refusal = dayOfAct(on, state, circumstances, paused.from)
    if (refusal) return refusal
    return accept({ events: [{ type: 'deadline-resumed', data: { step, on } }] })
  },
})
