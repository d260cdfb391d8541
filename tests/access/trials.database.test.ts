/** A draft tried on invented people and on past cases: counted, explained, and only what the reader may see. */
import { readFileSync } from 'node:fs'

import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { TrialAnswer } from '#contract/draft-answers.ts'
import { startWorker } from '#jobs/worker.ts'

import { until } from '../kit/caller.ts'
import { openDoor } from '../kit/door.ts'
import type { Door } from '../kit/door.ts'
import { playRoad } from '../kit/played.ts'
import type { PlayedCase } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'
import { newSchemeFile } from '../kit/small-draft.ts'

let door: Door
let worker: Awaited<ReturnType<typeof startWorker>> | undefined
let cases: readonly PlayedCase[]

/** The scheme of Cameroon with another edition in the place of the one in force. */
const file = readFileSync('catalogue/schemes/ofii-cameroon.yaml', 'utf8')
const cameroon = file
  .slice(0, file.indexOf("  - edition: '2023-10'"))
  .replace("edition: '2025-11'", "edition: '2099'")
  .replace('from: 2025-11-28', 'from: 2099-01-01')
const stricter = cameroon.replace('mois en France >= 3 mois', 'mois en France >= 90 mois')
const poorer = cameroon.replace('publicodes: 7000 € * cours EUR', 'publicodes: 2000 € * cours EUR')

beforeAll(async () => {
  door = await openDoor()
  worker = await startWorker(door.home.house, door.home.url)
  const names = Object.keys(businessRoad)
  const road = Object.values(businessRoad)
  const upTo = (moment: string) => road.slice(0, names.indexOf(moment) + 1)
  cases = [await playRoad(door.home, upTo('decided')), await playRoad(door.home, upTo('chosen'))]
  await playRoad(door.home, upTo('registered'))
})
afterAll(async () => {
  await worker?.stop()
  await door.close()
})

async function triedBy(who: string, text: string): Promise<TrialAnswer> {
  const draft = uuidv7()
  expect((await door.command(who, 'upload-draft', draft, { name: 'c.yaml', text })).status).toBe(200)
  const begun = await door.ask(who, 'POST', `/api/drafts/${draft}/trials`, { payload: { edition: '2099' } })
  expect(begun.status, begun.text).toBe(200)
  const read = async () =>
    (await door.ask(who, 'GET', `/api/trials/${String(begun.body['trial'])}`)).body as unknown as TrialAnswer
  return until(read, ({ state }) => state === 'done' || state === 'failed')
}

test('says which past cases would be refused, by which rule, and opens each', async () => {
  const trial = await triedBy('sophie', stricter)
  expect(trial).toMatchObject({ state: 'done', tried: 3, total: 3, counts: { refused: 2 } })
  expect(trial.rows.map((row) => row.case).sort()).toEqual(cases.map((each) => each.case).sort())
  for (const row of trial.rows) {
    expect(row).toMatchObject({ kind: 'refused', because: ['séjour suffisant'] })
    expect((await door.ask('sophie', 'GET', `/api/cases/${row.case}`)).status).toBe(200)
  }
})

test('says which awards would be above the ceiling', async () => {
  const trial = await triedBy('sophie', poorer)
  expect(trial).toMatchObject({ counts: { 'above-ceiling': 1 } })
  expect(trial.rows).toMatchObject([{ case: cases[0]?.case, amount: 4_100_000, because: ['plafond entreprise'] }])
  expect(trial.rows[0]?.ceiling).toBe(1_311_914)
})

test('knows of no case that its reader may not see, and is nobody else’s to read', async () => {
  const trial = await triedBy('lucie', stricter)
  expect(trial).toMatchObject({ state: 'done', total: 0, rows: [] })
  expect((await door.ask('sophie', 'GET', `/api/trials/${trial.trial}`)).status).toBe(404)
})

test('is refused for what cannot be read, for another edition, and to others', async () => {
  const draft = uuidv7()
  await door.command('sophie', 'upload-draft', draft, { name: 'x', text: 'scheme: [' })
  const trials = `/api/drafts/${draft}/trials`
  const payload = { edition: '2099' }
  expect((await door.ask('sophie', 'POST', trials, { payload })).body.code).toBe('draft-has-problems')
  expect((await door.ask('claire', 'POST', trials, { payload })).body.code).toBe('role-may-not')
  expect((await door.ask(null, 'POST', trials, { payload })).status).toBe(401)
  const right = uuidv7()
  await door.command('sophie', 'upload-draft', right, { name: 'x', text: newSchemeFile('guinea') })
  const of = (edition: string) => door.ask('sophie', 'GET', `/api/drafts/${right}/simulation?edition=${edition}`)
  expect((await of('1999')).body.code).toBe('no-such-edition')
  expect((await of('2026')).body).toMatchObject({ people: 60, neverDone: [] })
})
