import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import type { FoundPerson } from '#contract/answers.ts'
import { personSchema, type PersonInput } from '#domain/field.ts'
import { readShape } from '#domain/input.ts'

import { call, ProblemError } from '../../api.ts'
import type { IntakeDraft } from './draft.ts'

export type Duplicates = {
  readonly found: readonly FoundPerson[]
  readonly looking: boolean
  /** It could not be checked: whoever opens the case must know. */
  readonly failed: boolean
  /** There is a name to look for. */
  readonly asked: boolean
  /** The answer is about what is typed now. */
  readonly settled: boolean
}

const pause = 700

/** People already known to the office who may be the person at hand; asked anew when the typing rests. */
export function useDuplicates({ people }: IntakeDraft): Duplicates {
  const principal = useResting(people[0], pause)
  const asked = principal !== undefined && isWhole(principal)
  const query = useQuery({
    queryKey: ['/api/duplicates', principal],
    enabled: asked,
    staleTime: 60_000,
    networkMode: 'always',
    queryFn: async ({ signal }) => {
      const answer = await call<{ rows: readonly FoundPerson[] }>('POST', '/api/duplicates', principal, signal)
      if (!answer.ok) throw new ProblemError(answer.problem)
      return answer.value.rows
    },
  })
  const isFresh = principal === people[0] && !query.isFetching
  return {
    found: query.data ?? none,
    looking: query.isFetching,
    failed: query.error !== null,
    asked,
    settled: isFresh && (!asked || query.isFetched),
  }
}

const none: readonly FoundPerson[] = []

/** The likenesses that nobody has compared yet. */
export function openDuplicates(found: readonly FoundPerson[], others: readonly string[]): readonly FoundPerson[] {
  return found.filter(({ person }) => !others.includes(person))
}

/** How alike, in three steps: the same steps by which the comparison itself is ordered. */
export function bandOf(score: number): 'certain' | 'likely' | 'possible' {
  if (score >= 0.98) return 'certain'
  return score >= 0.75 ? 'likely' : 'possible'
}

function isWhole(person: PersonInput): boolean {
  return (
    person.givenName.trim().length > 1 &&
    person.familyName.trim().length > 1 &&
    !readShape(personSchema, person).refused
  )
}

function useResting<T>(value: T, milliseconds: number): T {
  const [resting, setResting] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setResting(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return resting
}
