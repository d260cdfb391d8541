import type { Clock } from '#app/ports.ts'

/** The machine's clock. `zone` is the IANA time zone of the office, in which a day begins and ends. */
export function systemClock(zone: string): Clock {
  return {
    now: () => new Date().toISOString(),
    today: (elsewhere = zone) => plainDate(new Date(), elsewhere),
  }
}

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. Throws for a zone that does not exist. */
export function plainDate(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
