import type { AgendaFile } from '#contract/answers.ts'
import type { Refusal } from '#domain/outcome.ts'
import { committeeOf, type Committee, type DecidingRule } from '#domain/scheme/committee.ts'
import { quorumOfSitting, votingRule } from '#domain/sitting/rules.ts'
import type { Ballot } from '#domain/sitting/state.ts'
import { takingPart, votersOf, type Voter } from '#domain/sitting/voters.ts'

import type { ListWords } from '../cases/list-words.ts'
import type { SittingFile } from '../local/sitting-file.ts'
import { isolated } from '../message.ts'
import type { SittingSearch } from './route.ts'

/** One sitting as its page shows it. */
export type SittingView = {
  readonly file: SittingFile
  readonly words: ListWords
  readonly attempts: ReadonlyMap<string, Refusal | undefined>
  /** The file on the table and its number on the agenda; undefined while the agenda is empty. */
  readonly current: { readonly file: AgendaFile; readonly number: number } | undefined
  readonly search: SittingSearch
  /** Changes what the address says; what is left out goes. */
  readonly show: (search: SittingSearch) => void
}

export type Quorum = {
  /** How many must vote; undefined where nobody has said it yet. */
  readonly needed: number | undefined
  readonly present: number
  readonly members: number
  /** Those present who did not step aside from the file. */
  readonly voting: number
  readonly holds: boolean
}

/** Whether the sitting can decide, on a file or in general. The decision itself is judged by the domain. */
export function quorumOf(sitting: SittingFile, file?: AgendaFile): Quorum {
  const { answer, ground, summary } = sitting
  const { members } = answer.sitting
  const needed = quorumOfSitting(answer.sitting, ground.running)
  const here = takingPart(answer.sitting)
  // In writing those who answer make the quorum: until then all who may vote can still do so.
  const isMeeting = answer.sitting.procedure === 'meeting'
  const asked = (of: string): readonly string[] =>
    votersFor(sitting, of, answer.sitting.on).flatMap(({ member, by }) => (member === by ? [member] : []))
  const known = isMeeting ? summary.files.find((each) => each.case === file?.case)?.voting : file && asked(file.case)
  const voting = known?.length ?? here.filter((member) => !file?.recused.includes(member)).length
  return {
    needed,
    present: answer.sitting.present.length,
    members: members.length,
    voting,
    holds: needed !== undefined && voting >= needed,
  }
}

/** The committee that meets, as the edition knows it. */
export function committeeIn({ answer, ground }: SittingFile): Committee | undefined {
  return committeeOf(ground.running.edition, answer.sitting.committee)
}

/** By which rule this sitting decides; undefined = nobody has said it, and decisions are only written down. */
export function ruleOf({ answer, ground }: SittingFile): { decides: DecidingRule; casting: boolean } | undefined {
  return votingRule(answer.sitting, ground.running)
}

/** Who may vote on a file now, and through whom. */
export function votersFor(file: SittingFile, of: string, today: string): readonly Voter[] {
  const { sitting, sheet } = file.answer
  return votersOf(sitting, of, { committee: committeeIn(file), mandates: sheet.mandates, today })
}

/** The last proposal on a file that was not taken back. */
export function ballotOn({ answer }: SittingFile, of: string): Ballot | undefined {
  return answer.sitting.ballots.findLast((each) => each.case === of && each.result !== 'withdrawn')
}

/** Is this seat one that conducts the sitting? */
export function conducts({ actor }: SittingFile): boolean {
  return actor.role === 'committee-secretary' || actor.role === 'committee-chair'
}

export function memberName({ answer }: SittingFile, { text }: Pick<ListWords, 'text'>, account: string): string {
  return answer.members.find((member) => member.account === account)?.name ?? text('sittings.former-member')
}

export function mayDo(name: string, attempts: SittingView['attempts']): boolean {
  return attempts.has(name) && attempts.get(name) === undefined
}

/** Several members in one sentence. Each name keeps its own direction. */
export function memberNames(file: SittingFile, words: Pick<ListWords, 'text'>, accounts: readonly string[]): string {
  const names = accounts.map((account) => isolated(memberName(file, words, account)))
  return new Intl.ListFormat(words.text.locale, { type: 'conjunction' }).format(names)
}
