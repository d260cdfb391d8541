import { createLazyRoute, Link } from '@tanstack/react-router'

import { schemeKeepers } from '#domain/draft/decide.ts'

import { useReading } from '../api.ts'
import { Drafts } from '../drafts/Drafts.tsx'
import { useText, type Text } from '../i18n.ts'
import type { SchemeRow } from '../local/case-file.ts'
import { formatDay } from '../locale.ts'
import { useSession } from '../session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'

export const schemesPage = createLazyRoute('/signed-in/schemes')({ component: SchemesPage })

/** Every published scheme, by the country it leads to. */
function SchemesPage() {
  const text = useText()
  const { add } = schemesPage.useSearch()
  const isKeeper = schemeKeepers.includes(useSession()?.seat.role ?? 'system')
  const { data, problem, again } = useReading<{ rows: readonly SchemeRow[] }>('/api/schemes')
  return (
    <>
      <h1 className="text-head">{text('schemes.title')}</h1>
      <p className="mt-1 max-w-prose text-ink-soft">{text('schemes.help')}</p>
      {isKeeper && <Drafts adding={add === true} />}
      {data === undefined && (problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />)}
      {data && <List rows={data.rows} text={text} />}
    </>
  )
}

function List({ rows, text }: { rows: readonly SchemeRow[]; text: Text }) {
  if (rows.length === 0) return <EmptyState title={text('schemes.empty')}>{text('schemes.empty-help')}</EmptyState>
  const countries = new Intl.DisplayNames(text.locale, { type: 'region' })
  const schemes = [...Map.groupBy(rows, ({ scheme }) => scheme).values()]
    .map((editions) => ({ row: editions.find(({ current }) => current) ?? editions[0]!, count: editions.length }))
    .map((each) => ({ ...each, country: countries.of(each.row.country) ?? each.row.country }))
    .toSorted((one, other) => one.country.localeCompare(other.country, text.locale))
  return (
    <ul className="mt-6 border-t border-line">
      {schemes.map(({ row, count, country }) => (
        <li
          key={row.scheme}
          className="relative grid gap-x-6 border-b border-line py-3.5 hover:bg-sand-soft focus-within:bg-sand-soft sm:grid-cols-[10rem_minmax(0,1fr)_auto] sm:items-baseline"
        >
          <span className="text-ink-soft">{country}</span>
          <Link
            to="/schemes/$scheme"
            params={{ scheme: row.scheme }}
            className="text-lead font-strong text-ink no-underline after:absolute after:inset-0 hover:text-river-deep"
          >
            <bdi>{row.title[text.language]}</bdi>
          </Link>
          <span className="text-small text-ink-soft">
            {row.current
              ? text('schemes.in-force', { date: formatDay(row.from, text.locale) })
              : text('schemes.not-in-force')}
            {count > 1 && ` · ${text('schemes.editions', { count })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
