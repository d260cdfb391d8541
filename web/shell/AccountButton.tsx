import { Ellipsis } from 'lucide-react'

import { useText } from '../i18n.ts'
import type { Session } from '../session.ts'

/** In the rail: who is here and in which seat. In the bottom bar: a word under a sign. */
export function accountButtonClass(bar: boolean): string {
  return bar
    ? 'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-1 text-small text-ink-soft'
    : 'flex w-full items-center gap-3 rounded px-3 py-2 text-start hover:bg-sand-soft'
}

export function AccountWords({ session, bar }: { session: Session; bar: boolean }) {
  const text = useText()
  if (bar) {
    return (
      <>
        <Ellipsis className="size-6 stroke-[1.5]" aria-hidden="true" />
        {text('shell.more')}
      </>
    )
  }
  return (
    <>
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center rounded-full bg-river-wash font-strong text-river"
      >
        {session.user.name.slice(0, 1)}
      </span>
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block truncate">
          <bdi>{session.user.name}</bdi>
        </span>
        <span className="mt-0.5 block text-small text-ink-soft">
          {text(`role.${session.seat.role}`)}
          <span className="block truncate">
            <bdi>{session.seat.office.name}</bdi>
          </span>
        </span>
      </span>
    </>
  )
}
