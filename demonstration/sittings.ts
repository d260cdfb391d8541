// The committee's meetings: planned, held, moved, cancelled.
import { derivedId } from '#domain/derived-id.ts'
import type { Actor } from '#domain/role.ts'

import type { Act } from './act.ts'
import { instantOn, workingDate } from './act.ts'
import { commandId, first } from './story.ts'
import type { World } from './world.ts'

/** Days from today. The committee meets when there are files enough, some three times a year. */
export const sittings = {
  first: { planned: -505, day: -440 },
  second: { planned: -372, day: -310 },
  cancelled: { planned: -290, day: -238 },
  third: { planned: -244, day: -188 },
  fourth: { planned: -130, day: -75 },
  coming: { planned: -40, day: 16 },
  later: { planned: -9, day: 138 },
} as const

export type SittingName = keyof typeof sittings

export function sittingId(name: SittingName): string {
  return derivedId('demonstration', `sitting ${name}`)
}

type Telling = {
  readonly name: SittingName
  readonly act: (actor: Actor, command: string, input: object, day: number, minute: number) => void
  readonly people: People
  readonly words: (occasion: string, place?: number) => string
  readonly dateOf: (day: number) => string
  /** The files on its agenda, in order. */
  readonly files: readonly string[]
}

type People = { readonly secretary: Actor; readonly chair: Actor; readonly members: readonly Actor[] }

/** Everything that happens to the meetings; `agenda` names the files of each. */
export function sittingActs(world: World, today: string, agenda: (name: SittingName) => readonly string[]): Act[] {
  const acts: Act[] = []
  for (const name of Object.keys(sittings) as SittingName[]) {
    const stream = sittingId(name)
    let place = 0
    const dateOf = (day: number) => workingDate(today, day)
    const telling: Telling = {
      name,
      people: {
        secretary: first(world.actors('committee-secretary')),
        chair: first(world.actors('committee-chair')),
        members: world.actors('committee-member'),
      },
      words: (occasion, index = 0) => world.words.sentences('fr', occasion)[index] ?? '',
      dateOf,
      files: agenda(name),
      act(actor, command, input, day, minute) {
        const on = dateOf(day)
        acts.push({
          command: commandId(stream, place++),
          name: command,
          stream,
          actor,
          input: { ...input },
          at: instantOn(on, minute),
          today: on,
        })
      },
    }
    tell(telling, world.scheme)
  }
  return acts
}

const quorum = 2
const morning = 9 * 60
const evening = 16 * 60

function tell(telling: Telling, scheme: string): void {
  const { name, act, people, dateOf, words } = telling
  const { planned, day } = sittings[name]
  const everyone = [people.chair, ...people.members].map(({ user }) => user)
  const moved = name === 'third'
  const on = dateOf(moved ? day - 7 : day)
  // The edition gives no quorum: the committee sets its own, at once or later.
  const atOnce = name === 'first' ? {} : { quorum }
  const members = name === 'second' ? everyone.slice(0, 2) : everyone
  const place = 'Ambassade de France, Yaoundé'
  act(people.secretary, 'plan-sitting', { scheme, on, place, members, ...atOnce }, planned, morning)
  if (name === 'first')
    act(people.chair, 'set-quorum', { quorum, reason: words('sitting-quorum') }, planned + 6, morning)
  if (name === 'second') act(people.secretary, 'name-members', { members: everyone }, planned + 9, morning)
  if (moved)
    act(
      people.secretary,
      'move-sitting',
      { on: dateOf(day), place: 'OFII Yaoundé', reason: words('sitting-moved') },
      day - 20,
      morning,
    )
  if (name === 'cancelled')
    return act(people.chair, 'cancel-sitting', { reason: words('sitting-cancelled') }, day - 6, morning)
  declareInterests(telling)
  if (name === 'coming') prepareComing(telling)
  if (day < 0) hold(telling, everyone)
}

/** The next meeting is prepared: how it will vote, and its files in order. */
function prepareComing({ act, people, words, files }: Telling): void {
  const rule = { decides: 'majority', casting: true, reason: words('sitting-quorum') }
  act(people.chair, 'set-voting-rule', rule, -2, evening)
  act(people.secretary, 'set-agenda', { cases: files, minutes: 10 }, -1, morning)
}

/** In each meeting a member steps aside from a file; once it was a mistake. */
function declareInterests({ name, act, people, files, words }: Telling): void {
  const { day } = sittings[name]
  const [one, other] = people.members
  const [file, another] = files
  if (!one || !other || !file || !another) return
  const before = day > 0 ? -2 : day - 4
  act(
    one,
    'declare-interest',
    { case: file, reason: words('interest', name === 'third' ? 1 : 0) },
    before,
    morning + 40,
  )
  if (name !== 'first') return
  const reason = words('interest', 2)
  act(people.secretary, 'declare-interest', { case: another, member: other.user, reason }, before, morning + 60)
  const lifted = { case: another, member: other.user, reason: words('interest-lifted') }
  act(people.secretary, 'lift-interest', lifted, before + 1, morning + 60)
}

function hold({ name, act, people, words }: Telling, everyone: readonly string[]): void {
  const { day } = sittings[name]
  const late = name === 'second'
  const present = late ? everyone.slice(0, 2) : everyone
  act(people.secretary, 'open-sitting', { present }, day, morning)
  if (late) act(people.secretary, 'change-presence', { present: everyone }, day, morning + 30)
  const number = Object.keys(sittings).indexOf(name)
  act(people.secretary, 'close-sitting', { minutes: words('sitting-minutes', number % 3) }, day, evening)
  act(people.chair, 'sign-minutes', {}, day + 4, morning)
  // The newest minutes still wait for a signature.
  const signing = name === 'fourth' ? people.members.slice(0, 1) : people.members
  signing.forEach((member, index) => act(member, 'sign-minutes', {}, day + 5, morning + index * 15))
}

/** When the secretary writes down the decision on a file, by its place on the agenda. */
export function decisionMinute(place: number): number {
  return morning + 45 + place * 12
}
