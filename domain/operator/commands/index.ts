import type { AccreditationCommand } from '../decide.ts'
import { amendContract } from './amend-contract.ts'
import { applyAgain } from './apply-again.ts'
import { approveContract } from './approve-contract.ts'
import { assessApplication } from './assess-application.ts'
import { decideAccreditation } from './decide-accreditation.ts'
import { declareConflict } from './declare-conflict.ts'
import { endAccreditation } from './end-accreditation.ts'
import { liftConflict } from './lift-conflict.ts'
import { liftSuspension } from './lift-suspension.ts'
import { renewAccreditation } from './renew-accreditation.ts'
import { returnContract } from './return-contract.ts'
import { signContract } from './sign-contract.ts'
import { submitApplication } from './submit-application.ts'
import { suspendAccreditation } from './suspend-accreditation.ts'
import { updateSheet } from './update-sheet.ts'

/** Every command of an organisation's standing, in the order of its life. */
const list: readonly AccreditationCommand[] = [
  submitApplication,
  assessApplication,
  decideAccreditation,
  signContract,
  amendContract,
  approveContract,
  returnContract,
  updateSheet,
  declareConflict,
  liftConflict,
  renewAccreditation,
  suspendAccreditation,
  liftSuspension,
  endAccreditation,
  applyAgain,
]

export const accreditationCommandNames: readonly string[] = list.map(({ name }) => name)

/** The table: a command by its name. */
export const accreditationCommands: Readonly<Record<string, AccreditationCommand>> = Object.fromEntries(
  list.map((command) => [command.name, command]),
)
