import { date, longText } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/**
 * A file comes back from the committee without a decision: to be worked on, or because its sitting was cancelled or had
 * no time for it. It may then be submitted again. Refusals: `file-not-submitted`, `date-ahead`, `date-too-early`.
 */
export const recallFile = caseCommand({
  name: 'recall-file',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator', 'committee-secretary'],
  stages: ['project', 'launch'],
  offices: ['custody', 'scheme'],
  fields: { on: date(), reason: longText() },
  when: ({ submission }) => (submission ? undefined : refuse('file-not-submitted')),
  decide(state, { on, reason }, circumstances) {
    if (!state.submission) return refuse('file-not-submitted')
    const refusal = dayOfAct(on, state, circumstances, state.submission.on)
    if (refusal) return refusal
    return accept({ events: [{ type: 'file-recalled', data: { sitting: state.submission.sitting, reason, on } }] })
  },
})
