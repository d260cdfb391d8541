import { useQuery } from '@tanstack/react-query'

import { schemesQuery } from '../local/case-file.ts'
import { useGround, type Ground } from '../local/edition.ts'

export type OverseenScheme = { readonly scheme: string; readonly edition: string }

/** The schemes in which this seat oversees operators; undefined while they are on their way. */
export function useOverseenSchemes(): readonly OverseenScheme[] | undefined {
  const rows = useQuery(schemesQuery).data?.rows
  return rows?.filter(({ current, ours }) => current && ours).map(({ scheme, edition }) => ({ scheme, edition }))
}

/** The edition of a scheme that is in force. */
export function useCurrentGround(scheme: string | undefined): Ground | undefined {
  const rows = useQuery(schemesQuery).data?.rows
  const current = rows?.find((each) => each.scheme === scheme && each.current)
  return useGround(current?.scheme ?? '', current?.edition ?? '')
}
