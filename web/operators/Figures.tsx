import { Link } from '@tanstack/react-router'

import type { OperatorFigure, OperatorPerformance } from '#domain/operator/performance.ts'

import type { CaseFilters } from '../cases/filters.ts'
import { formatNumber } from '../locale.ts'
import { Part } from './Part.tsx'
import type { StandingView } from './view.ts'

type Figure = {
  readonly id: OperatorFigure | 'caseload'
  readonly of: keyof OperatorPerformance
  readonly form: 'number' | 'days' | 'share'
}

const figures: readonly Figure[] = [
  { id: 'caseload', of: 'caseload', form: 'number' },
  { id: 'designated', of: 'designated', form: 'number' },
  { id: 'answer', of: 'daysToAnswer', form: 'days' },
  { id: 'first-meeting', of: 'daysToFirstMeeting', form: 'days' },
  { id: 'plan', of: 'daysToPlan', form: 'days' },
  { id: 'difficulty-answer', of: 'daysToDifficultyAnswer', form: 'days' },
  { id: 'visits', of: 'visitsOnTime', form: 'share' },
  { id: 'alive-6', of: 'aliveAt6', form: 'share' },
  { id: 'alive-12', of: 'aliveAt12', form: 'share' },
  { id: 'satisfaction', of: 'satisfaction', form: 'share' },
]

/** How the operator works, counted now; each figure opens to the cases behind it. */
export function Figures({ view }: { view: StandingView }) {
  const { text } = view.words
  return (
    <Part title={text('operators.figures')} help={text('operators.figures-help')} view={view}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        {figures.map((figure) => (
          <div key={figure.id} className="flex min-w-0 flex-col-reverse justify-end">
            <dt className="text-small text-ink-soft">{text(`operators.figure-${figure.id}`)}</dt>
            <dd>
              <Value figure={figure} view={view} />
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

function Value({ figure, view }: { figure: Figure; view: StandingView }) {
  const { text } = view.words
  const { performance } = view.answer
  const value = performance[figure.of]
  if (typeof value !== 'number') return <span className="text-ink-soft">{text('operators.nothing-to-count')}</span>
  const shown = <bdi className="figures text-title font-strong">{written(value, figure.form, text.locale)}</bdi>
  if (!view.opens || performance.designated === 0) return shown
  const title = text(`operators.figure-${figure.id}`)
  return (
    <Link
      to="/cases"
      search={casesBehind(performance, figure.id)}
      aria-label={text('operators.open-figure', { title })}
      className="touch inline-flex items-center rounded pe-2 text-river underline underline-offset-4"
    >
      {shown}
    </Link>
  )
}

function written(value: number, form: Figure['form'], locale: string): string {
  if (form === 'share') return formatNumber(value, locale, { style: 'percent', maximumFractionDigits: 0 })
  return formatNumber(value, locale, { maximumFractionDigits: form === 'days' ? 1 : 0 })
}

function casesBehind({ scheme, office }: OperatorPerformance, id: Figure['id']): CaseFilters {
  return id === 'caseload' ? { scheme, operator: office, status: 'open' } : { scheme, operator: office, figure: id }
}
