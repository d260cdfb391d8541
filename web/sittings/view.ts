import type { AgendaFile } from '#contract/answers.ts'
import type { Refusal } from '#domain/outcome.ts'
import { committeeOf } from '#domain/scheme/committee.ts'

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
export function quorumOf({ answer, ground }: SittingFile, file?: AgendaFile): Quorum {
  const { present, members, quorum } = answer.sitting
  const ofEdition = committeeOf(ground.running.edition, answer.sitting.committee)?.quorum ?? 'unknown'
  const needed = quorum ?? (ofEdition === 'unknown' ? undefined : ofEdition)
  const voting = present.filter((member) => !file?.recused.includes(member)).length
  return {
    needed,
    present: present.length,
    members: members.length,
    voting,
    holds: needed !== undefined && voting >= needed,
  }
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
