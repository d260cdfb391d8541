import { addDays, dateIn, isWorkingDay } from '#domain/calendar.ts'
import { shorterOn, type CountryCalendar, type ShorterDays } from '#domain/holidays.ts'

import { useText, type Text } from '../i18n.ts'
import { deviceZone } from '../local/judge.ts'
import { formatDay } from '../locale.ts'
import { Why } from '../ui/Why.tsx'

type OfficeHoursProps = { readonly at: string; readonly calendar: CountryCalendar }

/** What the country's calendar says about the hour of an appointment, where it says anything: closed, or open for less. */
export function OfficeHours({ at, calendar }: OfficeHoursProps) {
  const text = useText()
  const day = dateIn(deviceZone(), at)
  if (!isWorkingDay(day, calendar)) return <p className="text-clay-deep">{text('case.offices-closed')}</p>
  const found = shorterOn(day, calendar.shorter)
  if (!found) return null
  const { days, opens, closes } = found
  const isOutside = timeOf(at) < opens || timeOf(at) >= closes
  const hours = text('case.offices-open', { period: days.title[text.language], opens, closes })
  return (
    <div className={isOutside ? 'text-clay-deep' : 'text-ink-soft'}>
      <Why reasons={[{ id: 'hours', rule: daysText(days, text), source: days.source }]}>
        {isOutside ? `${hours} ${text('case.offices-outside')}` : hours}
      </Why>
    </div>
  )
}

/** Before an appointment is made: the weeks near at hand in which offices open for less. */
export function ShorterDaysAhead({ calendar, today }: { calendar: CountryCalendar; today: string }) {
  const text = useText()
  const days = calendar.shorter.find(({ from, until }) => until >= today && from <= addDays(today, lookAhead))
  if (!days) return null
  const hours = days.hours.map(({ days: weekdays, opens, closes }) =>
    text('case.hours-of', { days: weekdaysText(weekdays, text), opens, closes }),
  )
  return (
    <div className="border-s-3 border-river ps-3">
      <p>{daysText(days, text)}</p>
      <p className="text-ink-soft">{new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(hours)}</p>
    </div>
  )
}

const lookAhead = 60

function daysText({ title, from, until, isEstimated }: ShorterDays, text: Text): string {
  const values = {
    period: title[text.language],
    from: formatDay(from, text.locale),
    until: formatDay(until, text.locale),
  }
  return text(isEstimated ? 'case.period-estimated' : 'case.period', values)
}

/** `Monday to Thursday`, or the names of days that do not follow one another. */
function weekdaysText(weekdays: readonly number[], text: Text): string {
  // 2024 began on a Monday.
  const format = new Intl.DateTimeFormat(text.locale, { weekday: 'long', timeZone: 'UTC' })
  const names = weekdays.map((day) => format.format(Date.UTC(2024, 0, day)))
  const [first = '', last = ''] = [names[0], names.at(-1)]
  const isRow = weekdays.length > 2 && weekdays.every((day, index) => day === (weekdays[0] ?? 0) + index)
  return isRow ? text('case.from-to', { first, last }) : new Intl.ListFormat(text.locale).format(names)
}

/** `14:05` on this device's clock. */
function timeOf(at: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: deviceZone() }).format(
    new Date(at),
  )
}
