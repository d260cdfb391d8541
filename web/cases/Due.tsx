import { Clock } from 'lucide-react'

import { useText } from '../i18n.ts'
import { formatDay, formatDistance } from '../locale.ts'
import { join } from '../ui/classes.ts'
import { Day } from '../ui/Day.tsx'

type DueProps = {
  readonly value: string | null
  readonly today: string
  /** The date itself stands beside its distance. */
  readonly both?: boolean
}

/** A due date as people say it: how long ago, or how far ahead. Lateness is a sign and a word, not only a colour. */
export function Due({ value, today, both = false }: DueProps) {
  const text = useText()
  if (value === null) return both ? <span className="text-ink-soft">{text('list.no-date')}</span> : null
  const late = value < today
  const distance = formatDistance(value, today, text.locale)
  return (
    <span className={join('inline-flex items-baseline gap-1.5', late ? 'text-clay-deep' : 'text-ink-soft')}>
      {late && <Clock className="size-4 shrink-0 translate-y-0.5 stroke-[1.75]" aria-hidden="true" />}
      <span>
        <time dateTime={value} title={formatDay(value, text.locale)}>
          {late ? text('list.late', { distance }) : <bdi>{distance}</bdi>}
        </time>
        {both && (
          <span className="block text-small text-ink-soft max-sm:hidden">
            <Day value={value} form="short" />
          </span>
        )}
      </span>
    </span>
  )
}
