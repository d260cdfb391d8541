import { chosenFrom } from '../../designation/proposal.ts'
import { date, longText } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { thenOf } from '../../scheme/clock.ts'
import { findStep } from '../../scheme/journey.ts'
import type { RunningEdition } from '../../scheme/rules.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import type { CaseEvent } from '../events.ts'
import type { CaseState } from '../state.ts'

/**
 * What happened by itself is taken back, with a reason: the closed case goes on, the operator is designated again. It
 * does not happen by itself a second time. An operator is only designated again if it could be designated now. Refusals:
 * `nothing-to-undo`, `role-may-not` (the edition names who may), `date-ahead`, `date-too-early`, those of `chosenFrom`.
 */
export const undoDeadline = caseCommand({
  name: 'undo-deadline',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'programme-manager'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed'],
  offices: ['custody', 'scheme'],
  looksAtOperators: 'all',
  fields: { on: date(), reason: longText() },
  when(state, { actor, running }) {
    const passed = undoable(state)
    if (!passed) return refuse('nothing-to-undo')
    const allowed = undoer(passed, running)
    return allowed === actor.role ? undefined : refuse('role-may-not', { role: actor.role, allowed: [allowed] })
  },
  decide(state, { on, reason }, circumstances) {
    const passed = undoable(state)
    if (!passed) return refuse('nothing-to-undo')
    const refusal = firstRefusal(dayOfAct(on, state, circumstances, passed.on))
    if (refusal) return refusal
    const undone: CaseEvent = { type: 'deadline-undone', data: { step: passed.step, reason, on } }
    if (passed.act === 'close-case')
      return accept({ events: [undone, { type: 'case-reopened', data: { reason, on } }] })
    const { operators, running, today } = circumstances
    const operator = passed.designated ?? ''
    const chosen = operators && chosenFrom(operators, state, running, { operator, on, today })
    if (chosen?.refused) return { ...chosen, field: 'on' }
    const proposal = chosen?.value ? { proposal: chosen.value } : {}
    const data = { operator, reason, on, step: passed.step, ...proposal }
    return accept({ events: [undone, { type: 'operator-designated', data }] })
  },
})

/** The last thing that happened by itself, as long as it holds: nobody reopened the case or named another operator. */
function undoable({ byItself, status, operator }: CaseState): CaseState['byItself'][number] | undefined {
  const last = byItself.at(-1)
  if (!last || last.undone) return undefined
  const holds = last.act === 'close-case' ? status === 'closed' : status === 'open' && operator === null
  return holds ? last : undefined
}

/** Who may take it back: the role that the edition names; the coordinator where the step has gone with an edition. */
function undoer(
  { step, act }: Pick<CaseState['byItself'][number], 'step' | 'act'>,
  { edition }: RunningEdition,
): string {
  return thenOf(findStep(edition, step)?.step, act)?.undoneBy ?? 'coordinator'
}
