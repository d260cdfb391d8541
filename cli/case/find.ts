import { readCaseIds } from '#db/reads/case-ids.ts'
import { asActor } from '#db/connect.ts'
import { readStreams } from '#db/reads/streams.ts'
import { foldCase } from '#domain/case/case.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'
import type { CaseState } from '#domain/case/state.ts'
import { caseEvents } from '#domain/case/upcast.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { AtWork } from '../at-work.ts'
import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'

/** A case from its facts alone: whatever the projections say. */
export type FoundCase = {
  readonly id: string
  readonly events: readonly RecordedCaseEvent[]
  readonly state: CaseState
  readonly running: RunningEdition
}

/** The case that the call names by its number or id; undefined after having said why there is none. */
export async function findCase(call: Call, { database, editions }: AtWork): Promise<FoundCase | undefined> {
  const [named = ''] = call.words
  const signs = named
    .replace(/^.*-(?=[0-9a-f]{6}$)/i, '')
    .replaceAll('-', '')
    .toLowerCase()
  const ids = /^[0-9a-f]{6,32}$/.test(signs) ? await asActor(database, 'system', (tx) => readCaseIds(tx, signs)) : []
  const [id] = ids
  if (id === undefined || ids.length > 1) {
    call.complain(sentence(id === undefined ? 'no-such-case' : 'several-cases', call.language, { id: named, ids }))
    return undefined
  }
  const found = await asActor(database, 'system', (tx) => readStreams(tx, 'case', before(id), 1))
  const events = caseEvents((found.get(id) ?? []) as unknown as Parameters<typeof caseEvents>[0])
  const state = foldCase(id, events)
  const running = editions.find(state.scheme, state.edition)
  if (running) return { id, events, state, running }
  call.complain(
    sentence('no-such-edition', call.language, { known: editions.all().map((each) => each.edition.edition) }),
  )
  return undefined
}

/** The id that sorts just before this one. */
function before(id: string): string {
  const number = BigInt(`0x${id.replaceAll('-', '')}`) - 1n
  const signs = number.toString(16).padStart(32, '0')
  return [signs.slice(0, 8), signs.slice(8, 12), signs.slice(12, 16), signs.slice(16, 20), signs.slice(20)].join('-')
}
