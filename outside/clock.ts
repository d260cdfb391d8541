import type { Clock } from '#app/ports.ts'

/** The machine's clock. `zone` is the IANA time zone of the office, in which a day begins and ends. */
export function systemClock(zone: string): Clock {
  return {
    now: () => new Date().toISOString(),
    today: (elsewhere = zone) => plainDate(new Date(), elsewhere),
  }
}

/** Making one costs as much as judging a command. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. Throws for a zone that does not exist. */
export function plainDate(instant: Date, zone: string): string {
  const parts = formatIn(zone).formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
