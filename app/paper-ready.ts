import type { PrintablePaperAnswer } from '#contract/answers.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { letterKinds } from './ports.ts'
import type { LetterKind } from './ports.ts'

/** What a letter cannot be written without: the moments of a case that bring it about. */
export type MissingForLetter = PrintablePaperAnswer['missing'][number]

export type PrintablePaper = Omit<PrintablePaperAnswer, 'changed'> & { readonly letter: LetterKind }

/** What this letter still needs, in the order in which a case comes to it; empty when it can be printed. */
export function missingFor(letter: LetterKind, state: CaseState, { edition }: RunningEdition): MissingForLetter[] {
  const needs: Readonly<Record<LetterKind, readonly MissingForLetter[]>> = {
    'project-sheet': ['idea'],
    'decision-letter': ['committee-decision'],
    'commitment-contract': ['award'],
  }
  const here: Readonly<Record<MissingForLetter, boolean>> = {
    idea: state.idea !== null,
    'committee-decision': state.decisions.length > 0 && edition.committees !== undefined,
    award: state.award !== null,
  }
  return needs[letter].filter((need) => !here[need])
}

/** The papers of the case's edition that Homeward writes itself, and what each still needs. */
export function printablePapers(state: CaseState, running: RunningEdition): PrintablePaper[] {
  return running.edition.papers.flatMap(({ paper, letter }) => {
    const kind = letterKinds.find((each) => each === letter)
    return kind ? [{ paper, letter: kind, missing: missingFor(kind, state, running) }] : []
  })
}

/** One of them, ready to print. Refusals: `unknown-choice` and `paper-not-ready` with what is missing. */
export function paperToPrint(paper: string, state: CaseState, running: RunningEdition): Outcome<PrintablePaper> {
  const found = printablePapers(state, running).find((each) => each.paper === paper)
  if (!found) return refuse('unknown-choice', { value: paper }, 'paper')
  return found.missing.length === 0 ? accept(found) : refuse('paper-not-ready', { paper, missing: found.missing })
}
