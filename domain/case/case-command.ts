import type { Command } from '../command.ts'
import type { Fields } from '../field.ts'
import type { CaseCommand } from './decide.ts'
import type { CaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

/** Types a case command where it is written (so that `decide` knows its input), and forgets the input type for the table. */
export function caseCommand<const F extends Fields>(command: Command<CaseState, CaseEvent, F>): CaseCommand {
  return command as unknown as CaseCommand
}
