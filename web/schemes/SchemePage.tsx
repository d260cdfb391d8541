import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useMemo } from 'react'

import { schemeKeepers } from '#domain/draft/decide.ts'

import { problemFrom, useReading } from '../api.ts'
import { useListWords } from '../cases/list-words.ts'
import { useText } from '../i18n.ts'
import { schemesQuery, type SchemeRow } from '../local/case-file.ts'
import { groundQuery, type Ground } from '../local/edition.ts'
import { formatDay } from '../locale.ts'
import { ResultsOf } from '../results/ResultsOf.tsx'
import { resultsPath, type ResultsRows } from '../results/results.ts'
import { useSession } from '../session.ts'
import { NotHere } from '../shell/NotHere.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Aids } from './Aids.tsx'
import { Doubts } from './Doubts.tsx'
import { Entering } from './Entering.tsx'
import { Journey } from './Journey.tsx'
import { MissingOffices } from './MissingOffices.tsx'
import { Moves } from './Moves.tsx'
import { Parties } from './Parties.tsx'
import { schemeWords } from './scheme-words.ts'
import { Texts } from './Texts.tsx'

import './schemes.css'

export const schemePage = createLazyRoute('/signed-in/schemes/$scheme')({ component: SchemePage })

/** A scheme as everybody can read it: its road, its rules in sentences, its aids, and where each value comes from. */
function SchemePage() {
  const { scheme } = schemePage.useParams()
  const { edition } = schemePage.useSearch()
  const list = useQuery(schemesQuery)
  const editions = list.data?.rows.filter((row) => row.scheme === scheme)
  const chosen = editions?.find((row) => (edition ? row.edition === edition : row.current)) ?? editions?.[0]
  const ground = useQuery({ ...groundQuery(scheme, chosen?.edition ?? ''), enabled: chosen !== undefined })
  const trouble = list.error ?? ground.error
  if (trouble) return <ProblemNotice problem={problemFrom(trouble)} again={() => void list.refetch()} />
  if (editions?.length === 0) return <NotHere />
  if (!ground.data || !editions || !chosen) return <Waiting />
  return <Shown ground={ground.data} editions={editions} chosen={chosen} />
}

type ShownProps = { readonly ground: Ground; readonly editions: readonly SchemeRow[]; readonly chosen: SchemeRow }

function Shown({ ground, editions, chosen }: ShownProps) {
  const text = useText()
  const words = useMemo(() => schemeWords(text, ground.running), [text, ground])
  const { scheme, edition } = ground.running
  const isKeeper = schemeKeepers.includes(useSession()?.seat.role ?? 'system')
  const country = new Intl.DisplayNames(text.locale, { type: 'region' }).of(scheme.country) ?? scheme.country
  return (
    <article className="grid gap-10">
      <header>
        <Link
          to="/schemes"
          className="touch -ms-2 mb-1 inline-flex items-center gap-2 rounded px-2 text-ink-soft no-underline hover:text-ink"
          data-print="no"
        >
          <ArrowLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
          {text('schemes.title')}
        </Link>
        <p className="text-ink-soft">
          {country} · <bdi>{scheme.owner}</bdi>
        </p>
        <h1 className="text-head">
          <bdi>{words.titled(scheme.title)}</bdi>
        </h1>
        <p className="mt-2 max-w-prose text-lead">{words.titled(scheme.summary)}</p>
        <p className="mt-3 text-small text-ink-soft">
          {text('schemes.edition', { edition: edition.edition, date: formatDay(edition.from, text.locale) })}{' '}
          {text('schemes.source', { source: words.source(edition.source) ?? '' })}
        </p>
        {editions.length > 1 && <Editions editions={editions} chosen={chosen} />}
      </header>
      <MissingOffices running={ground.running} offices={ground.offices} />
      <Journey words={words} />
      <Entering words={words} />
      <Aids words={words} />
      <Parties words={words} ground={ground} />
      <Results scheme={scheme.scheme} />
      <Doubts words={words} />
      {isKeeper && <Texts running={ground.running} />}
      <Moves scheme={scheme.scheme} editions={editions} />
    </article>
  )
}

/** What the scheme has come to, for those who read its figures. */
function Results({ scheme }: { scheme: string }) {
  const words = useListWords()
  const row = useReading<ResultsRows>(resultsPath).data?.rows.find((each) => each.scheme === scheme)
  if (!row) return null
  return (
    <section aria-labelledby="results">
      <h2 id="results" className="text-title">
        {words.text('results.title')}
      </h2>
      <ResultsOf row={row} words={words} />
    </section>
  )
}

function Editions({ editions, chosen }: Pick<ShownProps, 'editions' | 'chosen'>) {
  const text = useText()
  return (
    <nav aria-label={text('schemes.other-editions')} className="mt-2 flex flex-wrap gap-x-4" data-print="no">
      {editions.map((row) => (
        <Link
          key={row.edition}
          to="/schemes/$scheme"
          params={{ scheme: row.scheme }}
          search={{ edition: row.edition }}
          aria-current={row.edition === chosen.edition ? 'page' : undefined}
          className="touch inline-flex items-center aria-[current]:font-strong aria-[current]:text-ink aria-[current]:no-underline"
        >
          {row.current ? text('schemes.edition-current', { edition: row.edition }) : row.edition}
        </Link>
      ))}
    </nav>
  )
}
