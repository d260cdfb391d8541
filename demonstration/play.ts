import { handle } from '#app/handle.ts'
import type { Editions, House } from '#app/house.ts'
import { asActor } from '#db/connect.ts'
import { findDocument, keepDocument } from '#db/documents.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { addDays } from '#domain/calendar.ts'

import type { Act, Paper } from './act.ts'
import { withVersions } from './act.ts'
import { sheet } from './sheet.ts'

const atOnce = 8
/** Days before the founding whose notices are still sent; older ones would reach people long after the fact. */
const noticedDays = 5

/**
 * Plays acts through the one door, each on the day it happened. Acts on one stream follow one another; different
 * streams go side by side. An act that is refused is a fault of the demonstration and ends it.
 */
export async function play(house: House, acts: readonly Act[], done: (acts: number) => void): Promise<void> {
  const lastOn = new Map<string, Promise<unknown>>()
  const quiet = { ...house, publish: () => undefined, editions: withoutNotices(house.editions) }
  const loud = { ...house, publish: () => undefined }
  const noticedFrom = addDays(acts.at(-1)?.today ?? house.clock.today(), -noticedDays)
  const gate = gateFor(atOnce)
  const versions = new Map<string, number>()
  let count = 0
  const failures: unknown[] = []
  const runs = acts.map((act) => {
    const streams = act.beside === undefined ? [act.stream] : [act.stream, act.beside]
    const before = Promise.all(streams.map((stream) => lastOn.get(stream)))
    const run = before.then(() =>
      gate(async () => {
        if (failures.length > 0) return
        await playOne(act.today < noticedFrom ? quiet : loud, act, versions)
        done(++count)
      }).catch((failure: unknown) => failures.push(failure)),
    )
    for (const stream of streams) lastOn.set(stream, run)
    return run
  })
  await Promise.all(runs)
  if (failures.length > 0) throw failures[0]
}

async function playOne(house: House, act: Act, versions: Map<string, number>): Promise<void> {
  const { command, name, stream, happenedAt, paper, actor } = act
  if (paper) await keepPaper(house, act, paper)
  const clock = { now: () => act.at, today: () => act.today }
  const input = withVersions(act.input, versions)
  const envelope = { command, name, stream, input, ...(happenedAt === undefined ? {} : { happenedAt }) }
  const answer = await handle({ ...house, clock }, actor, envelope)
  if (answer.status === 'refused')
    throw new Error(
      `${name} on ${act.today} was refused: ${answer.refusal.code} ${JSON.stringify(answer.refusal.facts)}`,
    )
  versions.set(command, answer.version)
}

async function keepPaper(house: House, { stream, actor, at }: Act, paper: Paper): Promise<void> {
  const { document } = paper
  const known = await asActor(house.database, 'system', (tx) => findDocument(tx, document))
  if (known) return
  const kept = await house.files.write(document, sheet(paper.title, paper.lines))
  if (kept.refused) throw new Error(`a paper could not be kept: ${kept.code}`)
  const { size, fingerprint } = kept.value
  await asActor(house.database, 'system', (tx) =>
    keepDocument(tx, {
      document,
      case: stream,
      name: `${paper.title}.pdf`,
      paper: paper.paper,
      mediaType: 'application/pdf',
      storageKey: document,
      size,
      fingerprint,
      exif: null,
      createdAt: at,
      uploadedBy: actor.user,
      office: actor.office,
    }),
  )
}

/** The same editions, except that nobody is told of what happened long ago. */
function withoutNotices(editions: Editions): Editions {
  const made = new Map<RunningEdition, RunningEdition>()
  const quiet = (running: RunningEdition | undefined) => {
    if (!running) return undefined
    const known = made.get(running) ?? { ...running, edition: { ...running.edition, notices: [] } }
    made.set(running, known)
    return known
  }
  return {
    ...editions,
    current: (scheme, today) => quiet(editions.current(scheme, today)),
    find: (scheme, edition) => quiet(editions.find(scheme, edition)),
  }
}

/** Lets so many in at a time, the others wait in line. */
function gateFor(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = places
  const line: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((enter) => line.push(enter))
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else free += 1
    }
  }
}
