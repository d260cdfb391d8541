import type { Role } from '../role.ts'
import type { Ballot, SittingState } from './state.ts'
import { recusedFrom } from './voters.ts'

export type Reader = { readonly user: string; readonly role: Role }

/** Those who conduct the vote and count it. */
const counting: readonly Role[] = ['committee-secretary', 'committee-chair']

/**
 * The sitting as one reader may know it. Of a file that they stepped aside from nothing is left but their own declaration;
 * of a vote that is still open others see who has voted, and how only once it is closed. Readers at another office than
 * the committee's are told of `files` only, those that their office may open; null = all.
 */
export function sittingFor(
  state: SittingState,
  reader: Reader,
  files: readonly string[] | null = null,
): SittingState {
  const aside = new Set(state.interests.filter(({ member }) => member === reader.user).map((each) => each.case))
  const isOpen = (file: string) => !aside.has(file) && (files === null || files.includes(file))
  const isSeen = (each: { readonly case: string }) => isOpen(each.case)
  const { openFile, freezing } = state
  return {
    ...state,
    interests: state.interests.filter((each) => isSeen(each) || each.member === reader.user),
    agenda: state.agenda.filter(isSeen),
    packs: state.packs.filter(isSeen),
    freezing: freezing && { ...freezing, cases: freezing.cases.filter(isOpen) },
    openFile: openFile !== null && !isOpen(openFile) ? 'hidden' : openFile,
    hearings: state.hearings.filter(isSeen),
    questions: state.questions.filter(isSeen),
    ballots: state.ballots.filter(isSeen).map((ballot) => ballotFor(ballot, reader)),
    additions: state.additions.filter(({ part }) => part === 'general' || isOpen(part)),
  }
}

function ballotFor(ballot: Ballot, { user, role }: Reader): Ballot {
  if (ballot.closedAt !== null || counting.includes(role)) return ballot
  const cast = ballot.cast.map((each) =>
    each.member === user || each.by === user ? each : { ...each, says: 'hidden' as const },
  )
  return { ...ballot, cast }
}

/** May this user open the pack of a file of this sitting? Never who stepped aside from it: before, during or after. */
export function mayReadPack(state: SittingState, file: string, user: string): boolean {
  return !recusedFrom(state, file).includes(user)
}
