import type { StandingAnswer } from '#contract/operator-answers.ts'
import { accreditationCommands } from '#domain/operator/commands/index.ts'
import { mayAttemptAccreditation } from '#domain/operator/decide.ts'
import type { AccreditationCircumstances } from '#domain/operator/decide.ts'

import type { ListWords } from '../cases/list-words.ts'
import { useToday } from '../local/clock.ts'
import type { Ground } from '../local/edition.ts'
import { useSession } from '../session.ts'

/** One standing as its page shows it, and what this person may do with it now. */
export type StandingView = {
  readonly answer: StandingAnswer
  readonly ground: Ground
  readonly words: ListWords
  readonly today: string
  /** The figures open to cases: for those who may open any. */
  readonly opens: boolean
  may(command: string): boolean
  /** Opens the form of a command; `of` is what it is about. */
  begin(command: string, of?: string): void
  /** What a reference stands for; undefined when the words were erased. */
  said(reference: string | null | undefined): string | undefined
}

export function useStandingView(
  answer: StandingAnswer | undefined,
  ground: Ground | undefined,
  words: ListWords,
  begin: StandingView['begin'],
): StandingView | undefined {
  const session = useSession()
  const today = useToday()
  if (!answer || !ground || !session) return undefined
  const { user, seat } = session
  const circumstances: AccreditationCircumstances = {
    actor: { user: user.id, role: seat.role, office: seat.office.id },
    today,
    running: ground.running,
    offices: ground.offices,
    committed: answer.use.committed,
    id: (purpose) => purpose,
  }
  return {
    answer,
    ground,
    words,
    today,
    opens: seat.role !== 'payment-approver',
    may(name) {
      const command = accreditationCommands[name]
      return command !== undefined && mayAttemptAccreditation(command, answer.standing, circumstances) === undefined
    },
    begin,
    said: (reference) => (reference == null ? undefined : answer.texts[reference]),
  }
}
