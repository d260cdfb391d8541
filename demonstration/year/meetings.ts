// The meetings that a committee held in the year, and those to come.
import { addDays } from '#domain/calendar.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Actor, Role } from '#domain/role.ts'
import { committeeOf } from '#domain/scheme/committee.ts'
import type { Edition } from '#domain/scheme/scheme.ts'

import type { Act } from '../act.ts'
import { instantOn, workingDate } from '../act.ts'
import type { CastYear, Words } from '../read-data.ts'
import { commandId, first } from '../story.ts'

export type Meeting = {
  readonly sitting: string
  readonly committee: string | null
  readonly on: string
  /** The day on which it was called: from here files can be handed in. */
  readonly planned: string
  readonly held: boolean
  readonly place: string
}

/** Days from today of the newest meeting, of those to come, and by when these were called. */
const newest = -4
const coming = [12, 47]
const calledBy = -9

/** The meetings of the first committee in order: as many as the scheme's year says, spread evenly up to some days ago, and two to come. */
export function meetingsOf(
  { scheme, sittings }: CastYear,
  { from, committees }: Edition,
  today: string,
): readonly Meeting[] {
  if (!sittings) return []
  const { held, over, place } = sittings
  const between = over / Math.max(held - 1, 1)
  const past = Array.from({ length: held }, (_, index) => newest - Math.round((held - 1 - index) * between))
  return [...past, ...coming].map((day, index) => {
    const on = workingDate(today, day)
    const called = [addDays(on, -Math.round(between) - 14), addDays(today, calledBy)].sort()[0] ?? today
    return {
      sitting: derivedId('demonstration', `${scheme} sitting ${index}`),
      committee: committees?.[0]?.committee ?? null,
      on,
      planned: called < from ? from : called,
      held: day < 0,
      place,
    }
  })
}

const morning = 9 * 60
const evening = 17 * 60
const perFile = 5

/** When the decision on a file is written down, by its place on the agenda: minutes after midnight. */
export function minuteOfFile(place: number): number {
  return morning + 30 + place * perFile
}

/** Everything that happens to one meeting, by those who sit in the committee. */
export function meetingActs(
  { sitting, committee, on, planned, held, place }: Meeting,
  scheme: string,
  edition: Edition,
  players: readonly Actor[],
  words: Words,
): readonly Act[] {
  const of = (role: Role) => players.filter((player) => player.role === role)
  const secretary = first(of('committee-secretary'))
  const members = [...of('committee-chair'), ...of('committee-member')]
  const present = members.map(({ user }) => user)
  const quorum = committeeOf(edition, committee)?.quorum === 'unknown' ? { quorum: Math.min(2, present.length) } : {}
  const acts: Act[] = []
  const act = (actor: Actor, name: string, input: Act['input'], today: string, minute: number) =>
    acts.push({
      command: commandId(sitting, acts.length),
      name,
      stream: sitting,
      actor,
      input,
      at: instantOn(today, minute),
      today,
    })
  act(
    secretary,
    'plan-sitting',
    { scheme, on, place, members: present, ...quorum, ...(committee === null ? {} : { committee }) },
    planned,
    7 * 60,
  )
  if (!held) return acts
  act(secretary, 'open-sitting', { present }, on, morning)
  const minutes = words.sentences('fr', 'sitting-minutes')
  act(secretary, 'close-sitting', { minutes: minutes[Number(on.slice(-2)) % minutes.length] }, on, evening)
  members.forEach((member, index) => act(member, 'sign-minutes', {}, addDays(on, 1), morning + index * 15))
  return acts
}
