import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { caseQuery } from '../local/case-file.ts'
import { typingSomewhere } from '../shell/keys.ts'
import type { SittingView } from './view.ts'

export type Turning = {
  readonly number: number
  readonly count: number
  /** To the file before or after; undefined where there is none. */
  readonly previous: (() => void) | undefined
  readonly next: (() => void) | undefined
}

/**
 * Turning from file to file, by buttons and by the arrow keys, in the direction of the language. The next file is
 * fetched while this one is read, so that nobody waits between two of them.
 */
export function useTurning({ file, current, search, show, words }: SittingView): Turning {
  const { files } = file.answer
  const at = (current?.number ?? 1) - 1
  const to = (index: number): (() => void) | undefined => {
    const other = files[index]
    return other && (() => show({ ...search, file: other.case }))
  }
  const previous = to(at - 1)
  const next = to(at + 1)
  const { direction } = words.text
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (!isPlain || event.defaultPrevented || typingSomewhere(event.target)) return
      if (event.target instanceof HTMLElement && event.target.closest('[role="dialog"], [role="menu"]')) return
      const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
      const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
      if (event.key === forward) next?.()
      else if (event.key === back) previous?.()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  const queries = useQueryClient()
  const coming = files[at + 1]?.case
  useEffect(() => {
    if (coming !== undefined) void queries.prefetchQuery(caseQuery(coming))
  }, [queries, coming])
  return { number: at + 1, count: files.length, previous, next }
}
