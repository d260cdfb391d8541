import { Command } from 'lucide-react'
import type { MouseEvent } from 'react'

import { useText } from '../i18n.ts'
import { join } from '../ui/classes.ts'
import { Wordmark } from '../ui/Mark.tsx'
import { Account } from './Account.tsx'
import { isWithin } from './keys.ts'
import type { ShellProps } from './Shell.tsx'

/** The places at the side of a wide screen, the seat one acts in at its foot. */
export function Rail(props: ShellProps & { readonly onPalette: () => void }) {
  const text = useText()
  const { places, path, onGo } = props
  return (
    <nav
      aria-label={text('shell.places')}
      className="sticky top-0 flex h-dvh flex-col border-e border-line px-3 py-4 max-lg:hidden"
    >
      <a
        href="/"
        onClick={(event) => follow(event, '/', onGo)}
        className="mb-6 rounded px-3 py-2 text-lead no-underline"
      >
        <Wordmark />
      </a>
      <ul className="grid gap-0.5">
        {places.map((place) => {
          const here = isWithin(path, place.path)
          const Icon = place.icon
          return (
            <li key={place.id}>
              <a
                href={place.path}
                onClick={(event) => follow(event, place.path, onGo)}
                aria-current={here ? 'page' : undefined}
                className={join(
                  'touch relative flex items-center gap-3 rounded px-3 text-ink no-underline hover:bg-sand-soft hover:text-ink',
                  here && 'rail-here font-strong',
                )}
              >
                <Icon
                  className={join('size-5 stroke-[1.5]', here ? 'text-river' : 'text-ink-soft')}
                  aria-hidden="true"
                />
                {text(place.title)}
              </a>
            </li>
          )
        })}
      </ul>
      <div className="mt-auto grid grid-cols-[minmax(0,1fr)] gap-1">
        <button
          type="button"
          onClick={props.onPalette}
          aria-keyshortcuts="Control+K"
          className="touch flex items-center gap-3 rounded px-3 text-ink-soft hover:bg-sand-soft hover:text-ink"
        >
          <Command className="size-5 shrink-0 stroke-[1.5]" aria-hidden="true" />
          <span className="flex-1 text-start">{text('shell.commands')}</span>
          <kbd className="shrink-0 rounded border border-line px-1.5 text-small whitespace-nowrap">
            <bdi>Ctrl K</bdi>
          </kbd>
        </button>
        <Account {...props} />
      </div>
    </nav>
  )
}

/** Ordinary links, so that a middle click opens a tab; an ordinary click stays in the page. */
export function follow(event: MouseEvent, path: string, onGo: (path: string) => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  onGo(path)
}
