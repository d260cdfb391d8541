import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'

import type { ListRow } from '#contract/answers.ts'

import { reading } from '../api.ts'
import { useText } from '../i18n.ts'
import { useToday } from '../local/clock.ts'
import { usePages } from '../pages.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { CaseRow } from './CaseRow.tsx'
import { Filters } from './Filters.tsx'
import { countBehind, listPath, narrowing, type CaseFilters, type Counted } from './filters.ts'
import { useListWords } from './list-words.ts'
import { OpenCaseLink } from './OpenCaseLink.tsx'
import { SavedViews } from './SavedViews.tsx'

import './cases.css'

export const casesPage = createLazyRoute('/signed-in/cases')({ component: CasesPage })

const countsQuery = reading<{ rows: readonly Counted[] }>('/api/counts')

/** The cases of this office. The address says which and in which order, so that a list can be shared and returned to. */
function CasesPage() {
  const text = useText()
  const session = useSession()
  const filters = casesPage.useSearch()
  const navigate = useNavigate()
  const counts = useQuery(countsQuery).data?.rows
  if (!session) return null
  const show = (wanted: CaseFilters): void => void navigate({ to: '/cases', search: wanted, resetScroll: false })
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-head">{text('cases.title')}</h1>
        <OpenCaseLink />
      </div>
      <SavedViews filters={filters} onShow={show} />
      <Filters filters={filters} counts={counts} onChange={show} />
      <Rows
        filters={filters}
        office={session.seat.office.id}
        count={counts && countBehind(counts, filters)}
        onShow={show}
      />
    </>
  )
}

type RowsProps = {
  readonly filters: CaseFilters
  readonly office: string
  readonly count: number | undefined
  readonly onShow: (filters: CaseFilters) => void
}

function Rows({ filters, office, count, onShow }: RowsProps) {
  const words = useListWords()
  const today = useToday()
  const { text } = words
  const { rows, problem, reading: isReading, more, again } = usePages<ListRow>(listPath(filters))
  if (rows === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  if (rows.length === 0) return <Nobody filters={filters} onShow={onShow} />
  return (
    <section aria-label={text('cases.list')} aria-busy={isReading || undefined} className="mt-5">
      {problem && <ProblemNotice problem={problem} again={again} small />}
      <div aria-hidden="true" className="case-head hidden border-b border-edge py-1.5 text-small text-ink-soft md:grid">
        <span>{text('cases.person')}</span>
        <span>{text('cases.road')}</span>
        <span>{text('cases.stage')}</span>
        <span>{text('cases.place')}</span>
        <span className="text-end">{text('cases.due')}</span>
      </div>
      <ol>
        {rows.map((row) => (
          <CaseRow key={row.case} row={row} words={words} today={today} office={office} />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-4 py-4 text-ink-soft" data-print="no">
        {count !== undefined && <span>{text('ui.rows-shown', { shown: rows.length, count })}</span>}
        {more && (
          <Button onPress={more} busy={isReading}>
            {text('ui.more')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Nobody({ filters, onShow }: { filters: CaseFilters; onShow: (filters: CaseFilters) => void }) {
  const text = useText()
  const isNarrowed = narrowing(filters).length > 0
  if (!isNarrowed) return <EmptyState title={text('cases.empty')}>{text('cases.empty-help')}</EmptyState>
  return (
    <EmptyState
      title={text('cases.nobody')}
      action={
        <Button onPress={() => onShow(filters.sort ? { sort: filters.sort } : {})}>{text('cases.show-all')}</Button>
      }
    >
      {text('cases.nobody-help')}
    </EmptyState>
  )
}
