import type { CommitteeCommand } from '../decide.ts'
import { endMandate } from './end-mandate.ts'
import { giveMandate } from './give-mandate.ts'

const list: readonly CommitteeCommand[] = [giveMandate, endMandate]

export const committeeCommandNames: readonly string[] = list.map(({ name }) => name)

/** The table: a command by its name. */
export const committeeCommands: Readonly<Record<string, CommitteeCommand>> = Object.fromEntries(
  list.map((command) => [command.name, command]),
)
