import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import type { StoredEvent } from '#db/event-store.ts'
import { keepNameKeys } from '#db/people.ts'
import { projectCase, viewOf } from '#db/projections/case.ts'
import { projectDraft } from '#db/projections/draft.ts'
import { projectCommittee } from '#db/projections/committee.ts'
import { projectAccreditation, projectCall } from '#db/projections/operator.ts'
import { projectSitting } from '#db/projections/sitting.ts'
import { clearProjections, readPeopleNames, readStreams } from '#db/reads/streams.ts'
import { foldCase } from '#domain/case/case.ts'
import { caseEvents } from '#domain/case/upcast.ts'
import { foldDraft } from '#domain/draft/draft.ts'
import type { RecordedDraftEvent } from '#domain/draft/events.ts'
import { foldCommittee } from '#domain/committee/committee.ts'
import type { RecordedCommitteeEvent } from '#domain/committee/events.ts'
import { foldAccreditation } from '#domain/operator/accreditation.ts'
import type { RecordedAccreditationEvent } from '#domain/operator/events.ts'
import { foldCall } from '#domain/operator-call/call.ts'
import type { RecordedCallEvent } from '#domain/operator-call/call.ts'
import type { RecordedSittingEvent } from '#domain/sitting/events.ts'
import { foldSitting } from '#domain/sitting/sitting.ts'

import type { House } from './house.ts'

const batch = 200

/**
 * Makes every projection again from the events, in one transaction: readers see the old rows until the new
 * ones are complete, commands wait, and an interruption leaves the old ones. Answers how many cases were rebuilt.
 */
export async function rebuildProjections(
  house: Pick<House, 'database' | 'editions'>,
  progress: (cases: number) => void = () => undefined,
): Promise<number> {
  return asActor(house.database, 'system', async (tx) => {
    await clearProjections(tx)
    let cases = 0
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const streams = await readStreams(tx, 'case', after, batch)
      if (streams.size === 0) break
      const people = await readPeopleNames(tx, [...streams.keys()])
      const writes = [...streams].flatMap(([stream, events]) => {
        after = stream
        const state = foldCase(stream, caseEvents(events))
        const running = house.editions.find(state.scheme, state.edition)
        if (!running) return []
        const calendar = house.editions.calendar(running.scheme.country)
        const view = viewOf(state, running, house.editions.offices(state.scheme), calendar)
        const names = people
          .filter((person) => person.case === stream)
          .map(({ chosenName, phone, ...person }) => ({
            ...person,
            ...(chosenName ? { chosenName } : {}),
            ...(phone ? { phone } : {}),
          }))
        const changedAt = events.at(-1)?.recordedAt ?? ''
        return [projectCase(tx, { before: undefined, after: view }, changedAt), keepNameKeys(tx, stream, names)]
      })
      await Promise.all(writes)
      cases += streams.size
      progress(cases)
    }
    await rebuildOthers(tx, 'sitting', (stream, events) =>
      projectSitting(tx, foldSitting(stream, events as unknown as RecordedSittingEvent[])),
    )
    await rebuildOthers(tx, 'committee', (stream, events) =>
      projectCommittee(tx, foldCommittee(stream, events as unknown as RecordedCommitteeEvent[])),
    )
    await rebuildOthers(tx, 'draft', (stream, events) =>
      projectDraft(tx, foldDraft(stream, events as unknown as RecordedDraftEvent[])),
    )
    await rebuildOthers(tx, 'accreditation', (stream, events) =>
      projectAccreditation(tx, foldAccreditation(stream, events as unknown as RecordedAccreditationEvent[])),
    )
    await rebuildOthers(tx, 'call', (stream, events) =>
      projectCall(tx, foldCall(stream, events as unknown as RecordedCallEvent[])),
    )
    return cases
  })
}

async function rebuildOthers(
  tx: Transaction,
  kind: string,
  project: (stream: string, events: readonly StoredEvent[]) => Promise<unknown>,
): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const streams = await readStreams(tx, kind, after, batch)
    if (streams.size === 0) return
    for (const [stream, events] of streams) {
      await project(stream, events)
      after = stream
    }
  }
}
