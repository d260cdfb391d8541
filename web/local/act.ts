import { useMemo } from 'react'
import { uuidv7 } from 'uuidv7'

import type { CaseAnswer, PersonAnswer } from '#contract/answers.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'
import type { SittingSummary } from '#domain/command.ts'
import type { OperatorsKnown } from '#domain/designation/question.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { CaseFile } from './case-file.ts'
import { useNow } from './clock.ts'
import { attemptRefusal, judge } from './judge.ts'
import { queue } from './outbox.ts'

/** What a command is judged on: a case as this screen knows it. */
export type Judged = Pick<CaseFile, 'id' | 'answer' | 'ground' | 'actor'>

export type More = {
  readonly sitting?: SittingSummary | undefined
  readonly target?: RunningEdition | undefined
  readonly operators?: OperatorsKnown | undefined
  readonly history?: readonly RecordedCaseEvent[] | undefined
  /** The refused entry that this one corrects. */
  readonly replaces?: string | undefined
}

/** Why this seat may not do it now, by command; an allowed one has no refusal. Computed once for each state of the case. */
export function useAttempts(file: Judged): ReadonlyMap<string, Refusal | undefined> {
  const { answer, ground, actor } = file
  const now = useNow()
  return useMemo(() => {
    const setting = { ground, actor, command: 'asked', now }
    return new Map(
      Object.values(caseCommands).map((command) => [command.name, attemptRefusal(command, answer.case, setting)]),
    )
  }, [answer.case, ground, actor, now])
}

/** May this seat do this now? Decides whether a button is there, and what is said where it is not. */
export function useAttempt(name: string, file: Judged): Refusal | undefined {
  return useAttempts(file).get(name)
}

/**
 * Judges a command here first. Refused: the refusal comes back and nothing was queued. Accepted: it lies in the outbox
 * and the screens show its outcome; the answer is the id of the command.
 */
export async function submit(file: Judged, name: string, input: Input, more: More = {}): Promise<Outcome<string>> {
  const command = caseCommands[name]
  if (command === undefined) return refuse('unknown-command', { name })
  const id = uuidv7()
  const now = new Date().toISOString()
  const { answer, ground, actor } = file
  const { replaces, ...known } = more
  const outcome = judge(command, answer, input, { ground, actor, command: id, now, ...known })
  if (outcome.refused) return outcome
  const draft = {
    id,
    ...actor,
    kind: 'case',
    name,
    stream: file.id,
    input,
    seen: answer.case.version,
    happenedAt: now,
    about: nameIn(outcome.value.answer),
    ...(known.sitting ? { sitting: known.sitting } : {}),
  } as const
  await queue(draft, replaces)
  return accept(id)
}

export type Input = Readonly<Record<string, unknown>>

/** The name of whom a case is about: an organisation, a group, or a person as they wish to be called. */
export function nameIn({ beneficiary, people }: CaseAnswer): string {
  if (beneficiary) return beneficiary.name
  const principal = people.find(({ relation }) => relation === 'principal') ?? people[0]
  return principal ? nameOf(principal) : ''
}

export function nameOf({ chosenName, givenName, familyName }: PersonAnswer): string {
  return chosenName ?? `${givenName} ${familyName}`.trim()
}
