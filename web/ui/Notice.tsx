import { CircleCheck, Clock, Info } from 'lucide-react'
import type { ReactNode } from 'react'

import { join } from './classes.ts'

export type NoticeKind = 'calm' | 'late' | 'settled'

const looks: Readonly<Record<NoticeKind, string>> = {
  calm: 'border-river',
  late: 'border-clay',
  settled: 'border-leaf',
}
const icons = { calm: Info, late: Clock, settled: CircleCheck }
const inks: Readonly<Record<NoticeKind, string>> = { calm: 'text-river', late: 'text-clay', settled: 'text-leaf' }

type NoticeProps = {
  readonly children: ReactNode
  readonly kind?: NoticeKind
  readonly title?: string
  /** True when it appears after an act of the user: screen readers then hear it. */
  readonly live?: boolean
  readonly action?: ReactNode
}

/** A calm message in the flow of the page: something to know, something late, something settled. */
export function Notice({ children, kind = 'calm', title, live = false, action }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div
      role={live ? 'status' : undefined}
      className={join('flex gap-3 rounded-e border-s-3 bg-sand-soft px-4 py-3 text-ink print:border', looks[kind])}
    >
      <Icon className={join('mt-0.5 size-5 shrink-0 stroke-[1.5]', inks[kind])} aria-hidden="true" />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-strong">{title}</p>}
        <div className="max-w-prose">{children}</div>
        {action !== undefined && <div className="mt-2 -ms-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}
