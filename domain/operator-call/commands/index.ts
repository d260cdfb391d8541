import type { CallCommand } from '../decide.ts'
import { closeCall } from './close-call.ts'
import { openCall } from './open-call.ts'

const list: readonly CallCommand[] = [openCall, closeCall]

export const callCommandNames: readonly string[] = list.map(({ name }) => name)

/** The table: a command by its name. */
export const callCommands: Readonly<Record<string, CallCommand>> = Object.fromEntries(
  list.map((command) => [command.name, command]),
)
