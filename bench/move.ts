// node bench/move.ts [--cases 100000]: loads that many open cases, asks what another edition would change on each of
// them, and moves them all. Says how many cases a second each part takes, and checks every row at the end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { uuidv7 } from 'uuidv7'

import { askMove, confirmMove } from '#app/edition-moves.ts'
import { loadEditions } from '#app/editions.ts'
import { foundOffices, publishSchemes } from '#app/founding.ts'
import type { House } from '#app/house.ts'
import { workOnMove } from '#app/move-cases.ts'
import { verify } from '#app/verify.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { asActor, openDatabase } from '#db/connect.ts'
import type { Database } from '#db/connect.ts'
import { readMove } from '#db/edition-moves.ts'
import { startEmbeddedPostgres } from '#db/embedded-postgres.ts'
import { migrate } from '#db/migrate.ts'
import { foldDifferences } from '#db/upkeep.ts'
import { readOffices, schemeParts } from '#demonstration/read-data.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Actor } from '#domain/role.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

import { loadCases } from './load.ts'
import { playStory } from './story.ts'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' } } })
const count = Number(values.cases)
const folder = mkdtempSync(path.join(tmpdir(), 'homeward-bench-move-'))
const benchScheme = 'ofii-cameroon'
const manager: Actor = {
  user: derivedId('account', 'sophie@homeward.example'),
  role: 'programme-manager',
  office: 'ofii-programme',
}
const today = new Date().toISOString().slice(0, 10)

/** The newest edition again, with every deadline one unit longer, another ceiling and one step less. */
function nextEdition(scheme: Scheme): Scheme {
  const [newest] = scheme.editions
  if (!newest) throw new Error(`${scheme.scheme} has no edition`)
  const journey = newest.journey.map((stage) => ({
    ...stage,
    steps: stage.steps
      .filter(({ step }) => step !== 'resilience')
      .map((step) =>
        step.deadline ? { ...step, deadline: { ...step.deadline, within: step.deadline.within + 1 } } : step,
      ),
  }))
  const rules = newest.rules.map((rule) =>
    rule.rule === 'plafond documenté' ? { ...rule, publicodes: '6000 € * cours EUR' } : rule,
  )
  return { ...scheme, editions: [{ ...newest, edition: 'bench', from: today, journey, rules }] }
}

async function filled(database: Database): Promise<void> {
  const schemes = loadSchemes(path.join(import.meta.dirname, '..', 'catalogue', 'schemes'))
  await publishSchemes(database, schemes)
  const plan = readOffices()
  await foundOffices(database, plan.offices, schemeParts(plan), plan.accounts, plan.password)
  const editions = await loadEditions(database)
  const running = editions.current(benchScheme, today)
  if (!running) throw new Error(`${benchScheme} is not in force today`)
  const offices = { all: editions.allOffices(), byRole: editions.offices(benchScheme) }
  const stories = [1, 3, 5, 8, 10, 11, 12, 13, 14].map((acts) => playStory(running, offices, acts, 20))
  await loadCases(database, running, offices.byRole, stories, count, (done) => {
    if (done % 25_000 === 0) console.log(`  ${done} cases loaded`)
  })
  const scheme = schemes.find((each) => each.scheme === benchScheme)
  if (scheme) await publishSchemes(database, [nextEdition(scheme)])
}

async function timed(what: string, work: () => Promise<unknown>): Promise<number> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const seconds = (performance.now() - began) / 1000
  const busy = process.cpuUsage(cpu).user / 1_000_000
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} cases/s (${busy.toFixed(1)} s of this process)`,
  )
  return seconds
}

const postgres = await startEmbeddedPostgres({ dataFolder: folder, say: console.log })
const database = openDatabase(postgres.url, 8)
try {
  await migrate(postgres.url)
  await filled(database)
  const now = () => new Date().toISOString()
  // Only what a move needs of a house: no mail, no files, nobody who listens.
  const house = {
    database,
    editions: await loadEditions(database),
    clock: { now, today: () => now().slice(0, 10) },
    publish: () => undefined,
  } as unknown as House
  const move = uuidv7()
  const asked = await askMove(house, manager, { move, scheme: benchScheme, edition: 'bench', reason: 'a new decree' })
  if (asked.refused) throw new Error(asked.code)
  const previewed = await timed('preview', () => workOnMove(house, move))
  const confirmed = await confirmMove(house, manager, move)
  if (confirmed.refused) throw new Error(confirmed.code)
  const moved = await timed('move', () => workOnMove(house, move))
  console.log(`both: ${Math.round(count / (previewed + moved))} cases/s`)
  const row = await asActor(database, 'system', (tx) => readMove(tx, move))
  console.log(JSON.stringify({ ...row, reason: undefined }))
  await asActor(database, 'system', foldDifferences)
  const { streams, events, faults } = await verify(house)
  console.log(`verify: ${streams} streams, ${events} events, ${faults.length} faults`, faults.slice(0, 3))
} finally {
  await database.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
