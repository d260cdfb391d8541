import type { SittingCommand } from '../decide.ts'
import { cancelSitting } from './cancel-sitting.ts'
import { changePresence } from './change-presence.ts'
import { closeSitting } from './close-sitting.ts'
import { declareInterest } from './declare-interest.ts'
import { liftInterest } from './lift-interest.ts'
import { moveSitting } from './move-sitting.ts'
import { nameMembers } from './name-members.ts'
import { openSitting } from './open-sitting.ts'
import { planSitting } from './plan-sitting.ts'
import { setQuorum } from './set-quorum.ts'
import { signMinutes } from './sign-minutes.ts'

/** Every command of a sitting, in the order of a meeting. */
const list: readonly SittingCommand[] = [
  planSitting,
  setQuorum,
  nameMembers,
  moveSitting,
  declareInterest,
  liftInterest,
  openSitting,
  changePresence,
  closeSitting,
  signMinutes,
  cancelSitting,
]

export const sittingCommandNames: readonly string[] = list.map(({ name }) => name)

/** The table: a command by its name. */
export const sittingCommands: Readonly<Record<string, SittingCommand>> = Object.fromEntries(
  list.map((command) => [command.name, command]),
)
