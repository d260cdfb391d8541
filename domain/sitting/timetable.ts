export type Timetable = {
  /** When each file comes, HH:MM; null once a file before it has no minutes. */
  readonly starts: readonly (string | null)[]
  /** When the last one ends, HH:MM; null where that is not known. */
  readonly end: string | null
  /** Minutes of all files together, as far as they are set. */
  readonly total: number
}

/** The clock of a sitting's day: each file after the other from `start` (HH:MM). It does not run past midnight twice. */
export function timetable(start: string, minutes: readonly (number | null)[]): Timetable {
  const [hour = 0, minute = 0] = start.split(':').map(Number)
  let at: number | null = hour * 60 + minute
  const starts = minutes.map((each) => {
    const own = at
    at = at === null || each === null ? null : at + each
    return own === null ? null : clock(own)
  })
  const total = minutes.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  return { starts, end: at === null ? null : clock(at), total }
}

function clock(minutes: number): string {
  const inDay = minutes % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
