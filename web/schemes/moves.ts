import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { EditionMoveAnswer } from '#contract/move-answers.ts'

import { call, reading, type Problem } from '../api.ts'

const soon = 1_000

/** Whether the worker is at it: then its progress is asked for again and again. */
export function isAtWork({ state }: EditionMoveAnswer): boolean {
  return state === 'previewing' || state === 'moving'
}

export function pathOfMoves(scheme: string): string {
  return `/api/schemes/${encodeURIComponent(scheme)}/moves`
}

/** The moves of a scheme, newest first; undefined while they are on their way. */
export function useMoves(scheme: string): readonly EditionMoveAnswer[] | undefined {
  const { data } = useQuery({
    ...reading<{ rows: readonly EditionMoveAnswer[] }>(pathOfMoves(scheme)),
    refetchInterval: ({ state }) => (state.data?.rows.some(isAtWork) ? soon : false),
  })
  return data?.rows
}

/** Sends what is to be done with a move; afterwards the moves of the scheme are read again. */
export function useMoveAct(scheme: string) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const act = async (path: string, body?: object): Promise<boolean> => {
    setBusy(true)
    const answer = await call('POST', path, body)
    setProblem(answer.ok ? undefined : answer.problem)
    await queries.invalidateQueries({ queryKey: [pathOfMoves(scheme)] })
    setBusy(false)
    return answer.ok
  }
  return { act, busy, problem }
}
