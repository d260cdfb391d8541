import type { FileVote, SittingFile, SittingSummary } from '../command.ts'
import type { SittingState } from './state.ts'
import type { CommitteeGround } from './voters.ts'
import { recusedFrom, votersOf } from './voters.ts'

type More = Partial<CommitteeGround> & { readonly next?: SittingSummary['next'] }

/** What a case's decision needs of the sitting; `files` are the cases that were submitted to it. */
export function summaryOf(state: SittingState, files: readonly string[], more: More = {}): SittingSummary {
  const { sitting, scheme, committee, office, status, on, quorum, present, procedure, openFile, rule, packs } = state
  return {
    sitting,
    scheme,
    committee,
    office,
    state: status,
    on,
    quorum,
    present,
    files: files.map((file) => fileOf(state, file, more)),
    procedure,
    openFile,
    votes: rule !== null,
    frozen: packs.length > 0,
    next: more.next ?? null,
  }
}

function fileOf(state: SittingState, file: string, { today = state.on, ...ground }: More): SittingFile {
  const vote = voteOn(state, file)
  const pack = state.packs.find((each) => each.case === file)?.hash ?? null
  const base = { case: file, recused: recusedFrom(state, file), vote, pack }
  if (state.procedure !== 'meeting') return { ...base, voting: answered(state, file) }
  // Whoever votes through a proxy is not there, and makes no quorum.
  const voters = votersOf(state, file, { ...ground, today })
  return { ...base, voting: voters.filter(({ member, by }) => member === by).map(({ member }) => member) }
}

/** The last proposal on a file that was put to the vote. */
function voteOn({ ballots }: SittingState, file: string): FileVote | null {
  const last = ballots.findLast((each) => each.case === file && each.result !== 'withdrawn')
  if (!last || last.result === 'withdrawn') return null
  return { vote: last.vote, outcome: last.outcome, amount: last.amount, result: last.result }
}

/** In writing, those make the quorum who answered before the vote was closed. */
function answered({ ballots }: SittingState, file: string): readonly string[] {
  return ballots.findLast((each) => each.case === file && each.closedAt !== null)?.present ?? []
}
