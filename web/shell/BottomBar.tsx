import { useText } from '../i18n.ts'
import { join } from '../ui/classes.ts'
import { Account } from './Account.tsx'
import { isWithin } from './keys.ts'
import { follow } from './Rail.tsx'
import type { ShellProps } from './Shell.tsx'

const shown = 4

/** The same places under the thumb. What does not fit is in the menu at the end. */
export function BottomBar(props: ShellProps) {
  const text = useText()
  const { places, path, onGo } = props
  return (
    <nav
      aria-label={text('shell.places')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="flex">
        {places.slice(0, shown).map((place) => {
          const here = isWithin(path, place.path)
          const Icon = place.icon
          return (
            <li key={place.id} className="min-w-0 flex-1">
              <a
                href={place.path}
                onClick={(event) => follow(event, place.path, onGo)}
                aria-current={here ? 'page' : undefined}
                className={join(
                  'relative flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 text-small no-underline',
                  here ? 'bar-here font-strong text-ink' : 'text-ink-soft',
                )}
              >
                <Icon className={join('size-6 stroke-[1.5]', here && 'text-river')} aria-hidden="true" />
                <span className="max-w-full truncate">{text(place.title)}</span>
              </a>
            </li>
          )
        })}
        <li className="min-w-0 flex-1">
          <Account {...props} more={places.slice(shown)} bar />
        </li>
      </ul>
    </nav>
  )
}
