import { derivedId } from '#domain/derived-id.ts'
import type { Actor, Role } from '#domain/role.ts'

import type { Act, Day, Earlier, Moment, Month, Paper, StoryAct } from './act.ts'
import { instantOn, workingDate } from './act.ts'
import type { Chance } from './chance.ts'
import { chanceFor } from './chance.ts'
import type { Family } from './people.ts'
import type { Business, Job } from './read-data.ts'
import type { World } from './world.ts'

type Special = {
  readonly minute?: number
  readonly offline?: boolean
  readonly beside?: string
  readonly paper?: Paper
}

/**
 * One invented case while it is told: acts on the story's own days, beginning with day 0. Chapters move the day on and
 * add acts; `onCalendar` then puts the whole story so that its anchor, or its last act, falls on a given day.
 */
export type Story = {
  readonly case: string
  readonly world: World
  readonly chance: Chance
  readonly family: Family
  readonly business: Business
  readonly job: Job
  readonly host: Actor
  readonly coordinator: Actor
  /** The operator's adviser that works with the person now. */
  adviser(): Actor
  setOperator(office: string): void
  /** The day the story has come to. */
  day(): number
  wait(from: number, to?: number): void
  goTo(day: number): void
  /** Adds an act on the present day and answers its place in the story. */
  act(actor: Actor, name: string, input?: Record<string, unknown>, special?: Special): number
  /** Puts a paper on the case and answers its id. */
  attach(actor: Actor, paper: string, title: string, lines: readonly string[]): string
  /** The id that `act` at this place gives to something new. */
  idFrom(place: number, purpose: string): string
  /** The day that the calendar is asked to keep. */
  anchor(): void
  one(role: Role): Actor
  /** Words of a colleague in the language of the file. */
  say(occasion: string): string
  fill(sentence: string): string
  finished(): ToldStory
}

export type ToldStory = { readonly case: string; readonly acts: readonly StoryAct[]; readonly anchor: number | null }

export type Casting = Pick<Story, 'family' | 'business' | 'job' | 'host' | 'coordinator'> & {
  readonly operator: string
}

export function beginStory(world: World, id: string, casting: Casting): Story {
  const chance = chanceFor(`${id} story`)
  const acts: StoryAct[] = []
  let day = 0
  let anchor: number | null = null
  let operator = casting.operator
  const { town, language } = casting.family
  const operatorName = () => world.offices.offices.find(({ office }) => office === operator)?.name ?? ''
  const fill = (sentence: string) => sentence.replaceAll('{place}', town.name).replaceAll('{operator}', operatorName())
  const story: Story = {
    case: id,
    world,
    chance,
    ...casting,
    adviser: () => first(world.actors('adviser', operator)),
    setOperator: (office) => (operator = office),
    day: () => day,
    wait: (from, to = from) => (day += chance.whole(from, to)),
    goTo: (later) => (day = Math.max(day, later)),
    act(actor, name, input = {}, special = {}) {
      acts.push({ name, actor, input, day, ...special })
      return acts.length - 1
    },
    attach(actor, paper, title, lines) {
      const document = derivedId(id, `document ${acts.length}`)
      const sheet = { document, paper, title, lines: [...lines] }
      story.act(actor, 'attach-document', { document, paper, title }, { paper: sheet })
      return document
    },
    idFrom: (place, purpose) => derivedId(commandId(id, place), purpose),
    anchor: () => (anchor = day),
    one: (role) => first(world.actors(role)),
    say: (occasion) => fill(chance.pick(world.words.sentences(language, occasion))),
    fill,
    finished: () => ({ case: id, acts, anchor }),
  }
  return story
}

export function first<T>(list: readonly T[]): T {
  const [one] = list
  if (one === undefined) throw new Error('nobody plays this part')
  return one
}

export function commandId(stream: string, place: number): string {
  return derivedId(stream, `command ${place}`)
}

const firstMinute = 8 * 60
const gap = 9

/**
 * The acts of a story with their dates: `shift` days from `today` is the story's day 0. What would lie after `last`
 * (days from today) has not happened yet and is left out, with all that follows.
 */
export function onCalendar(told: ToldStory, today: string, shift: number, last = -1): Act[] {
  const dateOf = (day: number) => workingDate(today, day + shift)
  const commandAt = (place: number) => commandId(told.case, place)
  const past = told.acts.filter(({ day }) => day + shift <= last)
  let date = ''
  let minute = 0
  return past.map((act, place) => {
    const on = dateOf(act.day)
    minute = Math.max(act.minute ?? firstMinute + (place % 5) * 3, on === date ? minute + gap : 0)
    date = on
    const at = instantOn(on, minute)
    const { name, actor, beside, paper } = act
    return {
      command: commandAt(place),
      name,
      stream: told.case,
      actor,
      input: dated(act.input, dateOf, commandAt),
      at,
      today: on,
      ...(beside === undefined ? {} : { beside }),
      ...(paper === undefined ? {} : { paper }),
      ...(act.offline === true ? { happenedAt: instantOn(on, Math.max(minute - 330, 0)) } : {}),
    }
  })
}

/** Days and moments of a story as dates and instants; its earlier acts by the ids of their commands. */
function dated(
  input: Readonly<Record<string, unknown>>,
  dateOf: (day: number) => string,
  commandAt: (place: number) => string,
): Record<string, unknown> {
  const entries = Object.entries(input).map(([name, value]) => {
    if (typeof value !== 'object' || value === null) return [name, value] as const
    if ('onDay' in value) return [name, dateOf((value as Day).onDay)] as const
    if ('atDay' in value) {
      const { atDay, hour } = value as Moment
      return [name, instantOn(dateOf(atDay), hour * 60)] as const
    }
    if ('monthOf' in value) return [name, dateOf((value as Month).monthOf).slice(0, 7)] as const
    if ('firstMonth' in value) return [name, dated(value as Record<string, unknown>, dateOf, commandAt)] as const
    if ('versionOf' in value) return [name, { versionOf: commandAt((value as Earlier).versionOf) }] as const
    return [name, value] as const
  })
  return Object.fromEntries(entries)
}
