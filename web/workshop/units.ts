import { useCallback, useMemo } from 'react'

import { priceUnits } from '#domain/project/price.ts'

import { useText } from '../i18n.ts'
import { bare } from '../ui/letters.ts'

/** What things are counted in: a code where it is a usual unit, else the adviser's own word. */
export type Units = {
  /** Usual units in the present language, for the list below the field. */
  readonly titles: readonly string[]
  readonly title: (unit: string) => string
  /** The code of a unit that was typed in any of our languages; otherwise the words as they are. */
  readonly read: (typed: string) => string
}

const codes = new Map(
  Object.entries(priceUnits).flatMap(([code, { fr, en, ar }]) =>
    [fr, en, ar].map((word) => [bare(word), code] as const),
  ),
)

export function useUnits(): Units {
  const { language } = useText()
  const title = useCallback((unit: string) => priceUnits[unit]?.[language] ?? unit, [language])
  return useMemo(
    () => ({
      titles: Object.values(priceUnits).map((words) => words[language]),
      title,
      read: (typed) => codes.get(bare(typed.trim())) ?? typed,
    }),
    [language, title],
  )
}
