import type { ReactNode } from 'react'

import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { join } from '../ui/classes.ts'
import { useBench } from './bench.ts'
import { CashChart } from './CashChart.tsx'
import { decidingText, monthText } from './sentences.ts'

/** What the plan comes to, in sight while one works: the leanest month, break-even, what is missing, and what decides. */
export function ResultPanel() {
  const text = useText()
  const { result, deciding, isOld, project } = useBench()
  if (!result || project.sales.length + project.fixedCosts.length + project.investments.length === 0) {
    return <p className="text-ink-soft">{text('workshop.result-empty')}</p>
  }
  const { currency } = project
  const { lowest, breakEven, startUp, months, opening } = result
  return (
    <div className={join('grid gap-5', isOld && 'opacity-60')}>
      {isOld && <p className="text-small text-clay-deep">{text('workshop.result-old')}</p>}
      <dl className="grid gap-4">
        <Figure name={text('workshop.leanest')} note={monthText(text, lowest.month, result)} isShort={lowest.cash < 0}>
          <Amount value={{ amount: lowest.cash, currency }} />
        </Figure>
        <Figure
          name={text('workshop.break-even')}
          note={
            breakEven.paidBackMonth === null
              ? undefined
              : text('workshop.paid-back', { month: breakEven.paidBackMonth })
          }
          isShort={breakEven.month === null}
        >
          {breakEven.month === null ? text('workshop.break-even-none') : monthText(text, breakEven.month, result)}
        </Figure>
        <Figure
          name={text(startUp.gap > 0 ? 'workshop.start-missing' : 'workshop.covered')}
          note={
            <>
              {text('workshop.of-total')} <Amount value={{ amount: startUp.total, currency }} />
            </>
          }
          isShort={startUp.gap > 0}
        >
          <Amount value={{ amount: startUp.gap > 0 ? startUp.gap : startUp.money.total, currency }} />
        </Figure>
      </dl>
      <CashChart months={months} opening={opening} currency={currency} breakEven={breakEven.month} small />
      {deciding && (
        <p className="border-s-3 border-river ps-3" aria-live="polite">
          {decidingText(text, deciding, project, result)}
        </p>
      )}
    </div>
  )
}

type FigureProps = {
  readonly name: string
  readonly note?: ReactNode
  /** Below what is needed: said by a sign beside the figure too, not by its colour alone. */
  readonly isShort: boolean
  readonly children: ReactNode
}

function Figure({ name, note, isShort, children }: FigureProps) {
  const text = useText()
  return (
    <div>
      <dt className="text-small text-ink-soft">{name}</dt>
      <dd className={join('text-lead font-strong', isShort && 'text-clay-deep')}>
        {children}
        {isShort && (
          <span className="ms-2 inline-block rounded border border-clay px-1.5 text-small font-normal">
            {text('workshop.short')}
          </span>
        )}
      </dd>
      {note !== undefined && <dd className="text-small text-ink-soft">{note}</dd>}
    </div>
  )
}
