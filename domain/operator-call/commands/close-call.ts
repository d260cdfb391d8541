import { longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { callCommand } from '../decide.ts'

/** Closes a call before its last day, and says why; who applied stays on the list. */
export const closeCall = callCommand({
  name: 'close-call',
  kind: 'acts',
  fields: { reason: longText() },
  decide: (_state, { reason }, { today }) => accept([{ type: 'call-closed', data: { reason, on: today } }]),
})
