import { Link } from '@tanstack/react-router'

import type { SittingRow } from '#contract/answers.ts'

import { useReading } from '../api.ts'
import type { ListWords } from '../cases/list-words.ts'
import { formatDay, formatDistance } from '../locale.ts'
import { buttonClass } from '../ui/Button.tsx'

/** For a committee, what now is its meeting: the one in progress, else the next one. */
export function NextSitting({ today, words }: { today: string; words: ListWords }) {
  const { text } = words
  const { data } = useReading<{ rows: readonly SittingRow[] }>('/api/sittings')
  const ahead = (data?.rows ?? []).filter(({ status }) => status === 'open' || status === 'planned')
  const next = ahead.find(({ status }) => status === 'open') ?? ahead.at(-1)
  if (!next) return null
  const facts = {
    date: formatDay(next.on, text.locale, 'weekday'),
    distance: formatDistance(next.on, today, text.locale),
    count: next.files,
  }
  return (
    <section aria-label={text('home.sitting')} className="rounded bg-sand-soft px-5 py-5 sm:px-6">
      <p className="text-small text-ink-soft">{words.scheme(next.scheme)}</p>
      <h2 className="mt-0.5 text-title">
        {next.status === 'open' ? text('home.sitting-open') : text('home.sitting-on', facts)}
      </h2>
      <p className="mt-1 text-ink-soft">{text('home.sitting-files', facts)}</p>
      <div className="mt-4">
        <Link to="/sittings/$sitting" params={{ sitting: next.sitting }} className={buttonClass('main')}>
          {text(next.status === 'open' ? 'home.sitting-enter' : 'home.sitting-prepare')}
        </Link>
      </div>
    </section>
  )
}
