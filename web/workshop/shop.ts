import { createContext, use } from 'react'

import type { Circumstances } from '#domain/command.ts'

import type { CaseWords } from '../case/case-words.ts'
import type { CaseFile } from '../local/case-file.ts'
import type { Activity } from './activities.ts'

/** What is around one project while it is worked out: its case, where it is, what the scheme gives, what can be chosen. */
export type Shop = {
  readonly file: CaseFile
  readonly words: CaseWords
  readonly circumstances: Circumstances
  /** The server cannot be reached: the case is as it was last read. */
  readonly stale: boolean
  readonly today: string
  readonly currency: string
  readonly regions: readonly { readonly id: string; readonly title: string }[]
  readonly activities: readonly Activity[]
  /** The most that the chosen aid gives here, in minor units; null where the sources say none. */
  readonly ceiling: { readonly amount: number; readonly rule: string } | null
}

export const ShopContext = createContext<Shop | undefined>(undefined)

export function useShop(): Shop {
  const shop = use(ShopContext)
  if (shop === undefined) throw new Error('no workshop around this')
  return shop
}
