import { asActor } from '#db/connect.ts'
import { chainStart, hashOf } from '#db/event-store.ts'
import { viewOf } from '#db/projections/case.ts'
import type { CaseView } from '#db/projections/case.ts'
import { readSchemeFiles } from '#db/reads/editions.ts'
import {
  readCountDifferences,
  readProjected,
  readProjectedCommittees,
  readProjectedDrafts,
  readProjectedSittings,
  readStreams,
} from '#db/reads/streams.ts'
import type { ChainedEvent, ProjectedCase } from '#db/reads/streams.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { foldCase } from '#domain/case/case.ts'
import type { CaseState } from '#domain/case/state.ts'
import { caseEvents } from '#domain/case/upcast.ts'
import { foldDraft } from '#domain/draft/draft.ts'
import type { RecordedDraftEvent } from '#domain/draft/events.ts'
import { foldCommittee } from '#domain/committee/committee.ts'
import type { RecordedCommitteeEvent } from '#domain/committee/events.ts'
import type { RecordedSittingEvent } from '#domain/sitting/events.ts'
import { foldSitting } from '#domain/sitting/sitting.ts'

import { fingerprintOf } from './fingerprint.ts'
import type { House } from './house.ts'
import { budgetFaults } from './verify-budgets.ts'
import { callFaults, figureFaults, standingFaults } from './verify-operators.ts'

type Ground = Pick<House, 'database' | 'editions'>

/** Something that is not as the facts say; `stream` and `version` name the place. */
export type Fault = { readonly stream: string; readonly version?: number; readonly what: string }

export type Verification = { readonly streams: number; readonly events: number; readonly faults: readonly Fault[] }

const batch = 500

/**
 * Checks everything that can be checked from the facts alone: every event's hash and its place in its chain, every
 * row that was made from events against the events, and every published edition against its fingerprint. Changes nothing.
 */
export async function verify(
  house: Ground,
  progress: (streams: number) => void = () => undefined,
): Promise<Verification> {
  // Cases may have been opened by now in an edition that this process has not heard of.
  await house.editions.reload()
  const faults: Fault[] = []
  let streams = 0
  let events = 0
  for (const kind of ['case', 'sitting', 'committee', 'draft', 'accreditation', 'call'] as const)
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const next = await asActor(house.database, 'system', (tx) => readStreams(tx, kind, after, batch))
      if (next.size === 0) break
      for (const [stream, list] of next) {
        faults.push(...chainFaults(stream, list))
        streams += 1
        events += list.length
        after = stream
      }
      faults.push(...(await faultsOf[kind](house, next)))
      progress(streams)
    }
  faults.push(...(await editionFaults(house)))
  const counts = await asActor(house.database, 'system', (tx) => readCountDifferences(tx))
  for (const { office, region, stage, said, counted } of counts)
    faults.push({
      stream: office,
      what: `count of ${region || 'no region'}, ${stage}: says ${said}, lists hold ${counted}`,
    })
  faults.push(...(await budgetFaults(house)), ...(await figureFaults(house)))
  return { streams, events, faults }
}

type Streams = ReadonlyMap<string, readonly ChainedEvent[]>

const faultsOf = {
  case: caseFaults,
  sitting: sittingFaults,
  committee: committeeFaults,
  draft: draftFaults,
  accreditation: standingFaults,
  call: callFaults,
}

async function committeeFaults(house: Ground, streams: Streams): Promise<Fault[]> {
  const rows = await asActor(house.database, 'system', (tx) => readProjectedCommittees(tx, [...streams.keys()]))
  const projected = new Map(rows.map((row) => [row.committee, row.state]))
  return [...streams].flatMap(([stream, events]) => {
    const state = foldCommittee(stream, events as unknown as RecordedCommitteeEvent[])
    if (canonicalJson(projected.get(stream)) === canonicalJson(state)) return []
    return [{ stream, what: 'its row is not what its events say' }]
  })
}

async function draftFaults(house: Ground, streams: Streams): Promise<Fault[]> {
  const rows = await asActor(house.database, 'system', (tx) => readProjectedDrafts(tx, [...streams.keys()]))
  const projected = new Map(rows.map((row) => [row.draft, row.state]))
  return [...streams].flatMap(([stream, events]) => {
    const state = foldDraft(stream, events as unknown as RecordedDraftEvent[])
    if (canonicalJson(projected.get(stream)) === canonicalJson(state)) return []
    return [{ stream, what: 'its row is not what its events say' }]
  })
}

/** Published editions that are not what they were published as. */
async function editionFaults(house: Ground): Promise<Fault[]> {
  const rows = await asActor(house.database, 'system', (tx) => readSchemeFiles(tx))
  return rows.flatMap(({ scheme, edition, body, fingerprint }) => {
    const [only] = body.editions
    if (only && fingerprintOf(body, only) === fingerprint) return []
    return [{ stream: `${scheme} ${edition}`, what: 'was changed after it was published' }]
  })
}

async function caseFaults(house: Ground, streams: Streams): Promise<Fault[]> {
  const rows = await asActor(house.database, 'system', (tx) => readProjected(tx, [...streams.keys()]))
  const projected = new Map(rows.map((row) => [row.case, row]))
  return [...streams].flatMap(([stream, events]) => projectionFaults(house, stream, events, projected.get(stream)))
}

async function sittingFaults(house: Ground, streams: Streams): Promise<Fault[]> {
  const rows = await asActor(house.database, 'system', (tx) => readProjectedSittings(tx, [...streams.keys()]))
  return [...streams].flatMap(([stream, events]) => {
    const projected = rows.find((row) => row.sitting === stream)
    if (!projected) return [{ stream, what: 'has events but no file' }]
    const state = foldSitting(stream, events as unknown as RecordedSittingEvent[])
    const asides = state.interests.map((each) => `${each.case} ${each.member}`)
    const wrong = [
      canonicalJson(projected.state) !== canonicalJson(state) && 'its file is not what its events say',
      !same(projected.recusals, [...new Set(asides)]) && 'who stepped aside is not what its events say',
    ]
    return wrong.filter((what) => what !== false).map((what) => ({ stream, what }))
  })
}

/** Faults of one stream's chain: a version missing, a hash that does not follow from its event or from the one before. */
export function chainFaults(stream: string, events: readonly ChainedEvent[]): Fault[] {
  const faults: Fault[] = []
  let previous: Buffer = chainStart
  events.forEach((event, index) => {
    const at = { stream, version: event.version }
    if (event.version !== index + 1) faults.push({ ...at, what: `version ${index + 1} is missing` })
    if (!event.previous.equals(previous)) faults.push({ ...at, what: 'is not chained to the event before it' })
    if (!hashOf(event.previous, event).equals(event.hash))
      faults.push({ ...at, what: 'was changed after it was recorded' })
    previous = event.hash
  })
  return faults
}

function projectionFaults(
  house: Ground,
  stream: string,
  events: readonly ChainedEvent[],
  projected: ProjectedCase | undefined,
): Fault[] {
  if (!projected) return [{ stream, what: 'has events but no file' }]
  const state = foldCase(stream, caseEvents(events))
  const running = house.editions.find(state.scheme, state.edition)
  if (!running) return [{ stream, what: `edition ${state.scheme} ${state.edition} is not published` }]
  const offices = house.editions.offices(state.scheme)
  const view = viewOf(state, running, offices, house.editions.calendar(running.scheme.country))
  const faults: string[] = []
  if (canonicalJson(projected.state) !== canonicalJson(state)) faults.push('its file is not what its events say')
  if (!same(projected.access, accessWords(view))) faults.push('its access is not what its events say')
  if (!same(projected.owed, owedWords(view))) faults.push('its obligations are not what its events say')
  if (!same(projected.same, view.same.as)) faults.push('who is the same person is not what its events say')
  if (!same(projected.signed, view.signed)) faults.push('what it asked to sign is not what its events say')
  if (!same(projected.lists, listWords(view))) faults.push('its list rows are not what its events say')
  if (!same(projected.results, resultWords(view))) faults.push('its results are not what its events say')
  if (!same(projected.operators, operatorWords(view)))
    faults.push('what it says of its operators is not what its events say')
  if ((projected.outcome ?? '') !== outcomeWords(view))
    faults.push('what became of its project is not what its events say')
  if (!same(projected.prices, priceWords(view))) faults.push('its prices are not what its events say')
  if (!areAsSaved(projected.contents, state)) faults.push('a saved project is not what was saved')
  return faults.map((what) => ({ stream, what }))
}

function accessWords({ access }: CaseView): string[] {
  return access.map(({ office, reason }) => `${office} ${reason}`)
}

function owedWords({ owed }: CaseView): string[] {
  return owed.map(({ key, role, office, dueOn }) => `${key} ${role} ${office} ${dueOn ?? ''}`)
}

function listWords({ access, state, stage, road }: CaseView): string[] {
  const offices = [...new Set(access.map((each) => each.office))]
  return offices.map((office) => `${office} ${stage} ${state.region ?? ''} ${road} ${state.custody.office}`)
}

function resultWords({ results }: CaseView): string[] {
  return results.map(({ office, result, region, people }) => `${office} ${result} ${region} ${people}`)
}

function operatorWords({ operators }: CaseView): string[] {
  return operators.map((each) => {
    const { number, office, designatedOn, daysToAnswer, daysToPlan, visitsMade, visitsOnTime } = each
    const days = `${daysToAnswer ?? -1} ${daysToPlan ?? -1} ${visitsMade} ${visitsOnTime} ${each.visitsDue.join(' ')}`
    return `${number} ${office} ${designatedOn} ${each.open ? 't' : 'f'} ${days} ${each.services.join(' ')}`
  })
}

function outcomeWords({ outcome }: CaseView): string {
  if (outcome === null) return ''
  const { sector, activity, region, startedOn, aliveAt6, aliveAt12, closedFor } = outcome
  return [sector, activity, region, startedOn, aliveAt6, aliveAt12, closedFor].map((each) => each ?? '-').join(' ')
}

/** Each content that is there has the fingerprint of its version; an erased one is not there. */
function areAsSaved(contents: readonly string[] | null, { projects = [] }: CaseState): boolean {
  const saved = new Set(projects.map(({ project, fingerprint }) => `${project} ${fingerprint}`))
  return (contents ?? []).every((each) => saved.has(each))
}

function priceWords({ state }: CaseView): string[] {
  return (state.prices ?? []).map(({ price, item, unit, amount }) => `${price} ${item} ${unit} ${amount}`)
}

function same(rows: readonly string[] | null, words: readonly string[]): boolean {
  return [...(rows ?? [])].sort().join('\n') === [...words].sort().join('\n')
}
