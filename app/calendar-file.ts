/** One meeting, as a calendar takes it. */
export type Meeting = {
  readonly id: string
  /** Instants, ISO 8601 in UTC. */
  readonly at: string
  readonly madeAt: string
  readonly minutes: number
  readonly title: string
  readonly place: string
}

/** Something that happens on a day, at no hour. */
export type DayEntry = {
  readonly id: string
  /** Plain date. */
  readonly on: string
  readonly madeAt: string
  readonly title: string
}

/**
 * A calendar file (iCalendar, RFC 5545). Lines end with CRLF and are folded at 75 octets; a line break, comma or
 * semicolon in a text is escaped, so that no text can add a line of its own.
 */
export function calendarFile(entries: readonly (Meeting | DayEntry)[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Homeward//Homeward//EN',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${entry.id}@homeward`,
      `DTSTAMP:${utc(entry.madeAt)}`,
      ...('on' in entry ? dayLines(entry) : meetingLines(entry)),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function meetingLines({ at, minutes, title, place }: Meeting): readonly string[] {
  const end = new Date(Date.parse(at) + minutes * 60_000).toISOString()
  return [`DTSTART:${utc(at)}`, `DTEND:${utc(end)}`, `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`]
}

/** A whole day, on which nobody is busy for it. */
function dayLines({ on, title }: DayEntry): readonly string[] {
  return [`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`, `SUMMARY:${escaped(title)}`, 'TRANSP:TRANSPARENT']
}

function utc(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll(/\r\n|\r|\n|\u2028|\u2029/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')
}

/** By octets, never inside a character: an Arabic letter takes two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (size + octets > 74) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += character
    size += octets
  }
  return [...parts, part].join('\r\n ')
}
