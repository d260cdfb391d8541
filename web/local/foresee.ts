import type { CaseAnswer } from '#contract/answers.ts'
import { noCase } from '#domain/case/case.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'

import type { Ground } from './edition.ts'
import type { OutboxEntry } from './entry.ts'
import { judge } from './judge.ts'
import { inOrder, isWaiting } from './queue.ts'

/** An event that the server has not told of yet, with the entry that brings it about. */
export type PendingEvent = { readonly event: RecordedCaseEvent; readonly entry: OutboxEntry }

export type ForeseenFile = {
  readonly answer: CaseAnswer
  readonly pending: readonly PendingEvent[]
}

/** A file before the server has ever told of it. */
export function emptyFile(id: string): CaseAnswer {
  return { case: noCase(id), beneficiary: null, people: [], texts: {}, documents: [] }
}

/**
 * The file as it will be once everything on its way has arrived: each entry judged again, in order, on what the one
 * before it left. What is already in the file, and what would be refused by now, adds nothing.
 */
export function foresee(
  file: CaseAnswer,
  entries: readonly OutboxEntry[],
  ground: Ground,
  history?: readonly RecordedCaseEvent[],
): ForeseenFile {
  let answer = file
  const pending: PendingEvent[] = []
  for (const entry of inOrder(entries).filter((each) => counts(each, file.case.version))) {
    const command = caseCommands[entry.name]
    if (command === undefined) continue
    const { user, role, office } = entry
    const past = history && [...history, ...pending.map(({ event }) => event)]
    const outcome = judge(command, answer, entry.input, {
      ground,
      actor: { user, role, office },
      command: entry.id,
      now: entry.happenedAt,
      sitting: entry.sitting,
      history: past,
    })
    if (outcome.refused) continue
    answer = outcome.value.answer
    pending.push(...outcome.value.events.map((event) => ({ event, entry })))
  }
  return { answer, pending }
}

/**
 * Still on its way, or arrived but not yet in the file that was read. Once it has been on the wire, a file that moved on
 * may hold it already: then the file is believed, and nothing is counted twice.
 */
function counts(entry: OutboxEntry, version: number): boolean {
  if (entry.kind !== 'case') return false
  if (entry.state === 'arrived') return (entry.version ?? 0) > version
  const wasSent = entry.state === 'sending' || entry.attempts > 0
  return isWaiting(entry) && !(wasSent && version > entry.seen)
}
