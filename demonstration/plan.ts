import { derivedId } from '#domain/derived-id.ts'
import type { Edition } from '#domain/scheme/scheme.ts'

import type { Act } from './act.ts'
import { chanceFor } from './chance.ts'
import type { Chance } from './chance.ts'
import { partsOnArrival } from './cast-arrival.ts'
import { partsOfCommittee } from './cast-committee.ts'
import type { Agenda } from './cast-committee.ts'
import { partsAtHome } from './cast-home.ts'
import { partsOfProjects, partsWithoutCommittee } from './cast-project.ts'
import type { Part } from './part.ts'
import type { Family } from './people.ts'
import { inventFamily } from './people.ts'
import type { SittingName } from './sittings.ts'
import { sittingActs, sittingId } from './sittings.ts'
import type { Casting, Story } from './story.ts'
import { beginStory, first, onCalendar } from './story.ts'
import { partOfStudent } from './student.ts'
import type { World } from './world.ts'
import { makeWorld } from './world.ts'

/**
 * All commands of the demonstration, oldest first, for a given day: the same day gives the same acts. `today` is a
 * plain date; nothing lies after the day before it.
 */
export function planDemonstration(scheme: string, edition: Edition, today: string): Act[] {
  const world = makeWorld(scheme, edition)
  const agenda = newAgenda()
  const parts = [
    partOfStudent(agenda),
    ...partsOfCommittee(agenda),
    ...partsAtHome,
    ...partsOnArrival,
    ...partsOfProjects,
    ...partsWithoutCommittee,
  ]
  const cast = parts.flatMap((part) => Array.from({ length: part.count }, (_, index) => ({ part, index })))
  const acts = cast.flatMap(({ part, index }, number) => tellOne(world, today, number, part, index))
  return [...acts, ...sittingActs(world, today, (name) => filesOf(acts, name))].sort(byTime)
}

function byTime(one: Act, other: Act): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0
}

function newAgenda(): Agenda {
  const taken = new Map<SittingName, number>()
  return {
    next(sitting) {
      const place = taken.get(sitting) ?? 0
      taken.set(sitting, place + 1)
      return place
    },
  }
}

/** The files of a meeting: as decided, or as handed in where nothing is decided yet. */
function filesOf(acts: readonly Act[], name: SittingName): readonly string[] {
  const here = acts.filter(({ beside }) => beside === sittingId(name))
  const decisions = here.filter((act) => act.name === 'record-decision')
  return [...new Set((decisions.length > 0 ? decisions : here).sort(byTime).map(({ stream }) => stream))]
}

function tellOne(world: World, today: string, number: number, part: Part, index: number): Act[] {
  const id = derivedId('demonstration', `case ${number}`)
  const chance = chanceFor(`${id} cast`)
  const year = Number(today.slice(0, 4)) - 2
  const family = inventFamily(world, id, chance, year, part.family ?? inventPlan(chance))
  const story = beginStory(world, id, castingFor(world, family, chance, part))
  part.tell(story, index)
  return onCalendar(story.finished(), today, shiftOf(story, part, chance))
}

function inventPlan(chance: Chance) {
  return { spouse: chance.maybe(0.3), children: chance.maybe(0.35) ? chance.whole(1, 4) : 0 }
}

/** How many days from today the story's first day lies. */
function shiftOf(story: Story, { placing }: Part, chance: Chance): number {
  const { acts, anchor } = story.finished()
  if ('ends' in placing) return -chance.whole(...placing.ends) - (acts.at(-1)?.day ?? 0)
  if (anchor === null) throw new Error('a story without an anchor cannot be put on a day')
  return ('anchorOn' in placing ? placing.anchorOn : chance.whole(...placing.anchor)) - anchor
}

function castingFor(world: World, family: Family, chance: Chance, part: Part): Casting {
  const spoken = <T extends { readonly language: string }>(list: readonly T[]) =>
    chance.pick(list.filter(({ language }) => language === family.language))
  const business = part.family?.town === undefined ? spoken(world.trades.businesses) : first(world.trades.businesses)
  return {
    family,
    business,
    job: spoken(world.trades.jobs),
    host: chance.pick(world.actors('counsellor', part.host)),
    coordinator: chance.pick(world.actors('coordinator')),
    operator: operatorFor(world, family, chance),
  }
}

/** The nearest operator: of the region, else of the same part of the country, else one that speaks the language. */
function operatorFor(world: World, { town, language }: Family, chance: Chance): string {
  const advisers = world.actors('adviser')
  const regionOf = (office: string) => world.offices.offices.find((each) => each.office === office)?.region ?? ''
  const near = world.names.groups.find(({ regions }) => regions.includes(town.region))?.regions ?? []
  const speakers = world.offices.accounts.filter((each) => each.language === language).flatMap(({ seats }) => seats)
  const choices = [
    advisers.filter(({ office }) => regionOf(office) === town.region),
    advisers.filter(({ office }) => near.includes(regionOf(office))),
    advisers.filter(({ office }) => speakers.some(([, seat]) => seat === office)),
    advisers,
  ]
  return chance.pick(choices.find((each) => each.length > 0) ?? advisers).office
}
