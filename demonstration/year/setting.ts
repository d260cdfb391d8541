// Where invented people walk the road of a scheme: its real offices, its committee's meetings, the days of the year.
import { addDays, dayOfWeek } from '#domain/calendar.ts'
import type { CountryCalendar } from '#domain/holidays.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { SittingSummary } from '#domain/command.ts'
import type { Actor, Role } from '#domain/role.ts'
import { findStep } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Deed, Scene } from '#domain/simulation/deeds.ts'
import { deedFor } from '#domain/simulation/deeds.ts'
import type { Draws } from '#domain/simulation/draws.ts'
import type { Setting } from '#domain/simulation/simulate.ts'

import type { Family, People } from '../people.ts'
import type { Business, CastGroup, DemonstrationOffices, Words } from '../read-data.ts'
import type { Meeting } from './meetings.ts'
import { worded } from './wording.ts'

/** What all cases of a scheme's year share. */
export type Place = {
  readonly running: RunningEdition
  readonly offices: DemonstrationOffices
  readonly byRole: Readonly<Record<string, readonly string[]>>
  readonly calendar: CountryCalendar
  readonly players: readonly Actor[]
  readonly meetings: readonly Meeting[]
  readonly people: People
  readonly businesses: readonly Business[]
  readonly words: Words
  readonly lastDay: string
}

/** What is one case's own. */
export type Part = {
  readonly group: CastGroup
  readonly firstDay: string
  readonly family: Family
  readonly business: Business
  readonly draws: Draws
}

export function settingOf(place: Place, part: Part): Setting {
  const { group, draws } = part
  const pick = (role: Role) => draws.pick(place.byRole[role] ?? []) ?? ''
  const opener = place.running.edition.journey[0]?.steps[0]?.by ?? 'counsellor'
  const chosen = {
    host: pick(opener),
    coordinator: pick('coordinator'),
    operator: group.adviser ?? pick('adviser'),
    outcome: draws.pick(group.decided ?? []),
  }
  return {
    firstDay: part.firstDay,
    lastDay: place.lastDay,
    offices: { all: place.offices.offices.map(({ office }) => office), byRole: place.byRole },
    calendar: place.calendar,
    actorFor: (deed, state) => playerFor(place, deed, state, chosen.host),
    sittingFor: (deed, state) => summaryFor(place, deed, state),
    staged: (deed, scene) => staged(place, part, chosen, deed, scene),
  }
}

/** Whoever plays the role in the office that answers for the case, in the operator's, or in the scheme's own. */
function playerFor({ players, running }: Place, deed: Deed, state: CaseState, host: string): Actor {
  const { operator, custody } = state
  const near = deed.command === 'accept-custody' ? [custody.offeredTo] : [operator?.office, custody.office, host]
  const able = players.filter(({ role }) => role === deed.by)
  const player =
    near.map((office) => able.find((each) => each.office === office)).find((each) => each !== undefined) ?? able[0]
  if (!player) throw new Error(`nobody plays the ${deed.by} of ${running.scheme.scheme}`)
  return player
}

function meetingFor(meetings: readonly Meeting[], { input }: Deed): Meeting | undefined {
  return meetings.find(({ sitting }) => sitting === input['sitting'])
}

function summaryFor({ meetings, running, players }: Place, deed: Deed, state: CaseState): SittingSummary {
  const meeting = meetingFor(meetings, deed)
  const seated = players.filter(({ role }) => role === 'committee-chair' || role === 'committee-member')
  const office = players.find(({ role }) => role === 'committee-secretary')?.office ?? ''
  return {
    sitting: meeting?.sitting ?? '',
    scheme: running.scheme.scheme,
    committee: meeting?.committee ?? null,
    office,
    state: deed.command === 'record-decision' ? 'open' : 'planned',
    on: meeting?.on ?? deed.day,
    quorum: Math.min(2, seated.length),
    present: seated.map(({ user }) => user),
    files: [{ case: state.case, recused: [] }],
  }
}

type Chosen = {
  readonly host: string
  readonly coordinator: string
  readonly operator: string
  readonly outcome: string | undefined
}

function staged(place: Place, part: Part, chosen: Chosen, deed: Deed, scene: Scene): Deed | undefined {
  if (part.group.until?.includes(deed.step)) return undefined
  const placed = inPlace(place, chosen, deed, scene)
  if (!placed) return undefined
  const office = place.offices.offices.find((each) => each.office === (scene.state.custody.office || chosen.host))
  const operator = place.offices.offices.find((each) => each.office === chosen.operator)?.name ?? ''
  const speaker = { words: place.words, family: part.family, business: part.business, office, operator }
  return { ...placed, input: worded(placed, scene, speaker), day: onWeekday(placed.day) }
}

/** The deed with this scheme's offices and meetings; undefined when the meeting is still to come. */
function inPlace({ meetings, running }: Place, chosen: Chosen, deed: Deed, scene: Scene): Deed | undefined {
  switch (deed.command) {
    case 'hand-over-custody':
      return { ...deed, input: { ...deed.input, to: chosen.coordinator } }
    case 'designate-operator':
      return { ...deed, input: { ...deed.input, operator: chosen.operator } }
    case 'submit-to-committee': {
      if (hasToWait(scene.state, chosen)) return undefined
      const asked = findStep(running.edition, deed.step)?.step.committee ?? null
      const next = meetings.find(({ committee, on }) => committee === asked && on > onWeekday(deed.day))
      // A file waits until the meeting is called.
      const day = next && next.planned > deed.day ? next.planned : deed.day
      return next && { ...deed, day, input: { ...deed.input, sitting: next.sitting } }
    }
    case 'record-decision': {
      const meeting = meetings.find(({ sitting }) => sitting === scene.state.submission?.sitting)
      if (!meeting?.held) return undefined
      const { outcome, ...said } = decisionAs(chosen.outcome, deed, scene).input
      return { ...deed, day: meeting.on, input: { ...said, outcome, sitting: meeting.sitting } }
    }
    default:
      return deed
  }
}

/** Whoever was told to come again works on the file until after the year. */
function hasToWait({ decisions }: CaseState, { outcome }: Chosen): boolean {
  return outcome !== undefined && decisions.length > 0
}

/** The decision with the outcome that the cast asks for; the simulation draws until it says so, or only says why not. */
function decisionAs(outcome: string | undefined, deed: Deed, scene: Scene): Deed {
  if (outcome === undefined || deed.input['outcome'] === outcome) return deed
  if (!outcome.startsWith('select')) return { ...deed, input: { outcome, text: 'x' } }
  const step = findStep(scene.running.edition, deed.step)?.step
  return step ? decisionAs(outcome, deedFor(step, scene), scene) : deed
}

/** What falls on a weekend is done on the Monday after. */
function onWeekday(day: string): string {
  const weekday = dayOfWeek(day)
  return weekday > 5 ? addDays(day, 8 - weekday) : day
}
