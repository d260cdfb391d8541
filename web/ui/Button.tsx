import type { ReactNode } from 'react'

import { join } from './classes.ts'

export type ButtonKind = 'main' | 'quiet' | 'plain'

type ButtonProps = {
  readonly children: ReactNode
  /** `main` once a screen: the one obvious act. `quiet` beside it, `plain` inside text and lists. */
  readonly kind?: ButtonKind
  readonly type?: 'button' | 'submit'
  readonly onPress?: () => void
  readonly icon?: ReactNode
  readonly disabled?: boolean
  /** The act is under way: it cannot be pressed twice, and a screen reader hears so. */
  readonly busy?: boolean
  readonly wide?: boolean
  readonly describedBy?: string
}

const looks: Readonly<Record<ButtonKind, string>> = {
  main: 'bg-river text-on-river hover:bg-river-deep px-5 font-strong',
  quiet: 'border border-edge text-ink hover:bg-sand-soft px-4',
  plain: 'text-river hover:text-river-deep hover:underline underline-offset-4 px-2',
}

export function Button(props: ButtonProps) {
  const { kind = 'quiet', busy = false, disabled = false } = props
  return (
    <button
      type={props.type ?? 'button'}
      // A busy button keeps its focus; a disabled one would lose it.
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-describedby={props.describedBy}
      disabled={disabled}
      onClick={busy ? stop : props.onPress}
      className={buttonClass(kind, props.wide)}
    >
      {props.icon}
      <span>{props.children}</span>
      {busy && <span aria-hidden="true" className="working" />}
    </button>
  )
}

/** The same look for a link that acts as a button. */
export function buttonClass(kind: ButtonKind, wide = false): string {
  return join(
    'touch inline-flex items-center justify-center gap-2 rounded py-2 text-center no-underline transition-colors',
    'disabled:opacity-60 aria-disabled:opacity-80 [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:stroke-[1.5]',
    looks[kind],
    wide && 'w-full',
  )
}

function stop(event: { preventDefault: () => void }): void {
  event.preventDefault()
}
