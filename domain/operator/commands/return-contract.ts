import { longText } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { accreditationCommand } from '../decide.ts'

/** A contract, or its change, that nobody confirmed is taken off the table, and why. Refusal: `nothing-proposed`. */
export const returnContract = accreditationCommand({
  name: 'return-contract',
  kind: 'acts',
  states: ['accredited', 'suspended'],
  parts: ['approver'],
  fields: { reason: longText() },
  when: ({ proposed }) => (proposed ? undefined : refuse('nothing-proposed')),
  decide: (_state, { reason }, { today }) => accept([{ type: 'contract-returned', data: { reason, on: today } }]),
})
