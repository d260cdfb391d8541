import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import type { FoundPerson } from '#contract/answers.ts'
import { beneficiarySchema, personSchema, type BeneficiaryInput, type PersonInput } from '#domain/field.ts'
import { readShape } from '#domain/input.ts'
import type { BeneficiaryKind } from '#domain/scheme/beneficiary.ts'

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

/** Who is already known to the office and may be the person or organisation at hand; asked anew when the typing rests. */
export function useDuplicates({ people, beneficiary }: IntakeDraft, kind: BeneficiaryKind): Duplicates {
  // Groups are alike on purpose: the same course, again and again.
  const typed = kind === 'person' ? people[0] : kind === 'organisation' ? beneficiary : undefined
  const subject = useResting(typed, pause)
  const asked = subject !== undefined && isWhole(subject)
  const query = useQuery({
    queryKey: ['/api/duplicates', subject],
    enabled: asked,
    staleTime: 60_000,
    networkMode: 'always',
    queryFn: async ({ signal }) => {
      const answer = await call<{ rows: readonly FoundPerson[] }>('POST', '/api/duplicates', subject, signal)
      if (!answer.ok) throw new ProblemError(answer.problem)
      return answer.value.rows
    },
  })
  const isFresh = subject === typed && !query.isFetching
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

function isWhole(subject: PersonInput | BeneficiaryInput): boolean {
  if ('name' in subject) return subject.name.trim().length > 1 && !readShape(beneficiarySchema, subject).refused
  const person = subject
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
