/**
 * Plain dates as 'YYYY-MM-DD' text, in the Gregorian calendar, by integer arithmetic only: no clock, no time zone, and
 * the same answer on a phone and on the server. Text order is date order. A moment is an instant in UTC, ending in Z.
 */
import * as z from 'zod/mini'

/** 'YYYY-MM-DD', a day that exists, years 0001 to 9999. */
export type PlainDate = string
/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD': many births are known by their year only. */
export type PartialDate = string
/** 'YYYY-MM-DDTHH:MM:SS.sssZ' (fraction optional), UTC. */
export type Instant = string

/** Monday is 1, Sunday is 7. Holidays are plain dates; where they come from is the business of who passes them. */
export type WorkingCalendar = { weekend: readonly number[]; holidays: ReadonlySet<PlainDate> | readonly PlainDate[] }

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const partialPattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,3})\d*)?Z$/

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function isPlainDate(text: string): text is PlainDate {
  return partsIn(text) !== undefined
}

type Parts = readonly [year: number, month: number, day: number]

function partsIn(text: string): Parts | undefined {
  const match = dayPattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? [year, month, day] : undefined
}

/** Writes a date. Throws when that day does not exist. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (!isPlainDate(text)) throw new RangeError(`no such day: ${text}`)
  return text
}

function partsOf(date: PlainDate): Parts {
  const parts = partsIn(date)
  if (!parts) throw new RangeError(`not a date: ${date}`)
  return parts
}

/** Days since 0001-01-01. */
function dayNumber(date: PlainDate): number {
  const [year, month, day] = partsOf(date)
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0
  return daysBeforeYear(year) + daysBeforeMonth[month - 1]! + leapDay + day - 1
}

function daysBeforeYear(year: number): number {
  const past = year - 1
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
}

function dateOfDayNumber(days: number): PlainDate {
  // 400 years are always 146 097 days: guess the year from that mean, then step to the right one.
  let year = Math.floor((days * 400) / 146_097) + 1
  while (year > 1 && year <= 9999 && daysBeforeYear(year) > days) year -= 1
  while (year < 9999 && daysBeforeYear(year + 1) <= days) year += 1
  let rest = days - daysBeforeYear(year)
  let month = 1
  while (rest >= daysInMonth(year, month) && month < 12) {
    rest -= daysInMonth(year, month)
    month += 1
  }
  return plainDate(year, month, rest + 1)
}

/** Below zero, zero or above zero, for sorting. */
export function compareDates(left: PlainDate, right: PlainDate): number {
  return left < right ? -1 : left > right ? 1 : 0
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day some months on; the last day of the month where that day does not exist (31 January + 1 month). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = partsOf(date)
  const index = year * 12 + month - 1 + months
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return plainDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12)
}

/** Days from the first to the second, below zero when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Whole months that have passed from the first to the second, below zero when the second is earlier. */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const [year, month] = partsOf(from)
  const [toYear, toMonth] = partsOf(to)
  const months = (toYear - year) * 12 + toMonth - month
  if (months > 0 && addMonths(from, months) > to) return months - 1
  if (months < 0 && addMonths(from, months) < to) return months + 1
  return months === 0 ? 0 : months
}

/** Monday is 1, Sunday is 7. */
export function dayOfWeek(date: PlainDate): number {
  return weekday(dayNumber(date))
}

function weekday(days: number): number {
  return (days % 7) + 1
}

export function isWorkingDay(date: PlainDate, calendar: WorkingCalendar): boolean {
  return isWorking(dayNumber(date), calendar)
}

function isWorking(days: number, { weekend, holidays }: WorkingCalendar): boolean {
  if (weekend.includes(weekday(days))) return false
  const known = numbered.get(holidays) ?? new Set([...holidays].map(dayNumber))
  numbered.set(holidays, known)
  return !known.has(days)
}

/** Holidays as numbers of days: a list is read once, and asked for every day that is counted. */
const numbered = new WeakMap<WorkingCalendar['holidays'], ReadonlySet<number>>()

/** The date itself when it is a working day, else the next one. */
export function nextWorkingDay(date: PlainDate, calendar: WorkingCalendar): PlainDate {
  if (new Set(calendar.weekend).size >= 7) throw new RangeError('a calendar needs a working day')
  let day = date
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  return day
}

/** Counts working days on (or back, when below zero) from the date, which itself is not counted. Zero: the date. */
export function addWorkingDays(date: PlainDate, count: number, calendar: WorkingCalendar): PlainDate {
  if (!Number.isInteger(count)) throw new RangeError(`not a number of days: ${count}`)
  if (new Set(calendar.weekend).size >= 7) throw new RangeError('a calendar needs a working day')
  const step = count < 0 ? -1 : 1
  let day = dayNumber(date)
  for (let left = Math.abs(count); left > 0;) {
    day += step
    if (isWorking(day, calendar)) left -= 1
  }
  return dateOfDayNumber(day)
}

/** Working days after the first date up to and including the second; below zero when the second is earlier. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) count += 1
  }
  return count
}

export function isPartialDate(text: string): text is PartialDate {
  const match = partialPattern.exec(text)
  return match !== null && isPlainDate(`${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`)
}

/** How much of the date is known. */
export function precisionOf(date: PartialDate): 'year' | 'month' | 'day' {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/** The first and the last day that the partial date can mean. Throws when it is not a partial date. */
export function spanOf(date: PartialDate): { earliest: PlainDate; latest: PlainDate } {
  if (!isPartialDate(date)) throw new RangeError(`not a partial date: ${date}`)
  if (precisionOf(date) === 'year') return { earliest: `${date}-01-01`, latest: `${date}-12-31` }
  if (precisionOf(date) === 'day') return { earliest: date, latest: date }
  const last = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
  return { earliest: `${date}-01`, latest: `${date}-${last}` }
}

/** -1 or 1 when one is certainly earlier or later, 0 when both can be the same day (1990 and 1990-05). */
export function comparePartialDates(left: PartialDate, right: PartialDate): -1 | 0 | 1 {
  const [one, other] = [spanOf(left), spanOf(right)]
  if (one.latest < other.earliest) return -1
  return one.earliest > other.latest ? 1 : 0
}

/** Completed years of life on that date; two bounds, since a birth may be known by its year. Never below zero. */
export function ageOn(birth: PartialDate, date: PlainDate): { atLeast: number; atMost: number } {
  const { earliest, latest } = spanOf(birth)
  return { atLeast: yearsCompleted(latest, date), atMost: yearsCompleted(earliest, date) }
}

/** Someone born on 29 February completes a year on 1 March of a common year, hence no `addYears` here. */
function yearsCompleted(birth: PlainDate, date: PlainDate): number {
  const years = partsOf(date)[0] - partsOf(birth)[0]
  return Math.max(0, date.slice(5) < birth.slice(5) ? years - 1 : years)
}

export function isInstant(text: string): text is Instant {
  const match = instantPattern.exec(text)
  return match !== null && isPlainDate(match[1]!)
}

/** Milliseconds since 1970-01-01T00:00:00Z. Throws when the text is not an instant. */
export function millisecondsOf(instant: Instant): number {
  const match = instantPattern.exec(instant)
  if (!match) throw new RangeError(`not an instant: ${instant}`)
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4])
  const days = daysBetween('1970-01-01', match[1]!)
  return (days * 86_400 + seconds) * 1000 + Number((match[5] ?? '0').padEnd(3, '0'))
}

export function instantOf(milliseconds: number): Instant {
  const days = Math.floor(milliseconds / 86_400_000)
  const rest = milliseconds - days * 86_400_000
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const clock = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)}`
  return `${addDays('1970-01-01', days)}T${clock}.${String(rest % 1000).padStart(3, '0')}Z`
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOf(millisecondsOf(instant) + Math.round(minutes * 60_000))
}

export function compareInstants(left: Instant, right: Instant): number {
  return Math.sign(millisecondsOf(left) - millisecondsOf(right))
}

/** The plain date that the calendars of that time zone ('Africa/Douala') show at that moment. */
export function dateIn(timeZone: string, instant: Instant): PlainDate {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const parts = new Map(format.formatToParts(millisecondsOf(instant)).map((part) => [part.type, Number(part.value)]))
  return plainDate(parts.get('year')!, parts.get('month')!, parts.get('day')!)
}

/** For reading: as much of the date as is known, with the month in words, Latin digits in Arabic too. */
export function formatDate(date: PartialDate, locale: string): string {
  const tag = locale.includes('-u-') ? locale : `${locale}-u-ca-gregory-nu-latn`
  const precision = precisionOf(date)
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' }
  if (precision !== 'year') options.month = 'long'
  if (precision === 'day') options.day = 'numeric'
  return new Intl.DateTimeFormat(tag, options).format(millisecondsOf(`${spanOf(date).earliest}T00:00:00Z`))
}

export const plainDateSchema = z.string().check(z.refine(isPlainDate, { error: 'not-a-date' }))
export const partialDateSchema = z.string().check(z.refine(isPartialDate, { error: 'not-a-date' }))
export const instantSchema = z.string().check(z.refine(isInstant, { error: 'not-an-instant' }))
