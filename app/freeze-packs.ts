import { asActor, systemActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { beginWork, endWork, keepPack, noteWork, readDueSittings, readToFreeze } from '#db/packs.ts'
import { readTextsOf } from '#db/reads/sitting.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept } from '#domain/outcome.ts'
import type { SittingState } from '#domain/sitting/state.ts'

import { textFingerprint } from './fingerprint.ts'
import { handle } from './handle.ts'
import type { House } from './house.ts'
import { languageOf } from './notices.ts'
import { officesById, packFacts } from './pack-facts.ts'
import type { Offices } from './pack-facts.ts'
import { packHash, packKeys } from './pack-hash.ts'
import { packData } from './pack-paper.ts'

type Scene = {
  readonly state: SittingState
  readonly files: readonly string[]
  readonly undecided: readonly string[]
  readonly offices: Offices
  readonly words: Readonly<Record<string, string>>
}

/** How many files are read and set at once: the next is read while one is set. */
const atOnce = 3

/**
 * Freezes the packs that were asked for: of each file a PDF and its data, kept under one hash, then said in one event.
 * Told again after it was cut off, it freezes them all again and says it once. A file that could not be set is named in
 * the progress, and the others are frozen.
 */
export async function freezeSitting(house: House, sitting: string): Promise<void> {
  const scene = await asActor(house.database, 'system', (tx) => readScene(tx, sitting))
  if (!scene?.state.freezing) return
  const { state, files, undecided } = scene
  const { cases, at } = scene.state.freezing
  const wanted = files.filter((file) => (cases.length === 0 ? undecided : cases).includes(file))
  const work = { sitting, kind: 'packs' } as const
  await asActor(house.database, 'system', (tx) => beginWork(tx, work, wanted.length, house.clock.now()))
  const packs: Record<string, string> = {}
  const failed: { case: string; code: string }[] = []
  const waiting = wanted.values()
  const workers = Array.from({ length: atOnce }, async () => {
    for (const file of waiting) {
      const frozen = await freezeOne(house, scene, file)
      if (frozen.refused) failed.push({ case: file, code: frozen.code })
      else packs[file] = frozen.value
      const done = Object.keys(packs).length + failed.length
      await asActor(house.database, 'system', (tx) => noteWork(tx, work, done, failed))
      if (done % 5 === 0) tell(house, state)
    }
  })
  await Promise.all(workers)
  await asActor(house.database, 'system', (tx) => endWork(tx, work, house.clock.now()))
  await handle(house, systemActor, {
    command: derivedId(`${sitting} ${at}`, 'record-packs'),
    name: 'record-packs',
    stream: sitting,
    input: { packs },
  })
}

async function readScene(tx: Transaction, sitting: string): Promise<Scene | undefined> {
  const [found, offices, words] = await Promise.all([
    readToFreeze(tx, sitting),
    officesById(tx),
    readTextsOf(tx, sitting),
  ])
  return found && { ...found, offices, words }
}

/** Screens that show the progress ask again. */
function tell(house: House, { sitting, version, office }: SittingState): void {
  house.publish({ stream: sitting, kind: 'sitting', version, offices: [office] })
}

/** Freezes one file; the answer is the version of its case and the hash. */
async function freezeOne(house: House, scene: Scene, file: string): Promise<Outcome<string>> {
  const { state, files, offices, words } = scene
  const place = { number: files.indexOf(file) + 1, files: files.length, offices, words }
  const facts = await asActor(house.database, 'system', (tx) => packFacts(house, tx, file, state, place))
  if (facts.refused) return facts
  const language = languageOf(null)
  const paper = packData(facts.value, language)
  const data = Buffer.from(canonicalJson(paper))
  const printed = await house.printer.letter(
    'pack',
    { ...paper, fingerprint: textFingerprint(data.toString()) },
    language,
  )
  if (printed.refused) return printed
  const { bytes: pdf, pages } = printed.value
  const hash = packHash({ pdf, data })
  const keys = packKeys(hash)
  for (const [key, bytes] of [
    [keys.pdf, pdf],
    [keys.data, data],
  ] as const) {
    const written = await house.files.write(key, bytes)
    if (written.refused) return written
  }
  const { version } = facts.value.state
  const row = { sitting: state.sitting, case: file, hash, version, pages, size: pdf.length }
  await asActor(house.database, 'system', (tx) => keepPack(tx, row, house.clock.now()))
  return accept(`${version} ${hash}`)
}

/** Asks for the packs of every sitting whose cut-off has come. Answers how many. */
export async function freezeDue(house: House): Promise<number> {
  const today = house.clock.today()
  const due = await asActor(house.database, 'system', (tx) => readDueSittings(tx, today))
  let count = 0
  for (const sitting of due) {
    const command = derivedId(`${sitting} ${today}`, 'freeze-packs')
    const answer = await handle(house, systemActor, { command, name: 'freeze-packs', stream: sitting, input: {} })
    if (answer.status === 'done') count += 1
  }
  return count
}
