import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { ResultAnswer, ResultsAnswer } from '#contract/result-answers.ts'

import type { ListWords } from '../cases/list-words.ts'
import { formatNumber } from '../locale.ts'
import { casesBehind } from './results.ts'

type RowProps = { readonly row: ResultsAnswer; readonly words: ListWords }

/** The figures of one scheme, one below the other: what is counted, what was published, and by whom. */
export function ResultsOf({ row, words }: RowProps) {
  // Said once for all of them, not beside each.
  const isSilent = row.results.every(({ published }) => published === null)
  return (
    <>
      {isSilent && <p className="mt-1 text-small text-ink-soft">{words.text('results.none-published')}</p>}
      <ul className="mt-2 border-t border-line">
        {row.results.map((result) => (
          <li
            key={result.result}
            className="grid gap-x-8 gap-y-1.5 border-b border-line py-3.5 md:grid-cols-[minmax(0,1fr)_7rem_minmax(0,1fr)] md:items-baseline"
            data-print="together"
          >
            <p className="text-lead">
              <bdi>{result.title[words.text.language]}</bdi>
            </p>
            <p>
              <Behind row={row} result={result} words={words} />
            </p>
            {!isSilent && <Published result={result} words={words} />}
            {result.regions.length > 0 && <Regions row={row} result={result} words={words} />}
          </li>
        ))}
      </ul>
    </>
  )
}

type FigureProps = RowProps & { readonly result: ResultAnswer }

/** The figure, and the way to what it is made of for whoever may open it. */
function Behind({ row, result, words: { text } }: FigureProps) {
  const figure = <bdi className="figures text-title font-strong">{formatNumber(result.value, text.locale)}</bdi>
  if (!row.opens) return figure
  const label = text('results.open', { title: result.title[text.language], value: result.value })
  if (result.counts === 'sittings')
    return (
      <Link to="/sittings" search={{ scheme: row.scheme, status: 'closed' }} aria-label={label} className={figureLink}>
        {figure}
      </Link>
    )
  return (
    <Link to="/cases" search={casesBehind(row.scheme, result)} aria-label={label} className={figureLink}>
      {figure}
    </Link>
  )
}

const figureLink = 'touch inline-flex items-center rounded pe-2 text-river underline underline-offset-4'

function Published({ result: { published }, words: { text } }: Pick<FigureProps, 'result' | 'words'>) {
  if (!published) return <p className="text-small text-ink-soft">{text('results.not-published')}</p>
  const { value, reads, source, certainty } = published
  return (
    <p className="text-small">
      {text(`results.published-${reads}`, { value })}
      <span className="block text-ink-soft">
        <bdi>{source[text.language]}</bdi> ({text(`schemes.certainty-${certainty}`)})
      </span>
    </p>
  )
}

function Regions({ row, result, words }: FigureProps) {
  const { text } = words
  const named = (region: string, value: number): ReactNode => (
    <>
      <bdi>{words.region(region)}</bdi> <bdi className="figures">{formatNumber(value, text.locale)}</bdi>
    </>
  )
  return (
    <ul aria-label={text('results.by-region')} className="flex flex-wrap gap-x-5 text-small md:col-span-3">
      {result.regions.map(({ region, value }) => (
        <li key={region}>
          {row.opens ? (
            <Link
              to="/cases"
              search={casesBehind(row.scheme, result, region)}
              className="touch inline-flex items-center gap-1.5 sm:min-h-8"
            >
              {named(region, value)}
            </Link>
          ) : (
            named(region, value)
          )}
        </li>
      ))}
    </ul>
  )
}
