import { useQuery, type QueryKey } from '@tanstack/react-query'

/**
 * Why a call gave nothing: a refusal of the rules, or a trouble of the way. `code` is the key in refusal.json.
 * `status` 0 means that the server was not reached at all.
 */
export type Problem = {
  readonly code: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly field?: string
  readonly status: number
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Only for TanStack Query, whose way of saying no is to throw. `problem` is the same value. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * One call to our own server, JSON both ways, never throwing: a refusal, a lost network and an unreadable answer are
 * values. An aborted call is the one exception, because nobody waits for its answer any more.
 */
export async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? { accept: 'application/json' } : jsonHeaders,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (trouble) {
    if (signal?.aborted) throw trouble
    return { ok: false, problem: { code: 'no-network', status: 0 } }
  }
  const read = await readBody(response)
  if (response.ok && read.readable) return { ok: true, value: read.body as T }
  const problem = problemOf(response, read.body)
  if (problem.code === 'not-signed-in') for (const listener of signedOutListeners) listener(problem)
  return { ok: false, problem }
}

const jsonHeaders = { accept: 'application/json', 'content-type': 'application/json' }
const signedOutListeners = new Set<(problem: Problem) => void>()

/** Told whenever any call learns that the session is over. Returns the way to stop listening. */
export function onSignedOut(listener: (problem: Problem) => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** Options for a read by path: `useQuery(reading<CaseList>('/api/cases?…'))`, `queryClient.ensureQueryData(…)`. */
export function reading<T>(path: string) {
  return {
    queryKey: [path] as QueryKey,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<T> => {
      const answer = await call<T>('GET', path, undefined, signal)
      if (!answer.ok) throw new ProblemError(answer.problem)
      return answer.value
    },
  }
}

/** A read in a component. Keeps the last good data when a later try fails, and says both. */
export function useReading<T>(path: string): {
  data: T | undefined
  problem: Problem | undefined
  reading: boolean
  again: () => void
} {
  const query = useQuery(reading<T>(path))
  return {
    data: query.data,
    problem: query.error ? problemFrom(query.error) : undefined,
    reading: query.isFetching,
    again: () => void query.refetch(),
  }
}

/** The problem behind anything that was thrown. */
export function problemFrom(trouble: unknown): Problem {
  return trouble instanceof ProblemError ? trouble.problem : { code: 'page-failed', status: 0 }
}

async function readBody(response: Response): Promise<{ readable: boolean; body: unknown }> {
  if (response.status === 204) return { readable: true, body: undefined }
  try {
    return { readable: true, body: await response.json() }
  } catch {
    return { readable: false, body: undefined }
  }
}

function problemOf(response: Response, body: unknown): Problem {
  const status = response.status
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
    const { code, facts, field } = body as { code: string; facts?: Record<string, unknown>; field?: string }
    return { code, status, ...(facts ? { facts } : {}), ...(field ? { field } : {}) }
  }
  if (status === 429) return { code: 'too-many-tries', status }
  if (status === 404) return { code: 'not-found', status }
  return { code: response.ok ? 'answer-unreadable' : 'server-failed', status }
}
