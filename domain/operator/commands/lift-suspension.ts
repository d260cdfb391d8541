import { longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { accreditationCommand } from '../decide.ts'

/** The operator can be named again, and why. */
export const liftSuspension = accreditationCommand({
  name: 'lift-suspension',
  kind: 'acts',
  states: ['suspended'],
  parts: ['programme'],
  fields: { reason: longText() },
  decide: (_state, { reason }, { today }) => accept([{ type: 'suspension-lifted', data: { reason, on: today } }]),
})
