import { call, type Answer } from '../api.ts'
import type { OutboxEntry, Seated } from './entry.ts'
import { happen, listen, onKick, outbox } from './outbox.ts'
import { nextToSend, sentFrom, shownFor } from './queue.ts'

/** Told of each entry that arrived, so that the screens read again what it moved. */
export type Arrived = (entry: OutboxEntry) => void

/**
 * Sends what is in the outbox of this seat, in order, one at a time, until it is told to stop: at once when something
 * is put in, when the network comes back and when the page is looked at again; after a pause when a try failed.
 */
export function startSender(seat: Seated, arrived: Arrived): () => void {
  let working = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = (): void => void work()
  const wake = (): void => void happen(seat.user, { happened: 'woke' }).then(again)
  const seen = (): void => {
    if (document.visibilityState === 'visible') wake()
  }

  async function work(): Promise<void> {
    if (working || stopped) return
    working = true
    clearTimeout(timer)
    try {
      const free = await oneTabAtATime(() => sendAll(seat, arrived, () => stopped))
      if (!free) timer = setTimeout(again, busyPause)
    } finally {
      working = false
    }
    const { entry, lookAgainAt } = nextToSend(outbox().entries, seat, Date.now())
    if (stopped) return
    if (entry !== undefined) timer = setTimeout(again, shortPause)
    else if (lookAgainAt !== undefined) timer = setTimeout(again, lookAgainAt - Date.now())
  }

  const stopKicks = onKick(again)
  // Another tab may have put something in, and closed since.
  const stopListening = listen(() => {
    if (!working && nextToSend(outbox().entries, seat, Date.now()).entry) again()
  })
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', seen)
  wake()
  const sweeping = setInterval(() => sweep(seat.user), 60_000)
  return () => {
    stopped = true
    clearTimeout(timer)
    clearInterval(sweeping)
    stopKicks()
    stopListening()
    removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', seen)
  }
}

const busyPause = 3_000
const shortPause = 250

async function sendAll(seat: Seated, arrived: Arrived, isStopped: () => boolean): Promise<void> {
  let entries = await happen(seat.user, { happened: 'swept', at: Date.now() })
  for (;;) {
    const { entry } = nextToSend(entries, seat, Date.now())
    if (entry === undefined || isStopped()) return
    await happen(seat.user, { happened: 'sending', id: entry.id })
    const result = sentFrom(await post(entry))
    entries = await happen(seat.user, { happened: 'sent', id: entry.id, result, at: Date.now() })
    if (result.came === 'arrived') {
      arrived(entry)
      setTimeout(() => sweep(seat.user), shownFor + 500)
    }
    if (result.came === 'signed-out') return
  }
}

function post(entry: OutboxEntry): Promise<Answer<{ status: 'done'; version: number }>> {
  const { id, stream, input, seen, happenedAt, name, role, office } = entry
  return call('POST', `/api/commands/${name}`, { command: id, stream, input, seen, happenedAt, seat: { role, office } })
}

function sweep(user: string): void {
  void happen(user, { happened: 'swept', at: Date.now() })
}

/** Two tabs of one browser would send the same entry twice: harmless, because the id is the same, but noisy. */
async function oneTabAtATime(work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work()
    return true
  }
  return navigator.locks.request('homeward.outbox', { ifAvailable: true }, async (lock) => {
    if (lock) await work()
    return lock !== null
  })
}
