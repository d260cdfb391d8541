import { asActor } from '#db/connect.ts'
import { readWrongFigures } from '#db/reads/operator.ts'
import { readProjectedStandings } from '#db/reads/streams.ts'
import type { ChainedEvent } from '#db/reads/streams.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { foldAccreditation, sheetOf } from '#domain/operator/accreditation.ts'
import type { RecordedAccreditationEvent } from '#domain/operator/events.ts'
import { foldCall } from '#domain/operator-call/call.ts'
import type { RecordedCallEvent } from '#domain/operator-call/call.ts'

import type { House } from './house.ts'
import type { Fault } from './verify.ts'

type Ground = Pick<House, 'database'>
type Streams = ReadonlyMap<string, readonly ChainedEvent[]>

/** Standings whose row is not what their events say. */
export function standingFaults(house: Ground, streams: Streams): Promise<Fault[]> {
  return rowFaults(house, streams, (stream, events) => {
    const state = foldAccreditation(stream, events as unknown as RecordedAccreditationEvent[])
    return { state, sheet: sheetOf(state) }
  })
}

/** Calls whose row is not what their events say. */
export function callFaults(house: Ground, streams: Streams): Promise<Fault[]> {
  return rowFaults(house, streams, (stream, events) => ({
    state: foldCall(stream, events as unknown as RecordedCallEvent[]),
    sheet: null,
  }))
}

/** Operators whose figures are not what their cases say. */
export async function figureFaults(house: Ground): Promise<Fault[]> {
  const wrong = await asActor(house.database, 'system', readWrongFigures)
  return wrong.map(({ scheme, office }) => ({
    stream: `${scheme} ${office}`,
    what: 'its figures are not what its cases say',
  }))
}

async function rowFaults(
  house: Ground,
  streams: Streams,
  rowOf: (stream: string, events: readonly ChainedEvent[]) => { readonly state: unknown; readonly sheet: unknown },
): Promise<Fault[]> {
  const rows = await asActor(house.database, 'system', (tx) => readProjectedStandings(tx, [...streams.keys()]))
  const projected = new Map(rows.map(({ stream, ...row }) => [stream, row]))
  return [...streams]
    .filter(([stream, events]) => canonicalJson(projected.get(stream)) !== canonicalJson(rowOf(stream, events)))
    .map(([stream]) => ({ stream, what: 'its row is not what its events say' }))
}
