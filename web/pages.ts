import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { Page } from '#contract/answers.ts'

import { call, problemFrom, ProblemError, type Problem } from './api.ts'

/** A list that is read page by page. Pages that were read stay, so that coming back shows the same place again. */
export type Pages<T> = {
  readonly rows: readonly T[] | undefined
  readonly problem: Problem | undefined
  readonly reading: boolean
  /** Reads the next page; undefined after the last one. */
  readonly more: (() => void) | undefined
  readonly again: () => void
}

/** Reads a keyset list: `path` with its filters, and the name under which the cursor of the next page is asked for. */
export function usePages<T>(path: string, cursor: 'after' | 'before' = 'after', enabled = true): Pages<T> {
  const query = useInfiniteQuery({
    queryKey: [path, 'pages'],
    enabled,
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<T>) => page.next,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await call<Page<T>>('GET', withCursor(path, cursor, pageParam), undefined, signal)
      if (!answer.ok) throw new ProblemError(answer.problem)
      return answer.value
    },
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data])
  return {
    rows,
    problem: query.error ? problemFrom(query.error) : undefined,
    reading: query.isFetching,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    again: () => void query.refetch(),
  }
}

function withCursor(path: string, cursor: string, value: string | null): string {
  if (value === null) return path
  return `${path}${path.includes('?') ? '&' : '?'}${cursor}=${encodeURIComponent(value)}`
}
