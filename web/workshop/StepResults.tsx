import { useMemo, useState, type ReactNode } from 'react'

import { whatIf } from '#domain/project/what-if.ts'

import { useText } from '../i18n.ts'
import { formatNumber } from '../locale.ts'
import { Amount } from '../ui/Amount.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Why } from '../ui/Why.tsx'
import { useBench } from './bench.ts'
import { CashChart } from './CashChart.tsx'
import { useWarningText } from './warnings.ts'
import { decidingText, monthText, thresholdText } from './sentences.ts'
import { Similar } from './Similar.tsx'
import { WhatIf, type Tried } from './WhatIf.tsx'

const shownThresholds = 6

/** What the plan comes to, how sure that is, and what became of others like it. */
export function StepResults() {
  const text = useText()
  const bench = useBench()
  const { project, result, deciding, warnings } = bench
  const warningText = useWarningText()
  const [tried, setTried] = useState<readonly Tried[]>([])
  const outcome = useMemo(() => (tried.length > 0 ? whatIf(project, tried) : undefined), [project, tried])
  const other = outcome && !outcome.refused ? outcome.value : undefined
  if (!result || project.sales.length + project.fixedCosts.length + project.variableCosts.length === 0) {
    return <EmptyState title={text('workshop.results-empty')}>{text('workshop.results-empty-help')}</EmptyState>
  }
  const { currency } = project
  const { breakEven, months, opening } = result
  return (
    <div className="grid gap-10">
      {deciding && (
        <Why
          ask={text('workshop.deciding-others')}
          reasons={deciding.thresholds.slice(0, shownThresholds).map((threshold) => ({
            id: JSON.stringify(threshold.assumption),
            rule: thresholdText(text, threshold, project),
          }))}
        >
          <p className="max-w-prose text-title">{decidingText(text, deciding, project, result)}</p>
        </Why>
      )}
      {warnings.length > 0 && (
        <ul className="grid gap-2" aria-label={text('workshop.warnings')}>
          {warnings.map((warning) => (
            <li key={`${warning.code} ${warning.field}`}>
              <Notice>{warningText(warning)}</Notice>
            </li>
          ))}
        </ul>
      )}
      <CashChart
        months={months}
        opening={opening}
        currency={currency}
        breakEven={breakEven.month}
        tried={other && { opening: other.opening, cash: other.months.map(({ cash }) => cash) }}
      />
      <WhatIf tried={tried} onChange={setTried} outcome={other} />
      <section data-print="together">
        <h3 className="mb-2 text-lead">{text('workshop.break-even')}</h3>
        <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
          <Pair name={text('workshop.break-even-month')}>
            {breakEven.month === null ? text('workshop.break-even-none') : monthText(text, breakEven.month, result)}
          </Pair>
          <Pair name={text('workshop.paid-back-month')}>
            {breakEven.paidBackMonth === null
              ? text('workshop.break-even-none')
              : monthText(text, breakEven.paidBackMonth, result)}
          </Pair>
          <Pair name={text('workshop.break-even-sales')}>
            {breakEven.sales === null ? (
              text('workshop.break-even-never')
            ) : (
              <Amount value={{ amount: breakEven.sales, currency }} />
            )}
          </Pair>
          <Pair name={text('workshop.margin')} note={text('workshop.margin-help')}>
            {result.marginOfSafety === null
              ? text('workshop.break-even-never')
              : formatNumber(result.marginOfSafety / 10_000, text.locale, { style: 'percent' })}
          </Pair>
        </dl>
        {breakEven.quantities.length > 0 && (
          <ul className="mt-3 grid gap-1 text-ink-soft">
            {breakEven.quantities.map(({ line, quantity, planned }) => (
              <li key={line}>
                {text('workshop.break-even-quantity', {
                  title: project.sales.find((sale) => sale.line === line)?.title ?? line,
                  quantity: count(quantity, text.locale),
                  planned: count(planned, text.locale),
                })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Similar />
    </div>
  )
}

function count(thousandths: number, locale: string): string {
  return formatNumber(thousandths / 1000, locale, { maximumFractionDigits: 1 })
}

function Pair({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-ink-soft">{name}</dt>
      <dd className="font-strong">{children}</dd>
      {note !== undefined && <dd className="text-small text-ink-soft">{note}</dd>}
    </div>
  )
}
