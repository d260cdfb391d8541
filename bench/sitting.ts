// node bench/sitting.ts [--files 60]: freezes the packs of a sitting, holds it file by file with four votes each, writes
// its letters and reads its page and its minutes. Says how long each part takes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { uuidv7 } from 'uuidv7'

import { loadEditions } from '#app/editions.ts'
import { foundOffices, publishSchemes } from '#app/founding.ts'
import { freezeSitting } from '#app/freeze-packs.ts'
import { handle } from '#app/handle.ts'
import type { House } from '#app/house.ts'
import { openSchemeDesk } from '#app/scheme-desk.ts'
import { produceLetters } from '#app/sitting-letters.ts'
import { readMinutes } from '#app/sitting-papers.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { asActor, openDatabase } from '#db/connect.ts'
import { startEmbeddedPostgres } from '#db/embedded-postgres.ts'
import { migrate } from '#db/migrate.ts'
import { readAgenda } from '#db/reads/sitting.ts'
import { readOffices, schemeParts } from '#demonstration/read-data.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Actor, Role } from '#domain/role.ts'
import { playRoad } from '#tests/kit/played.ts'
import { businessRoad } from '#tests/kit/roads.ts'

import { openDisk } from '#outside/files/disk.ts'
import { imagePreparer } from '#outside/files/image.ts'
import { fileSniffer } from '#outside/files/sniff.ts'
import { openFileStore } from '#outside/files/store.ts'
import { keptMail } from '#outside/mail.ts'
import { openPrinter } from '#outside/print/printer.ts'
import { keptTextMessages } from '#outside/sms.ts'
import { spreadsheets } from '#outside/spreadsheet.ts'

const { values } = parseArgs({ options: { files: { type: 'string', default: '60' } } })
const count = Number(values.files)
const folder = mkdtempSync(path.join(tmpdir(), 'homeward-bench-sitting-'))
const today = new Date().toISOString().slice(0, 10)
const scheme = 'ofii-cameroon'
const office = 'comite-cameroun'

function person(who: string, role: Role, of = office): Actor {
  return { user: derivedId('account', `${who}@homeward.example`), role, office: of }
}

const secretary = person('paul', 'committee-secretary')
const chair = person('helene', 'committee-chair')
const voters = [chair, person('marthe', 'committee-member'), person('ibrahim', 'committee-member')]
const times: number[] = []

async function act(house: House, who: Actor, name: string, stream: string, input: object): Promise<void> {
  const began = performance.now()
  const answer = await handle(house, who, { command: uuidv7(), name, stream, input })
  times.push(performance.now() - began)
  if (answer.status === 'refused') throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
}

async function timed(what: string, run: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await run()
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(2)} s`)
}

/** The files of one sitting: each walks the road until it is handed in. */
async function fill(house: House, sitting: string): Promise<readonly string[]> {
  const road = Object.values(businessRoad)
  const submitted = road.slice(0, Object.keys(businessRoad).indexOf('planned') + 1)
  const members = voters.map(({ user }) => user)
  await act(house, secretary, 'plan-sitting', sitting, { scheme, on: today, place: 'Yaoundé', members, quorum: 2 })
  const rule = { decides: 'majority', casting: true, reason: 'bench' }
  await act(house, secretary, 'set-voting-rule', sitting, rule)
  const files: string[] = []
  for (let number = 0; number < count; number += 1) {
    const played = await playRoad({ house }, submitted)
    const coordinator = person('serge', 'coordinator', 'ofii-yaounde')
    await act(house, coordinator, 'submit-to-committee', played.case, { sitting, on: today })
    files.push(played.case)
  }
  await act(house, secretary, 'set-agenda', sitting, { cases: files, minutes: 10 })
  return files
}

async function hold(house: House, sitting: string, files: readonly string[]): Promise<void> {
  await act(house, secretary, 'open-sitting', sitting, { present: voters.map(({ user }) => user) })
  for (const file of files) {
    await act(house, secretary, 'open-file', sitting, { case: file })
    await act(house, secretary, 'record-hearing', sitting, { case: file, how: 'in-the-room' })
    await act(house, secretary, 'open-vote', sitting, { case: file, outcome: 'select', amount: 4_000_000 })
    const page = await asActor(house.database, secretary, (tx) => readAgenda(tx, sitting, secretary))
    const vote = page?.sitting.ballots.at(-1)?.vote
    for (const voter of voters) await act(house, voter, 'cast-vote', sitting, { vote, says: 'for' })
    await act(house, secretary, 'close-vote', sitting, { vote })
    const decision = { sitting, outcome: 'select', amount: 4_000_000, on: today }
    await act(house, secretary, 'record-decision', file, decision)
  }
  await act(house, secretary, 'close-sitting', sitting, {})
}

const postgres = await startEmbeddedPostgres({ dataFolder: path.join(folder, 'postgres'), say: () => undefined })
await migrate(postgres.url)
const database = openDatabase(postgres.url, 8)
const plan = readOffices()
await publishSchemes(database, loadSchemes(path.join(import.meta.dirname, '..', 'catalogue', 'schemes')))
await foundOffices(database, plan.offices, schemeParts(plan), plan.accounts, plan.password)
const printer = openPrinter({ templates: path.join(import.meta.dirname, '..', 'catalogue', 'letters') })
const schemeDesk = openSchemeDesk()
const house: House = {
  database,
  editions: await loadEditions(database),
  clock: { now: () => new Date().toISOString(), today: () => today },
  mail: keptMail(),
  textMessage: keptTextMessages(),
  files: openFileStore(await openDisk(path.join(folder, 'files')), { current: Buffer.alloc(32, 7) }),
  printer,
  schemeDesk,
  sniffer: fileSniffer,
  images: imagePreparer,
  spreadsheets,
  publish: () => undefined,
}
const sitting = uuidv7()
const files = await fill(house, sitting)
await act(house, secretary, 'freeze-packs', sitting, {})
await timed(`packs of ${count} files frozen`, () => freezeSitting(house, sitting))
times.length = 0
await timed(`${count} files opened, heard, voted and decided`, () => hold(house, sitting, files))
const sorted = times.toSorted((one, other) => one - other)
const slowest = sorted[Math.floor(sorted.length * 0.95)] ?? 0
console.log(`  ${sorted.length} commands, 95 of 100 within ${slowest.toFixed(0)} ms`)
await timed('its page read', () => asActor(database, chair, (tx) => readAgenda(tx, sitting, chair)))
await timed('its minutes drafted', () => readMinutes(house, chair, sitting, 'fr'))
await timed(`letters of ${count} files`, () => produceLetters(house, secretary, sitting))
await printer.close()
await schemeDesk.close()
await database.close()
await postgres.stop()
rmSync(folder, { recursive: true, force: true })
