import type { SittingEvent } from './events.ts'

/** When somebody came to a sitting, whether last from a distance, and when they left; null = they stayed. Instants. */
export type Attendance = {
  readonly member: string
  readonly remote: boolean
  readonly from: string
  readonly until: string | null
}

type Told = Extract<SittingEvent, { type: 'sitting-opened' | 'presence-changed' }>

/**
 * Who took part in a sitting at any time, from what was noted of it, oldest first. Whoever went and came back was there
 * from the first time on: what they voted on says the vote itself.
 */
export function attendanceOf(told: readonly Told[]): readonly Attendance[] {
  return told.reduce<readonly Attendance[]>((before, { data: { present, remote = [], at } }) => {
    const known = before.map((each) => {
      if (present.includes(each.member)) return { ...each, until: null, remote: remote.includes(each.member) }
      return each.until === null ? { ...each, until: at } : each
    })
    const come = present.filter((member) => !before.some((each) => each.member === member))
    return [...known, ...come.map((member) => ({ member, remote: remote.includes(member), from: at, until: null }))]
  }, [])
}
