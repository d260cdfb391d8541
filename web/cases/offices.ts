import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { officesQuery } from '../local/edition.ts'

/** The offices that a list of cases can be narrowed by: those that can have custody, and operators. */
export function useOfficesInPlay(): { readonly holders: readonly string[]; readonly operators: readonly string[] } {
  const { data } = useQuery(officesQuery)
  return useMemo(() => {
    const of = (...kinds: readonly string[]): string[] =>
      (data?.rows ?? []).filter(({ kind }) => kinds.includes(kind)).map(({ office }) => office)
    return { holders: of('agency', 'representation'), operators: of('operator') }
  }, [data])
}
