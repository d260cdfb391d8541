import type { ReactNode } from 'react'

type EmptyStateProps = {
  /** What will appear here. */
  readonly title: string
  /** How to start. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** A place with nothing in it yet: a road that has not been walked. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 py-10 sm:py-14">
      <svg viewBox="0 0 160 28" className="h-7 w-40 text-edge rtl:-scale-x-100" aria-hidden="true">
        <path
          d="M2 24c22 0 26-16 48-16s24 12 44 12 20-9 36-9"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray="0.1 6"
        />
        <path
          d="M134 14.5 145 5l11 9.5V25h-9v-6"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <p className="text-lead font-strong">{title}</p>
      {children !== undefined && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action}
    </div>
  )
}
