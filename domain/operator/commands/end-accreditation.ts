import { longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { accreditationCommand } from '../decide.ts'

/** The accreditation ends today, and why. The organisation can apply again; its cases are for the coordinator to move. */
export const endAccreditation = accreditationCommand({
  name: 'end-accreditation',
  kind: 'acts',
  states: ['accredited', 'suspended'],
  parts: ['programme'],
  fields: { reason: longText() },
  decide: (_state, { reason }, { today }) => accept([{ type: 'accreditation-ended', data: { reason, on: today } }]),
})
