import { useText } from '../i18n.ts'
import { formatDay } from '../locale.ts'
import { Amount } from '../ui/Amount.tsx'
import { join } from '../ui/classes.ts'

export type ChartMonth = {
  readonly month: number
  readonly calendar: string
  readonly sales: number
  readonly ins: number
  readonly outs: number
  readonly cash: number
}

type MonthTableProps = {
  readonly months: readonly ChartMonth[]
  readonly opening: number
  readonly currency: string
}

/** The same 24 months as figures: for whoever does not see the drawing, and for whoever wants to check it. */
export function MonthTable({ months, opening, currency }: MonthTableProps) {
  const text = useText()
  const amount = (value: number) => <Amount value={{ amount: value, currency }} />
  return (
    <details className="mt-2">
      <summary className="touch w-fit cursor-pointer py-2.5 text-river hover:text-river-deep">
        {text('workshop.months-open')}
      </summary>
      <div className="overflow-x-auto" role="group" aria-label={text('workshop.months')} tabIndex={0}>
        <table className="w-full min-w-lg border-collapse text-small">
          <caption className="sr-only">{text('workshop.months')}</caption>
          <thead>
            <tr className="border-b border-edge text-ink-soft">
              <th scope="col" className="py-1.5 pe-3 text-start font-normal">
                {text('workshop.month')}
              </th>
              {(['month-sales', 'month-ins', 'month-outs', 'month-cash'] as const).map((name) => (
                <th key={name} scope="col" className="px-2 py-1.5 text-end font-normal">
                  {text(`workshop.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="border-b border-line">
              <th scope="row" colSpan={4} className="py-1.5 pe-3 text-start font-normal">
                {text('workshop.opening')}
              </th>
              <td className="figures px-2 py-1.5 text-end">{amount(opening)}</td>
            </tr>
            {months.map(({ month, calendar, sales, ins, outs, cash }) => (
              <tr key={month} className="border-b border-line">
                <th scope="row" className="py-1.5 pe-3 text-start font-normal whitespace-nowrap">
                  <bdi className="figures text-ink-soft">{month}</bdi> <bdi>{formatDay(calendar, text.locale)}</bdi>
                </th>
                <td className="figures px-2 py-1.5 text-end">{amount(sales)}</td>
                <td className="figures px-2 py-1.5 text-end">{amount(ins)}</td>
                <td className="figures px-2 py-1.5 text-end">{amount(outs)}</td>
                <td className={join('figures px-2 py-1.5 text-end', cash < 0 && 'font-strong text-clay-deep')}>
                  {amount(cash)}
                  {cash < 0 && <span className="sr-only"> {text('workshop.chart-short')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
