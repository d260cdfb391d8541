import { asActor } from '#db/connect.ts'
import type { Database, Transaction } from '#db/connect.ts'
import { append, chain, chainStart } from '#db/event-store.ts'
import { keepNameKeys, keepPeople } from '#db/people.ts'
import { projectCase, viewOf } from '#db/projections/case.ts'
import { foldCase } from '#domain/case/case.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { SchemeOffices } from '#domain/case/access.ts'
import { noHolidays } from '#domain/holidays.ts'

import type { Played } from './story.ts'

const given = [
  'Awa',
  'Fatoumata',
  'Mohamed',
  'Serge',
  'Chantal',
  'Ibrahim',
  'Grace',
  'Ousmane',
  'Claudine',
  'Youssef',
  'Marthe',
  'Hamidou',
  'Solange',
  'Emmanuel',
  'Aïcha',
  'Blaise',
]
const beginnings = [
  'Mba',
  'Ngo',
  'Tcha',
  'Fo',
  'Nja',
  'Eko',
  'Ata',
  'Bel',
  'Dou',
  'Ess',
  'Kam',
  'Nde',
  'Ouma',
  'Sam',
  'Wan',
  'Zang',
  'Abe',
  'Bik',
  'Che',
  'Dji',
]
const middles = ['', 'ka', 'lo', 'mi', 'nde', 'ra', 'so', 'tou', 'wa', 'yo']
const endings = ['na', 'kam', 'dji', 'ssi', 'nga', 'mo', 'tou', 'bi', 'ra', 'le', 'wa', 'ko', 'to', 'nou', 'fack', 'za']
const regions = ['CM-AD', 'CM-CE', 'CM-EN', 'CM-ES', 'CM-LT', 'CM-NO', 'CM-NW', 'CM-OU', 'CM-SU', 'CM-SW']

export type Name = { readonly givenName: string; readonly familyName: string }

/** Names as they spread over a population: 16 given names, 3,200 family names. */
export function nameOf(index: number): Name {
  const at = <T>(list: readonly T[], turn: number) => list[Math.floor(index / turn) % list.length] as T
  const familyName = `${at(beginnings, 1)}${at(middles, 20)}${at(endings, 7)}`
  return { givenName: at(given, 3), familyName }
}

/** Loads `count` cases, each a copy of one of the stories with its own ids, region, day and people, in batches. */
export async function loadCases(
  database: Database,
  running: RunningEdition,
  offices: SchemeOffices,
  stories: readonly Played[],
  count: number,
  progress: (done: number) => void,
): Promise<void> {
  const batch = 250
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < count) {
      const from = next
      next += batch
      const until = Math.min(from + batch, count)
      await asActor(database, 'system', (tx) => loadBatch(tx, running, offices, stories, from, until))
      progress(until)
    }
  }
  await Promise.all([worker(), worker()])
}

async function loadBatch(
  tx: Transaction,
  running: RunningEdition,
  offices: SchemeOffices,
  stories: readonly Played[],
  from: number,
  until: number,
): Promise<void> {
  const writes: Promise<unknown>[] = []
  const appended: Parameters<typeof append>[0][number][] = []
  for (let index = from; index < until; index++) {
    const story = stories[index % stories.length] as Played
    const id = derivedId('bench-case', String(index))
    const person = derivedId('bench-person', String(index))
    const [before, principal] = [story.state.case, story.state.members[0]?.person ?? '']
    const own = <T>(value: T): T =>
      JSON.parse(
        JSON.stringify(value).replaceAll(before, id).replaceAll(principal, person).replaceAll('CM-CE', regionOf(index)),
      ) as T
    const events = own(story.events).map((event) => registeredOn(event, dayOf(index)))
    const state = foldCase(id, events)
    appended.push(
      ...chain(
        chainStart,
        events.map((event) => stored(event, id, index)),
      ),
    )
    const view = viewOf(state, running, offices, noHolidays)
    const people = [{ person, ...nameOf(index), birth: String(1970 + (index % 35)), relation: 'principal' as const }]
    writes.push(
      keepPeople(tx, id, people),
      projectCase(tx, { before: undefined, after: view }, events.at(-1)?.recordedAt ?? ''),
      keepNameKeys(tx, id, people),
    )
  }
  await Promise.all([tx.rows(append(appended)), ...writes])
}

/** The same event, of a case that was registered on that day. */
function registeredOn(event: RecordedCaseEvent, on: string): RecordedCaseEvent {
  return event.type === 'case-registered' ? { ...event, data: { ...event.data, on } } : event
}

function regionOf(index: number): string {
  return regions[Math.floor(index / 7) % regions.length] as string
}

function dayOf(index: number): string {
  return new Date(Date.UTC(2024, 0, 1) + (index % 700) * 86_400_000).toISOString().slice(0, 10)
}

function stored(event: RecordedCaseEvent, stream: string, index: number) {
  const { type, data, version, actor, role, office, happenedAt, recordedAt } = event
  const command = derivedId(`bench ${index}`, String(version))
  return { stream, version, kind: 'case', type, data, actor, role, office, command, happenedAt, recordedAt }
}
