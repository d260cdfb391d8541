import { enqueue } from '#db/jobs.ts'
import type { Transaction } from '#db/connect.ts'
import type { StoredEvent } from '#db/event-store.ts'
import type { CaseEventData } from '#domain/case/events.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

/**
 * What follows from an event outside the case: for every notice that the edition sends on it, a job in the same
 * transaction. The job reads the state again when it runs; it gets ids only.
 */
export function noticesFor(
  tx: Transaction,
  { stored, state, running }: { stored: readonly StoredEvent[]; state: CaseState; running: RunningEdition },
): Promise<unknown> {
  const jobs = stored.flatMap((event) =>
    running.edition.notices
      .filter((notice) => notice.on === event.type)
      .map((notice) => ({ case: state.case, notice: notice.notice, command: event.command, version: event.version })),
  )
  return Promise.all(jobs.map((job) => enqueue(tx, 'send-notice', job)))
}

/** A link that was decided on leaves by itself, unless somebody passes it on by hand. */
export function linksFor(tx: Transaction, stored: readonly StoredEvent[]): Promise<unknown> {
  const sent = stored.flatMap((event) => {
    if (event.type !== 'signing-link-sent') return []
    const { by, link, request } = event.data as CaseEventData['signing-link-sent']
    return by === 'by-hand' ? [] : [{ case: event.stream, command: event.command, link, request }]
  })
  return Promise.all(sent.map((job) => enqueue(tx, 'send-signing-link', job)))
}
