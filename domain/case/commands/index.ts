import type { CaseCommand } from '../decide.ts'
import { acceptCustody } from './accept-custody.ts'
import { chooseAid } from './choose-aid.ts'
import { designateOperator } from './designate-operator.ts'
import { giveVerdict } from './give-verdict.ts'
import { handOverCustody } from './hand-over-custody.ts'
import { recordAssessment } from './record-assessment.ts'
import { recordFacts } from './record-facts.ts'
import { registerCase } from './register-case.ts'
import { returnCustody } from './return-custody.ts'

/** Every command of a case, in the order of the journey. Doors, forms, rights and texts are derived from this list. */
const list: readonly CaseCommand[] = [
  registerCase,
  recordFacts,
  recordAssessment,
  giveVerdict,
  chooseAid,
  handOverCustody,
  acceptCustody,
  returnCustody,
  designateOperator,
]

export const caseCommandNames: readonly string[] = list.map(({ name }) => name)

/** The table: a command by its name. */
export const caseCommands: Readonly<Record<string, CaseCommand>> = Object.fromEntries(
  list.map((command) => [command.name, command]),
)
