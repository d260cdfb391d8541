import type { QueryClient } from '@tanstack/react-query'

import type { SittingAnswer } from '#contract/answers.ts'

import { presenceQuery } from '../session.ts'

type Moved = { readonly stream: string; readonly kind: string; readonly version: number }

/** What the tabs of one browser tell each other. */
type Told =
  | { readonly told: 'moved'; readonly moved: Moved }
  /** The connection was lost for a while: anything may have moved. */
  | { readonly told: 'gap' }
  /** Somebody signed in or changed seats in another tab: the connection is that of another office now. */
  | { readonly told: 'seat' }

/** Reads that count or list many streams: they are asked again a little later, once for a burst of changes. */
const gatherings = [
  '/api/cases?',
  '/api/home',
  '/api/tasks',
  '/api/counts',
  '/api/sittings',
  '/api/operators?',
  '/api/own-standings',
  '/api/operator-calls',
]
const gathering = 1_500

/**
 * Learns which streams of the office moved, and has the screens that show them read again under their own rights. One
 * tab of the browser holds the connection and tells the others: browsers allow few connections to one server.
 */
export function startLive(queries: QueryClient): () => void {
  const channel = new BroadcastChannel('homeward.live')
  const ending = new AbortController()
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let directoryTimer: ReturnType<typeof setTimeout> | undefined

  const hear = (told: Told): void => {
    if (told.told === 'moved' && told.moved.kind === 'directory') {
      // The server process behind this screen hears of it at the same moment and reads it first.
      directoryTimer ??= setTimeout(() => {
        directoryTimer = undefined
        readDirectoryAgain(queries)
      }, gathering)
    } else if (told.told === 'moved') {
      readAgain(queries, told.moved.stream, told.moved.version)
      clearTimeout(timer)
      timer = setTimeout(() => gatherAgain(queries), gathering)
    } else if (told.told === 'gap') {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isRead(queryKey) })
    } else {
      void queries.invalidateQueries({ queryKey: presenceQuery.queryKey })
      if (source) connect()
    }
  }
  const tellAll = (told: Told): void => {
    tell(channel, told)
    hear(told)
  }
  function connect(): void {
    source?.close()
    source = openSource(tellAll)
  }

  channel.addEventListener('message', ({ data }) => hear(data as Told))
  tell(channel, { told: 'seat' })
  void lead(ending.signal, connect)
  return () => {
    ending.abort()
    clearTimeout(timer)
    clearTimeout(directoryTimer)
    source?.close()
    channel.close()
  }
}

function tell(channel: BroadcastChannel, told: Told): void {
  // A channel reaches this origin only: it has no target to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage(told)
}

function openSource(say: (told: Told) => void): EventSource {
  const source = new EventSource('/api/live')
  let wasAway = false
  source.addEventListener('message', ({ data }) => say({ told: 'moved', moved: JSON.parse(String(data)) as Moved }))
  source.addEventListener('error', () => {
    wasAway = true
  })
  // The browser connects again by itself.
  source.addEventListener('open', () => {
    if (wasAway) say({ told: 'gap' })
    wasAway = false
  })
  return source
}

/** Runs `begin` once this tab is the one that leads, and leads until the end. Without locks every tab leads itself. */
async function lead(ending: AbortSignal, begin: () => void): Promise<void> {
  if (!('locks' in navigator)) return begin()
  const ended = new Promise<void>((resolve) => ending.addEventListener('abort', () => resolve(), { once: true }))
  try {
    await navigator.locks.request('homeward.live', { signal: ending }, () => {
      begin()
      return ended
    })
  } catch {
    // It was told to end before it came to lead.
  }
}

/** Everything about one stream is read again, unless the screen already has this version of it. */
export function readAgain(queries: QueryClient, stream: string, version?: number): void {
  const known = queries.getQueryData<{ case?: { version: number } }>([`/api/cases/${stream}`])
  const isKnown = version !== undefined && known?.case !== undefined && known.case.version >= version
  if (isKnown) return
  void queries.invalidateQueries({
    predicate: ({ queryKey, state }) => isAbout(queryKey, stream) || isSittingWith(queryKey, state.data, stream),
  })
}

/** A sitting shows what was decided on its files: it hears of them as soon as they do. */
function isSittingWith(queryKey: readonly unknown[], data: unknown, stream: string): boolean {
  if (!/^\/api\/sittings\/[0-9a-f-]{36}$/.test(String(queryKey[0]))) return false
  return (data as SittingAnswer | undefined)?.files.some((each) => each.case === stream) ?? false
}

function gatherAgain(queries: QueryClient): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => gatherings.some((path) => String(queryKey[0]).startsWith(path)),
  })
}

/** A scheme was published, or offices play other parts. What an edition says never changes; who plays in it does. */
function readDirectoryAgain(queries: QueryClient): void {
  const paths = ['/api/schemes', '/api/scheme-words', '/api/offices', '/api/committee-members']
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => paths.some((path) => String(queryKey[0]).startsWith(path)),
  })
}

function isAbout(queryKey: readonly unknown[], stream: string): boolean {
  const path = String(queryKey[0])
  // Who opened the file is asked when somebody looks at it: reading again is itself an opening.
  return path.startsWith('/api/') && path.includes(stream) && !path.endsWith('/readings')
}

function isRead(queryKey: readonly unknown[]): boolean {
  const path = String(queryKey[0])
  return path.startsWith('/api/') && path !== '/api/session' && !path.startsWith('/api/schemes/')
}
