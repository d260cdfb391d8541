import type { Actor } from '#domain/role.ts'
import { addDays, dayOfWeek } from '#domain/calendar.ts'

/** A day of a story, counted from its first; becomes a date when the story is put into the calendar. */
export type Day = { readonly onDay: number }
/** A moment of a story, to be met at an hour in UTC. */
export type Moment = { readonly atDay: number; readonly hour: number }
/** The month of a day of a story, as `YYYY-MM`. */
export type Month = { readonly monthOf: number }
/** The version that an earlier act gave the case: by its place in the story, then by its command's id. */
export type Earlier<Act = number> = { readonly versionOf: Act }

export type Paper = {
  readonly document: string
  readonly paper: string
  readonly title: string
  readonly lines: string[]
}

/** One command of a story, still on the story's own days. */
export type StoryAct = {
  readonly name: string
  readonly actor: Actor
  readonly input: Readonly<Record<string, unknown>>
  readonly day: number
  /** Earliest minute of the day, in UTC. */
  readonly minute?: number
  /** Done without network some hours before it was recorded. */
  readonly offline?: boolean
  /** Another stream that this act reads or writes beside its own. */
  readonly beside?: string
  readonly paper?: Paper
}

/** A command as it is sent: who, when, to which stream. */
export type Act = {
  readonly command: string
  readonly name: string
  readonly stream: string
  readonly beside?: string
  readonly actor: Actor
  readonly input: Readonly<Record<string, unknown>>
  /** Instant of recording, and its plain date. */
  readonly at: string
  readonly today: string
  readonly happenedAt?: string
  readonly paper?: Paper
}

/** The date a number of days from another one; what falls on a weekend is done on the Friday before. */
export function workingDate(from: string, days: number): string {
  const date = addDays(from, days)
  return addDays(date, -Math.max(dayOfWeek(date) - 5, 0))
}

/** An instant on a date, given in minutes after midnight, UTC. */
export function instantOn(date: string, minute: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + minute * 60_000).toISOString()
}

/** The input with the versions that earlier acts have brought about by now. */
export function withVersions(
  input: Readonly<Record<string, unknown>>,
  versions: ReadonlyMap<string, number>,
): Record<string, unknown> {
  const entries = Object.entries(input).map(([name, value]) => {
    const isEarlier = typeof value === 'object' && value !== null && 'versionOf' in value
    return [name, isEarlier ? String(versions.get((value as Earlier<string>).versionOf)) : value] as const
  })
  return Object.fromEntries(entries)
}
