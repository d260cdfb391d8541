import { liveQuery } from 'dexie'

import { openDevice, type Device } from './device.ts'
import type { OutboxEntry } from './entry.ts'
import { reduce, type Happening } from './queue.ts'

/** Where the entries of one person lie on this device. */
export type Shelf = {
  /** False when the browser gives no storage: entries then live as long as the page, and the screen says so. */
  readonly lasting: boolean
  /** Writes what a happening makes of the entries, as one step, and answers them. */
  happen(happening: Happening): Promise<readonly OutboxEntry[]>
  /** Told at once and at every change, also by another tab. Returns the way to stop. */
  watch(tell: (entries: readonly OutboxEntry[]) => void): () => void
}

/** The shelf of one person: on the device where it can be, else in the page. Others' entries are never read. */
export async function openShelf(user: string): Promise<Shelf> {
  const database = openDevice()
  try {
    await database.open()
    return onDevice(database, user)
  } catch {
    // A private window or a full disk: work goes on, and what it means is said where the entries are shown.
    return inPage()
  }
}

function onDevice(database: Device, user: string): Shelf {
  const mine = () => database.outbox.where('user').equals(user).toArray()
  return {
    lasting: true,
    happen: (happening) =>
      database.transaction('rw', database.outbox, async () => {
        const before = await mine()
        const after = reduce(before, happening)
        const kept = new Set(after.map((entry) => entry.id))
        const written = after.filter((entry) => !before.includes(entry))
        await database.outbox.bulkPut([...written])
        await database.outbox.bulkDelete(before.map((entry) => entry.id).filter((id) => !kept.has(id)))
        return after
      }),
    watch(tell) {
      const watching = liveQuery(mine).subscribe({ next: tell, error: (trouble) => console.error(trouble) })
      return () => watching.unsubscribe()
    },
  }
}

function inPage(): Shelf {
  let entries: readonly OutboxEntry[] = []
  const listeners = new Set<(entries: readonly OutboxEntry[]) => void>()
  return {
    lasting: false,
    happen(happening) {
      entries = reduce(entries, happening)
      for (const tell of listeners) tell(entries)
      return Promise.resolve(entries)
    },
    watch(tell) {
      listeners.add(tell)
      tell(entries)
      return () => void listeners.delete(tell)
    },
  }
}
