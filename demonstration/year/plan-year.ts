import { addDays } from '#domain/calendar.ts'
import type { CountryCalendar } from '#domain/holidays.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { FactAnswers } from '#domain/field.ts'
import { beneficiaryOf } from '#domain/scheme/beneficiary.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { drawsOf } from '#domain/simulation/draws.ts'
import type { Draws } from '#domain/simulation/draws.ts'
import { aidsOpenTo, invent } from '#domain/simulation/invented.ts'
import type { Invented } from '#domain/simulation/invented.ts'
import { live } from '#domain/simulation/simulate.ts'
import type { DoneDeed } from '#domain/simulation/simulate.ts'

import type { Act } from '../act.ts'
import { instantOn } from '../act.ts'
import { chanceFor } from '../chance.ts'
import type { Chance } from '../chance.ts'
import { inventFamily } from '../people.ts'
import type { Family } from '../people.ts'
import type { CastGroup, CastYear } from '../read-data.ts'
import { readNames, readOffices, readTrades, readWords } from '../read-data.ts'
import { playersOf } from '../world.ts'
import { meetingActs, meetingsOf, minuteOfFile } from './meetings.ts'
import { settingOf } from './setting.ts'
import type { Place } from './setting.ts'

/**
 * All commands of a scheme's fictive year, oldest first, up to the day before `today` (a plain date): invented people
 * walk the scheme's own road, so that a new scheme needs data only. The same day gives the same acts.
 */
export function planYear(running: RunningEdition, year: CastYear, calendar: CountryCalendar, today: string): Act[] {
  const place = placeOf(running, year, calendar, today)
  const cast = year.groups.flatMap((group) => Array.from({ length: group.count }, () => group))
  const agenda = new Map<string, number>()
  const acts = cast.flatMap((group, index) => actsOf(place, year, group, index, agenda, today))
  const { scheme } = running.scheme
  const meetings = place.meetings.flatMap((meeting) =>
    meetingActs(meeting, scheme, running.edition, place.players, place.words),
  )
  return [...acts, ...meetings].sort(byTime)
}

function byTime(one: Act, other: Act): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0
}

function placeOf(running: RunningEdition, year: CastYear, calendar: CountryCalendar, today: string): Place {
  const offices = readOffices()
  return {
    running,
    offices,
    byRole: offices.schemeOffices.find(({ scheme }) => scheme === year.scheme)?.roles ?? {},
    calendar,
    players: playersOf(offices, year.scheme),
    meetings: meetingsOf(year, running.edition, today),
    people: peopleOf(running, year),
    businesses: readTrades().businesses.filter(({ language }) => language === 'fr'),
    words: readWords(),
    lastDay: addDays(today, -1),
  }
}

/** Names of the scheme's people, and the towns of its country. */
function peopleOf({ scheme }: RunningEdition, year: CastYear): Place['people'] {
  const country = year.people ?? scheme.country
  return { country, names: { ...readNames(country), towns: readNames(scheme.country).towns } }
}

function actsOf(
  place: Place,
  year: CastYear,
  group: CastGroup,
  index: number,
  agenda: Map<string, number>,
  today: string,
): readonly Act[] {
  const { running } = place
  const seed = `demonstration ${year.scheme} ${index}`
  const chance = chanceFor(seed)
  const draws = drawsOf(chance.whole(0, 2 ** 31))
  const person = someoneFor(running, group, draws, seed)
  const family = familyOf(place, group, person, chance, Number(today.slice(0, 4)) - 2)
  const business = chance.pick(place.businesses)
  const began = addDays(today, -chance.whole(...group.began))
  const firstDay = began < running.edition.from ? running.edition.from : began
  const setting = settingOf(place, { group, firstDay, family, business, draws })
  const beneficiary = named(place, person, family.town.name, index)
  const { deeds } = live(running, { ...person, beneficiary, people: family.people }, draws, setting)
  return onClock(place, person.case, deeds, agenda)
}

/** The people of the case with names of their country: a family, or those who are with an organisation or a group. */
function familyOf(place: Place, group: CastGroup, person: Invented, chance: Chance, year: number): Family {
  const count = (relation: string) => person.people.filter((each) => each.relation === relation).length
  const plan = {
    spouse: count('spouse') > 0,
    children: count('child'),
    ...(group.town === undefined ? {} : { town: group.town }),
  }
  const family = inventFamily(place.people, person.case, chance, year, plan)
  if (person.beneficiary === undefined) return family
  const people = person.people.map(({ person: id, relation }) => {
    const [someone] = inventFamily(place.people, id, chance, year, plan).people
    return { ...someone!, person: id, relation }
  })
  return { ...family, people }
}

/** An organisation or a group by a name of its own. */
function named(place: Place, { beneficiary }: Invented, town: string, index: number): Invented['beneficiary'] {
  if (!beneficiary) return undefined
  const names = place.words.sentences('fr', `${beneficiaryOf(place.running.edition)}-name`)
  return { ...beneficiary, name: (names[index % names.length] ?? '').replaceAll('{place}', town) }
}

const mostTries = 80

/** Somebody whose answers open what the group asks for; where it asks for nothing, whoever comes. */
function someoneFor(running: RunningEdition, group: CastGroup, draws: Draws, seed: string): Invented {
  const { aid, decided, until } = group
  const anyone = aid === undefined && decided === undefined && until === undefined
  const fixed: FactAnswers = Object.fromEntries(
    Object.entries(group.answers ?? {}).map(([fact, known]) => [fact, { known }]),
  )
  for (let tries = 0; tries < mostTries; tries += 1) {
    const invented = invent(running, draws, seed)
    if (anyone) return invented
    const answers = { ...invented.answers, ...fixed }
    const open = aidsOpenTo(running, answers).map((each) => each.aid)
    const wanted = aid ?? (open.includes(invented.aid) ? invented.aid : (open[0] ?? ''))
    const isEligible = running.rules.verdict(running.edition.eligibility, answers).result === 'met'
    const hasAid = running.edition.aids.length === 0 || open.includes(wanted)
    if (isEligible && hasAid) return { ...invented, answers, aid: wanted, leavesIn: undefined }
  }
  throw new Error(`nobody in ${running.scheme.scheme} can have ${aid ?? 'an aid'}`)
}

const firstMinute = 8 * 60
const gap = 7

/** The deeds of a case as commands at their minute, one after the other. */
function onClock(
  { meetings, running }: Place,
  stream: string,
  deeds: readonly DoneDeed[],
  agenda: Map<string, number>,
): readonly Act[] {
  const busy = new Set(meetings.map(({ on }) => on))
  let day = ''
  let minute = 0
  return deeds.map((deed) => {
    const { id, command, actor, input } = deed
    const sitting = typeof input['sitting'] === 'string' ? input['sitting'] : undefined
    const usual = firstMinute + (Number.parseInt(id.slice(0, 6), 16) % (busy.has(deed.day) ? 60 : 420))
    const place = agenda.get(sitting ?? '') ?? 0
    const isDecision = command === 'record-decision'
    if (isDecision && sitting !== undefined) agenda.set(sitting, place + 1)
    minute = Math.max(isDecision ? minuteOfFile(place) : usual, deed.day === day ? minute + gap : 0)
    day = deed.day
    const paper = papers(running, deed)
    return {
      command: id,
      name: command,
      stream,
      actor,
      input,
      at: instantOn(day, minute),
      today: day,
      ...(sitting === undefined ? {} : { beside: sitting }),
      ...(paper === undefined ? {} : { paper }),
    }
  })
}

function papers({ edition }: RunningEdition, { command, input, day }: DoneDeed): Act['paper'] {
  const { document, paper } = input
  if (command !== 'attach-document' || typeof document !== 'string' || typeof paper !== 'string') return undefined
  const title = edition.papers.find((each) => each.paper === paper)?.title.fr ?? paper
  return { document, paper, title, lines: [day, derivedId(document, 'number').slice(0, 8)] }
}
