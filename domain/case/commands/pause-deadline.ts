import { date, longText, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { findStep } from '../../scheme/journey.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { pauseOf, begunDeadlines, stepDueOn } from '../deadlines.ts'

/**
 * The deadline of a step stands still from a day on, for a reason: the due date moves by the time until it is resumed.
 * Refusals: `no-deadline` (the step has none, or it has not begun), `already-paused`, `already-done`, `deadline-over`
 * (what is late stays late), `date-ahead`, `date-too-early`.
 */
export const pauseDeadline = caseCommand({
  name: 'pause-deadline',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'programme-manager'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'scheme'],
  when: (state, { running, calendar }) =>
    begunDeadlines(state, running, calendar).length > 0 ? undefined : refuse('no-deadline'),
  fields: { step: pick('deadlines'), on: date(), reason: longText() },
  decide(state, { step: id, on, reason }, circumstances) {
    const step = findStep(circumstances.running.edition, id)?.step
    const paused = pauseOf(id, state)
    if (paused) return refuse('already-paused', { step: id, on: paused.from }, 'step')
    const due = step ? stepDueOn(step, state, circumstances.calendar) : null
    if (step?.deadline === undefined || due === null) return refuse('no-deadline', { step: id }, 'step')
    const began = state.done[step.deadline.after] ?? state.marks[step.deadline.after]
    const last = state.pauses.findLast((each) => each.step === id)?.until ?? began
    const refusal = firstRefusal(
      state.done[id] !== undefined && refuse('already-done', { step: id }, 'step'),
      on > due && refuse('deadline-over', { step: id, dueOn: due }, 'on'),
      dayOfAct(on, state, circumstances, last),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'deadline-paused', data: { step: id, reason, on } }] })
  },
})
