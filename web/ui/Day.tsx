import { useText } from '../i18n.ts'
import { formatDay, formatDistance, formatMoment, type DayForm } from '../locale.ts'

/** A plain date (or a year, or a month). `<bdi className="whitespace-nowrap">` keeps it whole inside a text of the other direction. */
export function Day({ value, form = 'long' }: { value: string; form?: DayForm }) {
  const text = useText()
  return (
    <bdi className="whitespace-nowrap">
      <time dateTime={value}>{formatDay(value, text.locale, form)}</time>
    </bdi>
  )
}

/** How far away a plain date is, with the date itself on hover: `in 3 days`. */
export function Distance({ value, today }: { value: string; today: string }) {
  const text = useText()
  return (
    <bdi className="whitespace-nowrap">
      <time dateTime={value} title={formatDay(value, text.locale)}>
        {formatDistance(value, today, text.locale)}
      </time>
    </bdi>
  )
}

/** An instant, in the reader's time zone. */
export function Moment({ value, form = 'short' }: { value: string; form?: DayForm }) {
  const text = useText()
  return (
    <bdi className="whitespace-nowrap">
      <time dateTime={value}>{formatMoment(value, text.locale, form)}</time>
    </bdi>
  )
}
