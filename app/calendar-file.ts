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

/**
 * A calendar file (iCalendar, RFC 5545) with one meeting. Lines end with CRLF and are folded at 75 octets; a line break,
 * comma or semicolon in a text is escaped, so that no text can add a line of its own.
 */
export function calendarFile({ id, at, madeAt, minutes, title, place }: Meeting): string {
  const end = new Date(Date.parse(at) + minutes * 60_000).toISOString()
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Homeward//Homeward//EN',
    'BEGIN:VEVENT',
    `UID:${id}@homeward`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(at)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
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
