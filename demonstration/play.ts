import { handleInARow } from '#app/handle-in-a-row.ts'
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

/** Acts of one stream that are written together; at most one of them speaks to another stream. */
type Run = { readonly acts: Act[]; beside: string | undefined; at: number }

/**
 * Plays acts through the one door, each on the day it happened. Acts on one stream follow one another; different
 * streams go side by side. An act that is refused is a fault of the demonstration and ends it. `done` hears how many
 * acts are behind.
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
  const plays = runsOf(acts).map((run) => {
    const stream = run.acts[0]?.stream ?? ''
    const concerned = run.beside === undefined ? [stream] : [stream, run.beside]
    const before = Promise.all(concerned.map((each) => lastOn.get(each)))
    const playing = before.then(() =>
      gate(async () => {
        if (failures.length > 0) return
        await playRun(run, (act) => (act.today < noticedFrom ? quiet : loud), versions)
        count += run.acts.length
        done(count)
      }).catch((failure: unknown) => failures.push(failure)),
    )
    for (const each of concerned) lastOn.set(each, playing)
    return playing
  })
  await Promise.all(plays)
  if (failures.length > 0) throw failures[0]
}

/** Cuts the acts of each stream where another stream is spoken to, or what was done before must be on record. */
function runsOf(acts: readonly Act[]): readonly Run[] {
  const open = new Map<string, Run>()
  const runs: Run[] = []
  acts.forEach((act, at) => {
    const run = open.get(act.stream)
    const hasOther = run?.beside !== undefined && act.beside !== undefined
    if (run && !hasOther && !looksBack(act)) run.acts.push(act)
    else {
      const fresh = { acts: [act], beside: undefined, at }
      runs.push(fresh)
      open.set(act.stream, fresh)
    }
    const own = open.get(act.stream)
    if (!own || act.beside === undefined) return
    Object.assign(own, { beside: act.beside, at })
    open.delete(act.beside)
  })
  return runs.sort((one, other) => one.at - other.at)
}

/** Minutes are signed as they are made from what is on record; a correction names an event by its version. */
function looksBack({ name, input }: Act): boolean {
  if (name === 'sign-minutes') return true
  return Object.values(input).some((value) => typeof value === 'object' && value !== null && 'versionOf' in value)
}

async function playRun({ acts }: Run, houseFor: (act: Act) => House, versions: Map<string, number>): Promise<void> {
  const turns = acts.map((act) => {
    const { command, name, stream, happenedAt, actor } = act
    const clock = { now: () => act.at, today: () => act.today }
    const input = withVersions(act.input, versions)
    const envelope = { command, name, stream, input, ...(happenedAt === undefined ? {} : { happenedAt }) }
    return { house: { ...houseFor(act), clock }, actor, envelope }
  })
  for (const act of acts) if (act.paper) await keepPaper(houseFor(act), act, act.paper)
  const answer = await handleInARow(turns)
  if (answer.refused) {
    const [first] = acts
    const facts = JSON.stringify(answer.facts)
    throw new Error(`what begins with ${first?.name} on ${first?.today} was refused: ${answer.code} ${facts}`)
  }
  answer.value.forEach((each, place) => {
    if (each.status === 'done') versions.set(acts[place]?.command ?? '', each.version)
  })
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
