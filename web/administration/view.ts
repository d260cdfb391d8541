import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { AccountAnswer, OfficeInAdministration } from '#contract/answers.ts'
import { roles } from '#domain/role.ts'

import { call, useReading, type Problem } from '../api.ts'
import type { Text } from '../i18n.ts'
import { refusalText } from '../refusal.ts'
import type { Option } from '../ui/Choice.tsx'

/** What every side of the administration is given. */
export type AdministrationView = {
  /** What is being changed: an id, or `new`. */
  readonly open: string | undefined
  readonly show: (open: string | undefined) => void
  readonly mayChange: boolean
}

export function useAccounts() {
  return useRows<AccountAnswer>('/api/accounts')
}

export function useAllOffices() {
  return useRows<OfficeInAdministration>('/api/administration/offices')
}

function useRows<T>(path: string) {
  const { data, problem, again } = useReading<{ rows: readonly T[] }>(path)
  return { rows: data?.rows, problem, again }
}

/** Sends a change; afterwards everything of the administration is read again. */
export function useChange() {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const change = async (method: 'POST' | 'PUT', path: string, body: object): Promise<boolean> => {
    setBusy(true)
    const answer = await call(method, path, body)
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    const ours = ['/api/accounts', '/api/administration', '/api/offices', '/api/session', '/api/committee-members']
    if (answer.ok)
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => ours.some((path) => String(queryKey[0]).startsWith(path)),
      })
    return answer.ok
  }
  return { change, busy, problem, forget: () => setProblem(undefined) }
}

/** The sentence under a field, when the problem is that field's. */
export function errorUnder(text: Text, problem: Problem | undefined, field: string): string | undefined {
  return problem?.field === field ? refusalText(text, problem) : undefined
}

/** Every role that a person can have, in words. */
export function roleOptions(text: Text): readonly Option[] {
  return roles.filter((role) => role !== 'system').map((role) => ({ id: role, title: text(`role.${role}`) }))
}
