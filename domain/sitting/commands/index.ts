import type { SittingCommand } from '../decide.ts'
import { askQuestion } from './ask-question.ts'
import { callMembers } from './call-members.ts'
import { cancelSitting } from './cancel-sitting.ts'
import { castVote } from './cast-vote.ts'
import { changePresence } from './change-presence.ts'
import { closeSitting } from './close-sitting.ts'
import { closeVote } from './close-vote.ts'
import { declareInterest } from './declare-interest.ts'
import { freezePacks } from './freeze-packs.ts'
import { liftInterest } from './lift-interest.ts'
import { moveFile } from './move-file.ts'
import { moveSitting } from './move-sitting.ts'
import { nameMembers } from './name-members.ts'
import { nameProxy } from './name-proxy.ts'
import { openFile } from './open-file.ts'
import { openSitting } from './open-sitting.ts'
import { openVote } from './open-vote.ts'
import { planSitting } from './plan-sitting.ts'
import { produceLetters } from './produce-letters.ts'
import { recordAnswer } from './record-answer.ts'
import { recordHearing } from './record-hearing.ts'
import { recordPacks } from './record-packs.ts'
import { setAgenda } from './set-agenda.ts'
import { setQuorum } from './set-quorum.ts'
import { setVotingRule } from './set-voting-rule.ts'
import { signMinutes } from './sign-minutes.ts'
import { withdrawVote } from './withdraw-vote.ts'
import { writeMinutes } from './write-minutes.ts'

/** Every command of a sitting, in the order of a meeting. */
const list: readonly SittingCommand[] = [
  planSitting,
  setQuorum,
  setVotingRule,
  nameMembers,
  nameProxy,
  moveSitting,
  callMembers,
  setAgenda,
  moveFile,
  freezePacks,
  recordPacks,
  declareInterest,
  liftInterest,
  openSitting,
  changePresence,
  openFile,
  recordHearing,
  askQuestion,
  recordAnswer,
  openVote,
  castVote,
  closeVote,
  withdrawVote,
  closeSitting,
  writeMinutes,
  signMinutes,
  produceLetters,
  cancelSitting,
]

export const sittingCommandNames: readonly string[] = list.map(({ name }) => name)

/** The table: a command by its name. */
export const sittingCommands: Readonly<Record<string, SittingCommand>> = Object.fromEntries(
  list.map((command) => [command.name, command]),
)
