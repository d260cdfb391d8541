import { date, optional, pick, picks, text } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/**
 * A group met: which of its participants were there, entered once for all of them. Naming an earlier session puts this
 * list in its place. Refusals: `date-ahead`, `date-too-early`.
 */
export const recordSession = caseCommand({
  name: 'record-session',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['project', 'launch', 'monitoring'],
  beneficiaries: ['group'],
  fulfils: 'session',
  stepRole: 'any',
  again: true,
  offices: ['custody', 'operator'],
  fields: { title: text(), present: picks('members'), on: date(), session: optional(pick('sessions')) },
  decide(state, { title, present, on, session: named }, circumstances) {
    const earlier = state.sessions.find(({ session }) => session === named)
    const step = stepToFulfil(recordSession, state, circumstances, earlier?.step)
    if (step.refused) return step
    const refusal = dayOfAct(on, state, circumstances)
    if (refusal) return refusal
    const session = named ?? circumstances.id('session')
    const data = { step: step.value.step, on, session, title, present: [...new Set(present)] }
    return accept({ events: [{ type: 'session-recorded', data }] })
  },
})
