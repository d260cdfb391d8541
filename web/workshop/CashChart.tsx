import { unitsOf } from '#domain/money.ts'

import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { join } from '../ui/classes.ts'
import { formatNumber } from '../locale.ts'
import { areaPoints, heightOf, linePoints, scaleFor, type Scale } from './chart.ts'
import { MonthTable, type ChartMonth } from './MonthTable.tsx'

import './workshop.css'

type CashChartProps = {
  readonly months: readonly ChartMonth[]
  readonly opening: number
  readonly currency: string
  /** The month of break-even, if there is one. */
  readonly breakEven: number | null
  /** Cash at the end of each month as it would be under what is tried out. */
  readonly tried?: { readonly opening: number; readonly cash: readonly number[] } | undefined
  /** Only the shape, for the panel that stays in sight: the words are beside it. */
  readonly small?: boolean
}

/**
 * Cash at the end of each month, with what is sold below it. Time runs in the direction in which one reads: from left to
 * right in French and English, from right to left in Arabic, as the road of a case does. The drawing holds no words: it
 * is turned as a whole, and the words stand beside it at logical sides. A month that runs out of cash has a mark of its
 * own and stands below the line; no colour says anything alone. Behind the drawing is a table with every figure.
 */
export function CashChart(props: CashChartProps) {
  const { months, opening, currency, tried, small = false } = props
  const text = useText()
  const cash = [opening, ...months.map((month) => month.cash)]
  const others = tried && [tried.opening, ...tried.cash]
  const scale = scaleFor([...cash, ...(others ?? [])])
  const lowest = months.reduce((least, month) => (month.cash < least.cash ? month : least), months[0] ?? none)
  if (small) {
    return (
      <div className="cash-plot cash-plot-small" aria-hidden="true">
        <Drawing cash={cash} tried={others} scale={scale} />
        <Marks months={months} scale={scale} lowest={lowest.month} />
      </div>
    )
  }
  return (
    <figure data-print="together">
      <figcaption className="mb-1 flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="font-strong">{text('workshop.chart')}</span>
        <span className="text-small text-ink-soft">
          <span aria-hidden="true" className="cash-dot cash-dot-low cash-dot-sample" /> {text('workshop.chart-lowest')}{' '}
          <span aria-hidden="true" className="cash-dot cash-dot-short cash-dot-sample ms-3" />{' '}
          {text('workshop.chart-short')}
          {others && (
            <>
              <span aria-hidden="true" className="cash-dashes ms-3" /> {text('workshop.chart-tried')}
            </>
          )}
        </span>
      </figcaption>
      <div className="cash-chart" aria-hidden="true">
        <div className="cash-plot">
          <Drawing cash={cash} tried={others} scale={scale} />
          {scale.ticks.map((tick) => (
            <span key={tick} className="cash-tick" style={{ insetBlockStart: percent(heightOf(tick, scale)) }}>
              <bdi dir={text.direction}>{compact(tick, text.locale, currency)}</bdi>
            </span>
          ))}
          <Marks months={months} scale={scale} lowest={lowest.month} />
          <Lowest month={lowest} of={months.length} scale={scale} currency={currency} />
          {props.breakEven !== null && props.breakEven > 0 && (
            <BreakEven at={props.breakEven / Math.max(1, months.length)} />
          )}
        </div>
        <Seasons months={months} />
      </div>
      <MonthTable months={months} opening={opening} currency={currency} />
    </figure>
  )
}

const none: ChartMonth = { month: 1, calendar: '', sales: 0, ins: 0, outs: 0, cash: 0 }

type DrawingProps = {
  readonly cash: readonly number[]
  readonly tried?: readonly number[] | undefined
  readonly scale: Scale
}

/** Lines and areas only, stretched to their place; turned with the direction of the language. */
function Drawing({ cash, tried, scale }: DrawingProps) {
  const zero = heightOf(0, scale)
  const area = areaPoints(cash, scale)
  const line = linePoints(cash, scale)
  return (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" className="cash-drawing" aria-hidden="true">
      <svg x="0" y="0" width="1" height={zero} viewBox={`0 0 1 ${zero || 0.0001}`} preserveAspectRatio="none">
        <polygon points={area} className="cash-above" />
      </svg>
      <svg
        x="0"
        y={zero}
        width="1"
        height={1 - zero}
        viewBox={`0 ${zero} 1 ${1 - zero || 0.0001}`}
        preserveAspectRatio="none"
      >
        <polygon points={area} className="cash-below" />
      </svg>
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          x1="0"
          x2="1"
          y1={heightOf(tick, scale)}
          y2={heightOf(tick, scale)}
          className={tick === 0 ? 'cash-zero' : 'cash-grid'}
        />
      ))}
      {tried && <polyline points={linePoints(tried, scale)} className="cash-tried" />}
      <polyline points={line} className="cash-line" />
    </svg>
  )
}

type MarksProps = { readonly months: readonly ChartMonth[]; readonly scale: Scale; readonly lowest: number }

function Marks({ months, scale, lowest }: MarksProps) {
  return months
    .filter(({ month, cash }) => month === lowest || cash < 0)
    .map(({ month, cash }) => (
      <span
        key={month}
        className={join(
          'cash-dot',
          cash < 0 ? 'cash-dot-short' : 'cash-dot-low',
          month === lowest && 'cash-dot-lowest',
        )}
        style={{
          insetInlineStart: percent(month / months.length),
          insetBlockStart: percent(heightOf(cash, scale)),
        }}
      />
    ))
}

type LowestProps = {
  readonly month: ChartMonth
  readonly of: number
  readonly scale: Scale
  readonly currency: string
}

/** How much is left in the leanest month, written beside its mark, on the side where there is room. */
function Lowest({ month, of, scale, currency }: LowestProps) {
  const height = heightOf(month.cash, scale)
  const at = month.month / of
  const side = at > 0.6 ? { insetInlineEnd: percent(1 - at) } : { insetInlineStart: percent(at) }
  return (
    <span
      className={join('cash-note', at > 0.6 ? 'cash-note-before' : 'cash-note-after', height > 0.75 && 'cash-note-up')}
      style={{ ...side, insetBlockStart: percent(height) }}
    >
      <Amount value={{ amount: month.cash, currency }} strong />
    </span>
  )
}

function BreakEven({ at }: { at: number }) {
  const text = useText()
  return (
    <span className={join('cash-even', at > 0.6 && 'cash-even-before')} style={{ insetInlineStart: percent(at) }}>
      <span>{text('workshop.break-even')}</span>
    </span>
  )
}

/** What each month sells, as bars: the seasons. Under them the months, as many as there is room for. */
function Seasons({ months }: { months: readonly ChartMonth[] }) {
  const text = useText()
  const most = Math.max(1, ...months.map(({ sales }) => sales))
  return (
    <div className="cash-seasons">
      <span className="cash-seasons-name">{text('workshop.chart-sales')}</span>
      {months.map(({ month, calendar, sales }) => (
        <span key={month} className="cash-month">
          <span className="cash-bar" style={{ blockSize: percent(sales / most) }} />
          {(month - 1) % 3 === 0 && (
            <span className={join('cash-month-name', (month - 1) % 6 !== 0 && 'cash-month-minor')}>
              <bdi>{monthName(calendar, text.locale)}</bdi>
            </span>
          )}
        </span>
      ))}
    </div>
  )
}

/** `2027-01` as `janv. 27`. */
function monthName(calendar: string, locale: string): string {
  const [year = 0, month = 1] = calendar.split('-').map(Number)
  if (calendar === '') return ''
  return new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 1),
  )
}

function compact(amount: number, locale: string, currency: string): string {
  return formatNumber(unitsOf({ amount, currency }), locale, { notation: 'compact', maximumFractionDigits: 1 })
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}
