import { createLazyRoute, Link } from '@tanstack/react-router'

import { useReading } from '../api.ts'
import { useListWords } from '../cases/list-words.ts'
import { useToday } from '../local/clock.ts'
import { formatDay } from '../locale.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { ResultsOf } from './ResultsOf.tsx'
import { resultsPath, type ResultsRows } from './results.ts'

export const resultsPage = createLazyRoute('/signed-in/results')({ component: ResultsPage })

/** What the schemes of this office have come to: every figure counted now, beside what was published. */
function ResultsPage() {
  const words = useListWords()
  const { text } = words
  const today = useToday()
  const { data, problem, again } = useReading<ResultsRows>(resultsPath)
  const countries = new Intl.DisplayNames(text.locale, { type: 'region' })
  return (
    <>
      <h1 className="text-head">{text('results.title')}</h1>
      <p className="mt-1 max-w-prose text-ink-soft">
        {text('results.help')} {text('results.counted-on', { date: formatDay(today, text.locale) })}
      </p>
      {data === undefined && (problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />)}
      {data?.rows.length === 0 && <EmptyState title={text('results.empty')}>{text('results.empty-help')}</EmptyState>}
      <div className="mt-8 grid gap-12">
        {data?.rows.map((row) => (
          <section key={row.scheme} aria-labelledby={`results-${row.scheme}`}>
            <p className="text-small text-ink-soft">{countries.of(row.country) ?? row.country}</p>
            <h2 id={`results-${row.scheme}`} className="text-title">
              <Link
                to="/schemes/$scheme"
                params={{ scheme: row.scheme }}
                className="text-ink no-underline hover:underline"
              >
                <bdi>{row.title[text.language]}</bdi>
              </Link>
            </h2>
            <ResultsOf row={row} words={words} />
          </section>
        ))}
      </div>
    </>
  )
}
