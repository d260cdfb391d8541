import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { Activity as ActivityFile } from '#domain/project/activity.ts'

import { reading } from '../api.ts'
import { useText } from '../i18n.ts'

/** A template with its name in the present language. */
export type Activity = { readonly id: string; readonly title: string; readonly file: ActivityFile }

const hour = 3_600_000

/** The templates of activities, kept as long as the page is open: also where the network ends. */
export function useActivities(): readonly Activity[] {
  const { language } = useText()
  const { data } = useQuery({
    ...reading<{ rows: readonly ActivityFile[] }>('/api/activities'),
    staleTime: hour,
    gcTime: Infinity,
  })
  return useMemo(
    () => (data?.rows ?? []).map((file) => ({ id: file.activity, title: file.title[language], file })),
    [data, language],
  )
}
