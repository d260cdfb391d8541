import type { Answer, Problem } from '../api.ts'
import { isOfSeat, type Draft, type OutboxEntry, type Seated } from './entry.ts'

/** What can happen to the entries of one person. Times are milliseconds. */
export type Happening =
  | { readonly happened: 'queued'; readonly draft: Draft }
  | { readonly happened: 'sending'; readonly id: string }
  | { readonly happened: 'sent'; readonly id: string; readonly result: Sent; readonly at: number }
  /** The network is back, the page is looked at again, or the program starts: nothing waits for its next try. */
  | { readonly happened: 'woke' }
  | { readonly happened: 'discarded'; readonly id: string }
  /** It was corrected and sent again as another command: the refused one has done its part. */
  | { readonly happened: 'replaced'; readonly id: string; readonly draft: Draft }
  | { readonly happened: 'swept'; readonly at: number }

/** What came of one try. */
export type Sent =
  | { readonly came: 'arrived'; readonly version: number }
  | { readonly came: 'refused'; readonly problem: Problem }
  | { readonly came: 'unreachable' }
  /** The session is over: it waits for its author to sign in, and no try is counted. */
  | { readonly came: 'signed-out' }

type Done = { readonly status: 'done'; readonly version: number }

const passing = new Set(['no-network', 'server-failed', 'answer-unreadable', 'unavailable', 'broken', 'too-many-tries'])

/** Reads the server's answer to a command. What another try may heal is `unreachable`; everything else is for its author. */
export function sentFrom(answer: Answer<Done>): Sent {
  if (answer.ok) return { came: 'arrived', version: answer.value.version }
  const { problem } = answer
  // It waits until its author sits in that seat again.
  if (problem.code === 'not-signed-in' || problem.code === 'seat-changed') return { came: 'signed-out' }
  const isPassing = problem.status === 0 || problem.status >= 500 || problem.status === 429 || passing.has(problem.code)
  return isPassing ? { came: 'unreachable' } : { came: 'refused', problem }
}

/** The entries after something happened. Pure; what changed is a new object, what did not is the same one. */
export function reduce(entries: readonly OutboxEntry[], happening: Happening): readonly OutboxEntry[] {
  switch (happening.happened) {
    case 'queued':
      return added(entries, happening.draft)
    case 'sending':
      return changed(entries, happening.id, (entry) => ({ ...entry, state: 'sending' }))
    case 'sent':
      return changed(entries, happening.id, (entry) => afterTry(entry, happening.result, happening.at))
    case 'woke':
      return entries.map((entry) => (isWaiting(entry) ? { ...entry, state: 'here', notBefore: 0 } : entry))
    case 'discarded':
      // What is on its way may have been done already: taking it back would be a lie.
      return entries.filter((entry) => entry.id !== happening.id || entry.state === 'sending')
    case 'replaced':
      return added(
        entries.filter((entry) => entry.id !== happening.id || entry.state !== 'needs-you'),
        happening.draft,
      )
    case 'swept':
      return entries.filter((entry) => entry.state !== 'arrived' || happening.at - (entry.arrivedAt ?? 0) < shownFor)
  }
}

/** Milliseconds that an entry is still shown after it arrived. */
export const shownFor = 20_000

function added(entries: readonly OutboxEntry[], draft: Draft): readonly OutboxEntry[] {
  if (entries.some((entry) => entry.id === draft.id)) return entries
  return [...entries, { ...draft, state: 'here', attempts: 0, notBefore: 0 }]
}

function changed(
  entries: readonly OutboxEntry[],
  id: string,
  change: (entry: OutboxEntry) => OutboxEntry,
): readonly OutboxEntry[] {
  return entries.map((entry) => (entry.id === id && isWaiting(entry) ? change(entry) : entry))
}

function afterTry(entry: OutboxEntry, result: Sent, at: number): OutboxEntry {
  switch (result.came) {
    case 'arrived':
      return { ...entry, state: 'arrived', version: result.version, arrivedAt: at }
    case 'refused':
      return { ...entry, state: 'needs-you', refusal: result.problem }
    case 'signed-out':
      return { ...entry, state: 'here' }
    case 'unreachable': {
      const attempts = entry.attempts + 1
      return { ...entry, state: 'here', attempts, notBefore: at + pause(attempts) }
    }
  }
}

/** Two seconds, then twice as long each time, at most a minute. */
export function pause(attempts: number): number {
  return Math.min(60_000, 1_000 * 2 ** Math.min(attempts, 10))
}

/** Still to be answered by the server. */
export function isWaiting({ state }: OutboxEntry): boolean {
  return state === 'here' || state === 'sending'
}

/** In the order in which they were made: ids of version 7 sort by time. */
export function inOrder(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  return entries.toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
}

/**
 * What to send now, or when to look again. Each stream goes in order: an entry waits for the one before it, also when
 * that one belongs to another seat of the same person. A refused one holds nobody up: the server judges what follows.
 */
export function nextToSend(
  entries: readonly OutboxEntry[],
  seat: Seated,
  now: number,
): { readonly entry: OutboxEntry | undefined; readonly lookAgainAt: number | undefined } {
  const streams = new Set<string>()
  let lookAgainAt: number | undefined
  for (const entry of inOrder(entries).filter(isWaiting)) {
    if (entry.user !== seat.user || streams.has(entry.stream)) continue
    streams.add(entry.stream)
    if (entry.state === 'sending' || !isOfSeat(entry, seat)) continue
    if (entry.notBefore <= now) return { entry, lookAgainAt: undefined }
    lookAgainAt = Math.min(lookAgainAt ?? entry.notBefore, entry.notBefore)
  }
  return { entry: undefined, lookAgainAt }
}
