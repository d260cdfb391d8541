import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'

import type { Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import type { Seat, Session } from '../session.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { BottomBar } from './BottomBar.tsx'
import type { Offer } from './offers.tsx'
import type { OfficePlace } from './places.ts'
import { Rail } from './Rail.tsx'
import { SearchBox } from './SearchBox.tsx'
import { typingSomewhere } from './keys.ts'

const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })))

export type ShellProps = {
  readonly session: Session
  readonly places: readonly OfficePlace[]
  /** Where one is, to mark the place in the rail. */
  readonly path: string
  readonly offers: readonly Offer[]
  readonly problem?: Problem | undefined
  readonly children: ReactNode
  readonly onSignOut: () => void
  readonly onSeat: (seat: Seat) => void
  readonly onGo: (path: string) => void
  /** Left out while there is no list that could be searched. */
  readonly onSearch?: ((words: string) => void) | undefined
}

/** The frame of the office: places at the side (below on the phone), search on `/`, commands on Ctrl-K. */
export function Shell(props: ShellProps) {
  const text = useText()
  const search = useRef<HTMLInputElement>(null)
  const [palette, setPalette] = useState(false)

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault()
        setPalette(true)
      } else if (event.key === '/' && search.current && !typingSomewhere(event.target)) {
        event.preventDefault()
        search.current.focus()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const openPalette = (): void => setPalette(true)
  return (
    <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <a
        href="#content"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded bg-river px-4 py-2 text-on-river focus:translate-y-0"
        data-print="no"
      >
        {text('shell.skip')}
      </a>
      <Rail {...props} onPalette={openPalette} />
      <div className="min-w-0 pb-24 lg:pb-10 print:pb-0">
        {props.session.demonstration && (
          <p className="bg-sand px-4 py-1 text-center text-small sm:px-8" data-print="no">
            {text('shell.demonstration')}
          </p>
        )}
        {props.onSearch && <SearchBox ref={search} onSearch={props.onSearch} />}
        <main id="content" tabIndex={-1} className="mx-auto max-w-[72rem] px-4 py-6 outline-none sm:px-8 print:p-0">
          {props.problem && (
            <div className="mb-6">
              <ProblemNotice problem={props.problem} small />
            </div>
          )}
          {props.children}
        </main>
      </div>
      <BottomBar {...props} />
      {palette && (
        <Suspense>
          <Palette places={props.places} offers={props.offers} onGo={props.onGo} onClose={() => setPalette(false)} />
        </Suspense>
      )}
    </div>
  )
}
