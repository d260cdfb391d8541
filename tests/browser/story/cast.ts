import type { OfficeDays, Screen } from '../../kit/office-days.ts'

/** Who plays: the office with its calendar, and everybody at a screen of their own. */
export type Cast = {
  readonly office: OfficeDays
  /** Somebody's screen, which stays open from one part of the story to the next. */
  at(who: string): Promise<Screen>
}

/** The student of the story. */
export const person = 'Aline Mballa'
