import { createContext, useContext, useEffect, type ReactNode } from 'react'

/** Something the palette can do from here. Titles are ready texts. */
export type Offer = {
  readonly id: string
  readonly title: string
  readonly help?: string
  readonly icon?: ReactNode
  readonly run: () => void
}

export type OfferBoard = {
  /** Puts a list on the board; returns the way to take it off. */
  readonly put: (offers: readonly Offer[]) => () => void
}

export const OfferContext = createContext<OfferBoard | undefined>(undefined)

/**
 * A screen's own commands, in the palette for as long as the screen is shown. Give a list that keeps its identity
 * (useMemo), or it is put up again at every drawing.
 */
export function useOffers(offers: readonly Offer[]): void {
  const board = useContext(OfferContext)
  useEffect(() => board?.put(offers), [board, offers])
}
