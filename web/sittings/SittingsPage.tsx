import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'

import type { SittingRow } from '#contract/answers.ts'
import { seatKeepers } from '#domain/committee/decide.ts'

import { useListWords, type ListWords } from '../cases/list-words.ts'
import { useToday } from '../local/clock.ts'
import { formatDay } from '../locale.ts'
import { usePages } from '../pages.ts'
import { useSession } from '../session.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Distance } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { RoadMark } from '../ui/RoadMark.tsx'
import { PlanSitting } from './PlanSitting.tsx'
import type { SittingsSearch } from './route.ts'

export const sittingsPage = createLazyRoute('/signed-in/sittings')({ component: SittingsPage })

/** The committee's meetings: what is to come first, what was decided after. */
function SittingsPage() {
  const words = useListWords()
  const session = useSession()
  const search = sittingsPage.useSearch()
  const navigate = useNavigate()
  const { text } = words
  const mayPlan = session?.seat.role === 'committee-secretary'
  const mayKeepSeats = session !== undefined && seatKeepers.includes(session.seat.role)
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-head">{text('sittings.title')}</h1>
        <div className="flex flex-wrap items-center gap-3">
          {mayKeepSeats && (
            <Link to="/sittings/seats" className={buttonClass('quiet')}>
              {text('sittings.seats')}
            </Link>
          )}
          {mayPlan && (
            <Button
              kind="main"
              icon={<CalendarPlus aria-hidden="true" />}
              onPress={() => void navigate({ to: '/sittings', search: { plan: '1' } })}
            >
              {text('sittings.plan')}
            </Button>
          )}
        </div>
      </div>
      {search.scheme !== undefined && (
        <p className="mt-2 flex flex-wrap items-baseline gap-x-4">
          <span className="text-lead">{text('sittings.held-of', { scheme: words.scheme(search.scheme) })}</span>
          <Link to="/sittings">{text('sittings.all')}</Link>
        </p>
      )}
      <Rows words={words} search={search} />
      {mayPlan && search.plan && <PlanSitting words={words} />}
    </>
  )
}

function Rows({ words, search: { scheme, status } }: { words: ListWords; search: SittingsSearch }) {
  const { text } = words
  const narrowed = new URLSearchParams({ ...(scheme ? { scheme } : {}), ...(status ? { status } : {}) })
  const path = narrowed.size === 0 ? '/api/sittings' : `/api/sittings?${narrowed.toString()}`
  const { rows, problem, reading, more, again } = usePages<SittingRow>(path, 'before')
  if (rows === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  if (rows.length === 0) return <EmptyState title={text('sittings.empty')}>{text('sittings.empty-help')}</EmptyState>
  const isAhead = ({ status }: SittingRow): boolean => status === 'open' || status === 'planned'
  const ahead = rows.filter(isAhead).toReversed()
  const past = rows.filter((row) => !isAhead(row))
  return (
    <div className="mt-6 grid gap-10">
      {ahead.length > 0 && <Part title={text('sittings.ahead')} rows={ahead} words={words} />}
      {past.length > 0 && <Part title={text('sittings.past')} rows={past} words={words} />}
      {more && (
        <div>
          <Button onPress={more} busy={reading}>
            {text('ui.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Part({ title, rows, words }: { title: string; rows: readonly SittingRow[]; words: ListWords }) {
  return (
    <section aria-label={title}>
      <h2 className="border-b border-edge pb-1.5 text-lead">{title}</h2>
      <ul>
        {rows.map((row) => (
          <Row key={row.sitting} row={row} words={words} />
        ))}
      </ul>
    </section>
  )
}

const marks = { planned: 'ahead', open: 'now', closed: 'done', cancelled: 'skipped' } as const

function Row({ row, words }: { row: SittingRow; words: ListWords }) {
  const today = useToday()
  const { text } = words
  const { status, files, decided } = row
  const committee = words.committee(row.committee, row.scheme)
  return (
    <li className="relative flex items-center gap-4 border-b border-line py-3 hover:bg-sand-soft focus-within:bg-sand-soft">
      <RoadMark state={marks[status]} />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-6">
        <p className="min-w-0">
          <Link
            to="/sittings/$sitting"
            params={{ sitting: row.sitting }}
            className="font-strong text-ink no-underline after:absolute after:inset-0 hover:text-river-deep"
          >
            <bdi>
              {formatDay(row.on, text.locale, status === 'closed' || status === 'cancelled' ? 'long' : 'weekday')}
            </bdi>
          </Link>
          <span className="ms-3 text-ink-soft">
            {text(`sittings.status-${status}`)}
            {status === 'planned' && (
              <>
                {', '}
                <Distance value={row.on} today={today} />
              </>
            )}
          </span>
          <span className="block text-small text-ink-soft">
            {committee !== undefined && (
              <>
                <bdi>{committee}</bdi>
                {' · '}
              </>
            )}
            <bdi>{words.scheme(row.scheme)}</bdi>
          </span>
        </p>
        <p className="text-ink-soft">
          {decided === 0
            ? text('sittings.files', { count: files })
            : text('sittings.decided', { decided, count: files })}
        </p>
      </div>
    </li>
  )
}
