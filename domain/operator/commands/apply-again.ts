import { accreditationCommand } from '../decide.ts'
import { applicationFields, applicationOf } from './application.ts'

/**
 * An organisation that was refused, or whose accreditation has ended, applies once more. What was known of it stays in
 * its history. Refusals: those of `applicationOf`.
 */
export const applyAgain = accreditationCommand({
  name: 'apply-again',
  kind: 'acts',
  states: ['refused', 'ended'],
  parts: ['operator', 'programme'],
  fields: applicationFields,
  decide: ({ office }, given, circumstances) => applicationOf(office, given, circumstances),
})
