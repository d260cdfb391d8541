import type { Circumstances } from '#domain/command.ts'

import type { CaseFile } from '../local/case-file.ts'
import type { Act, Attempts } from './acts.ts'
import type { CaseWords } from './case-words.ts'

/** One open case as its page shows it. */
export type CaseView = {
  readonly file: CaseFile
  readonly words: CaseWords
  readonly attempts: Attempts
  /** Who, when and on which ground: for what the domain derives from the case. */
  readonly circumstances: Circumstances
  /** Opens the form of an act; `again` names the refused entry that it corrects. */
  readonly begin: (act: Act, again?: string) => void
  readonly finish: () => void
}
