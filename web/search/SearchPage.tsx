import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'

import type { FoundPerson } from '#contract/answers.ts'

import { problemFrom, reading } from '../api.ts'
import { useListWords, type ListWords } from '../cases/list-words.ts'
import { formatDay } from '../locale.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'

export const searchPage = createLazyRoute('/signed-in/search')({ component: SearchPage })

/** People by name, in any spelling or script, each with the reason why it was found. */
function SearchPage() {
  const words = useListWords()
  const { q = '' } = searchPage.useSearch()
  const { text } = words
  const wanted = q.trim()
  const found = useQuery({
    ...reading<{ rows: readonly FoundPerson[] }>(`/api/search?q=${encodeURIComponent(wanted)}`),
    enabled: wanted !== '',
  })
  if (wanted === '') return <EmptyState title={text('search.start')}>{text('search.start-help')}</EmptyState>
  return (
    <>
      <h1 className="text-head [overflow-wrap:anywhere]">{text('search.title', { words: wanted })}</h1>
      {found.error && <ProblemNotice problem={problemFrom(found.error)} again={() => void found.refetch()} />}
      {found.isPending && <Waiting />}
      {found.data && <Results rows={found.data.rows} words={words} />}
    </>
  )
}

function Results({ rows, words }: { rows: readonly FoundPerson[]; words: ListWords }) {
  const { text } = words
  if (rows.length === 0) return <EmptyState title={text('search.nobody')}>{text('search.nobody-help')}</EmptyState>
  return (
    <>
      <p role="status" className="mt-1 text-ink-soft">
        {text('search.count', { count: rows.length })}
      </p>
      <ol className="mt-5 border-t border-line">
        {rows.map((row) => (
          <Result key={row.person} row={row} words={words} />
        ))}
      </ol>
    </>
  )
}

function Result({ row, words }: { row: FoundPerson; words: ListWords }) {
  const { text } = words
  const born = row.birth === null ? undefined : text('search.born', { date: formatDay(row.birth, text.locale) })
  const relation = row.relation === 'principal' ? undefined : text.maybe(`form.relation-${row.relation}`)
  return (
    <li className="relative grid gap-x-6 gap-y-0.5 border-b border-line py-3 hover:bg-sand-soft focus-within:bg-sand-soft sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
      <p className="min-w-0">
        <Link
          to="/cases/$case"
          params={{ case: row.case }}
          className="font-strong text-ink no-underline [overflow-wrap:anywhere] after:absolute after:inset-0 hover:text-river-deep"
        >
          <bdi>{row.name}</bdi>
        </Link>
        <span className="block text-small text-ink-soft">{joined([relation, born])}</span>
      </p>
      <p className="min-w-0">
        {text.maybe(`stage.${row.stage}`) ?? row.stage}
        <span className="text-ink-soft">
          {' · '}
          <bdi>{words.scheme(row.scheme)}</bdi>
        </span>
        <span className="block text-small text-ink-soft">{reasonsText(row.reasons, words)}</span>
      </p>
    </li>
  )
}

/** Why this one: the strongest reasons first. That a word is missing says something only when nothing else does. */
function reasonsText(reasons: readonly string[], { text }: ListWords): string {
  const telling = reasons.filter((reason) => reason !== 'word-missing')
  return joined(
    (telling.length > 0 ? telling : reasons).slice(0, 3).map((reason) => text.maybe(`search.reason-${reason}`)),
  )
}

function joined(words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(' · ')
}
