import { longText } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { accreditationCommand } from '../decide.ts'

/** The operator gets no new cases until this is lifted, and why; those it has go on. */
export const suspendAccreditation = accreditationCommand({
  name: 'suspend-accreditation',
  kind: 'acts',
  states: ['accredited'],
  parts: ['programme'],
  fields: { reason: longText() },
  decide: (_state, { reason }, { today }) => accept([{ type: 'accreditation-suspended', data: { reason, on: today } }]),
})
