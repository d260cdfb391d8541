import { randomUUID } from 'node:crypto'

import pg from 'pg'

/** A stream moved; ids only. */
export type Change = {
  readonly stream: string
  readonly kind: string
  readonly version: number
  readonly offices: readonly string[]
}

export type Changes = {
  publish(change: Change): void
  watch(office: string, tell: (change: Change) => void): () => void
  close(): Promise<void>
}

/** Watched by every server process instead of an office: schemes or the offices' parts in them are others now. */
export const everyServer = 'every server'

/** Tells the server processes to read schemes and offices again. */
export const directoryChange: Change = { stream: '', kind: 'directory', version: 0, offices: [everyServer] }

const gap: Change = { stream: '', kind: 'gap', version: 0, offices: [] }

const channel = 'homeward_change'
const gathering = 40
/** PostgreSQL takes 8,000 bytes a notification. */
const mostBytes = 7_500

/**
 * Carries changes to every server process on the same database. Told after the commit and gathered for a moment: a
 * notification inside each transaction would make all commits wait for one another.
 */
export async function openChanges(url: string): Promise<Changes> {
  const origin = randomUUID()
  const watchers = new Map<string, Set<(change: Change) => void>>()
  let waiting: Change[] = []
  let timer: NodeJS.Timeout | undefined
  let client: pg.Client | undefined
  let closed = false

  function tell(change: Change): void {
    for (const office of change.offices) for (const each of watchers.get(office) ?? []) each(change)
  }
  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url })
    fresh.on('error', () => undefined)
    fresh.on('end', () => {
      if (!closed) setTimeout(() => void connect().catch(() => undefined), 1_000)
    })
    fresh.on('notification', ({ payload }) => {
      const { from, changes } = JSON.parse(payload ?? '{}') as { from: string; changes: Change[] }
      if (from !== origin) changes.forEach(tell)
    })
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    // What was told while nobody listened is lost, so everybody is told that there was a gap.
    if (client) for (const set of watchers.values()) for (const each of set) each(gap)
    client = fresh
  }
  async function send(): Promise<void> {
    timer = undefined
    const batch = waiting
    waiting = []
    for (const part of partsOf(batch)) {
      const payload = JSON.stringify({ from: origin, changes: part })
      await client?.query('select pg_notify($1, $2)', [channel, payload]).catch(() => undefined)
    }
  }
  await connect()
  return {
    publish(change) {
      tell(change)
      waiting.push(change)
      timer ??= setTimeout(() => void send(), gathering)
    },
    watch(office, each) {
      const set = watchers.get(office) ?? new Set()
      watchers.set(office, set.add(each))
      return () => void set.delete(each)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}

function partsOf(changes: readonly Change[]): Change[][] {
  const parts: Change[][] = []
  let size = mostBytes
  for (const change of changes) {
    const length = JSON.stringify(change).length + 1
    if (size + length > mostBytes) {
      parts.push([])
      size = 100
    }
    parts.at(-1)?.push(change)
    size += length
  }
  return parts
}
