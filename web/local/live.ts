import type { QueryClient } from '@tanstack/react-query'

type Moved = { readonly stream: string; readonly kind: string; readonly version: number }

/** Reads that count or list many streams: they are asked again a little later, once for a burst of changes. */
const gatherings = ['/api/cases?', '/api/home', '/api/tasks', '/api/counts', '/api/sittings']
const gathering = 1_500

/**
 * Listens to which streams of the office moved, and has the screens that show them read again under their own rights.
 * The browser connects again by itself; after a gap everything that is shown is read again.
 */
export function startLive(queries: QueryClient): () => void {
  const source = new EventSource('/api/live')
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasAway = false
  source.addEventListener('message', ({ data }) => {
    const moved = JSON.parse(String(data)) as Moved
    readAgain(queries, moved.stream, moved.version)
    clearTimeout(timer)
    timer = setTimeout(() => gatherAgain(queries), gathering)
  })
  source.addEventListener('error', () => {
    wasAway = true
  })
  source.addEventListener('open', () => {
    if (wasAway) void queries.invalidateQueries({ predicate: ({ queryKey }) => isRead(queryKey) })
    wasAway = false
  })
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

/** Everything about one stream is read again, unless the screen already has this version of it. */
export function readAgain(queries: QueryClient, stream: string, version?: number): void {
  const known = queries.getQueryData<{ case?: { version: number } }>([`/api/cases/${stream}`])
  const isKnown = version !== undefined && known?.case !== undefined && known.case.version >= version
  if (isKnown) return
  void queries.invalidateQueries({ predicate: ({ queryKey }) => isAbout(queryKey, stream) })
}

function gatherAgain(queries: QueryClient): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => gatherings.some((path) => String(queryKey[0]).startsWith(path)),
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
