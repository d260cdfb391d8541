/** What happens by itself, on a real database: beforehand on the case, then by the worker, then taken back. */
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { byItselfAround, foreseenFor, passedFor } from '#app/by-itself.ts'
import { handle } from '#app/handle.ts'
import { verify } from '#app/verify.ts'
import type { House } from '#app/house.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { asActor, sql } from '#db/connect.ts'
import { readOwed } from '#db/reads/work.ts'
import { actor, foundHouse } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'

import { carryOutDeadlines } from './carry-out-deadlines.ts'

const counsellor = actor('claire', 'counsellor', 'member-state')
const coordinator = actor('ada', 'coordinator', 'partner')
const manager = actor('johan', 'programme-manager', 'frontex')
const stranger = actor('nia', 'coordinator', 'elsewhere')
const watcher = actor('dara', 'data-protection-officer', 'homeward')
let day = '2026-03-02'
let home: TestHouse
let house: House

beforeAll(async () => {
  const office = (id: string, kind: string) => ({ office: id, name: id, kind, country: 'CM' })
  const parts = [counsellor, coordinator, manager].map(({ role, office: id }) => ({
    scheme: 'eurp-cameroon',
    role,
    office: id,
  }))
  const founding = {
    schemes: loadSchemes('catalogue/schemes').filter(({ scheme }) => scheme === 'eurp-cameroon'),
    offices: [office('member-state', 'agency'), office('partner', 'representation'), office('frontex', 'programme')],
    parts,
    accounts: [],
  }
  home = await foundHouse(founding, { now: () => `${day}T09:00:00.000Z`, today: () => day })
  house = home.house
})
afterAll(async () => {
  expect((await verify(house)).faults).toEqual([])
  await home.close()
})

async function does(stream: string, name: string, input: Record<string, unknown>, by = counsellor) {
  const answer = await handle(house, by, { command: uuidv7(), name, stream, input })
  expect(answer, name).toMatchObject({ status: 'done' })
}

/** An application made after the return. */
async function applied(on = '2026-03-02'): Promise<string> {
  day = on
  const stream = uuidv7()
  const person = { person: uuidv7(), givenName: 'Ada', familyName: 'Eto', relation: 'principal' }
  const consents = house.editions.current('eurp-cameroon', day)?.edition.consents.map(({ purpose }) => purpose)
  await does(stream, 'register-case', { scheme: 'eurp-cameroon', people: [person], consents, on: day })
  const said = { retour: 'volontaire', 'nationalité camerounaise': true, 'déjà aidé par le programme': false }
  const facts = Object.entries({ ...said, 'déjà de retour': true }).map(([fact, known]) => [fact, { known }])
  await does(stream, 'complete-step', { step: 'application', on: day, facts: Object.fromEntries(facts) })
  return stream
}

async function statusOf(stream: string): Promise<{ status: string; closure: { reason: string } | null }> {
  const [row] = await asActor(house.database, 'system', (tx) =>
    tx.rows<{ state: { status: string; closure: { reason: string } | null } }>(
      sql`select state from case_file where "case" = ${stream}::uuid`,
    ),
  )
  return { status: row!.state.status, closure: row!.state.closure }
}

test('two workers drop an application on the eighth day, once; the counsellor takes it back', async () => {
  const stream = await applied()
  day = '2026-03-09'
  expect(await carryOutDeadlines(house)).toBe(0)
  day = '2026-03-10'
  const counts = await Promise.all([carryOutDeadlines(house), carryOutDeadlines(house)])
  expect(counts.every((count) => count <= 1)).toBe(true)
  expect(await statusOf(stream)).toMatchObject({ status: 'closed', closure: { reason: 'no-answer' } })
  const passed = await asActor(house.database, 'system', (tx) =>
    tx.rows<{ role: string }>(sql`select role from event where stream = ${stream}::uuid and type = 'deadline-passed'`),
  )
  expect(passed).toEqual([{ role: 'system' }])
  expect(await carryOutDeadlines(house)).toBe(0)
  day = '2026-03-12'
  await does(stream, 'undo-deadline', { on: day, reason: 'the answer had been sent' })
  expect((await statusOf(stream)).status).toBe('open')
  day = '2026-04-12'
  expect(await carryOutDeadlines(house)).toBe(0)
})

test('what is paused does not happen; resumed, it happens later', async () => {
  const stream = await applied()
  day = '2026-03-05'
  await does(stream, 'pause-deadline', { step: 'member-state-answer', reason: 'a strike', on: day })
  day = '2026-03-20'
  expect(await carryOutDeadlines(house)).toBe(0)
  await does(stream, 'resume-deadline', { step: 'member-state-answer', on: day })
  day = '2026-03-24'
  expect(await carryOutDeadlines(house)).toBe(0)
  day = '2026-03-25'
  expect(await carryOutDeadlines(house)).toBe(1)
  expect((await statusOf(stream)).status).toBe('closed')
})

test('it is listed beforehand over all cases, next day first, and afterwards with the way back', async () => {
  const streams = [await applied('2026-05-04'), await applied('2026-05-04')].sort()
  const page = await foreseenFor(house, counsellor, undefined, 1)
  expect(page.rows).toMatchObject([
    {
      case: streams[0],
      name: 'Ada Eto',
      step: 'member-state-answer',
      on: '2026-05-12',
      dueOn: '2026-05-11',
      undoneBy: 'counsellor',
      mayPause: true,
    },
  ])
  const after = page.last && { on: page.last.on, case: page.last.case, step: page.last.step }
  const next = await foreseenFor(house, counsellor, after, 5)
  expect(next.rows.map((row) => row.case)).toEqual([streams[1]])
  expect(next.last).toBeUndefined()
  expect((await foreseenFor(house, manager, undefined, 5)).rows).toHaveLength(2)
  expect((await foreseenFor(house, stranger, undefined, 5)).rows).toEqual([])
  const watched = (await foreseenFor(house, watcher, undefined, 5)).rows
  expect(watched.map(({ case: id, name, mayPause }) => [id, name, mayPause])).toEqual([
    [null, null, false],
    [null, null, false],
  ])
  day = '2026-05-12'
  expect(await carryOutDeadlines(house)).toBe(2)
  const [latest] = (await passedFor(house, counsellor, undefined, 5)).rows
  expect(latest).toMatchObject({ act: 'close-case', on: day, isUndone: false, mayUndo: true })
  await does(latest?.case ?? '', 'undo-deadline', { on: day, reason: 'it was sent' })
  const passed = await passedFor(house, counsellor, undefined, 2)
  expect(passed.rows.map(({ isUndone, mayUndo }) => [isUndone, mayUndo])).toEqual([
    [true, false],
    [false, true],
  ])
  const before = passed.last && { at: passed.last.at, case: passed.last.case }
  const earlier = (await passedFor(house, counsellor, before, 9)).rows
  expect(earlier.map((row) => row.on)).toEqual(['2026-03-25', '2026-03-10'])
  expect((await passedFor(house, stranger, undefined, 9)).rows).toEqual([])
  expect((await passedFor(house, watcher, undefined, 9)).rows.every((row) => row.case === null)).toBe(true)
  const around = (who: typeof counsellor) => asActor(house.database, who, (tx) => byItselfAround(tx, who, day))
  expect(await around(stranger)).toEqual({ soon: 0, passed: 0 })
  expect(await around(watcher)).toEqual({ soon: 0, passed: 2 })
})

test('a deadline that has passed stands among the tasks of the role that it comes to, from the day after', async () => {
  const stream = await applied()
  await does(stream, 'complete-step', { step: 'member-state-answer', on: day, text: 'taken on' })
  const running = house.editions.current('eurp-cameroon', day)
  const options = running?.edition.instruments[0]?.questions.map(({ question, options: [first] }) => [
    question,
    first!.option,
  ])
  await does(stream, 'record-assessment', {
    step: 'vulnerability',
    on: day,
    answers: Object.fromEntries(options ?? []),
  })
  await does(stream, 'give-verdict', { on: day })
  await does(stream, 'choose-aid', { aid: 'post-return-social', on: day })
  const [{ person } = { person: '' }] = await asActor(house.database, 'system', (tx) =>
    tx.rows<{ person: string }>(sql`select person from person where "case" = ${stream}::uuid`),
  )
  await does(stream, 'confirm-departure', { travellers: [person], on: day })
  const tasksOn = (today: string) =>
    asActor(house.database, manager, (tx) => readOwed(tx, 'frontex', 'programme-manager', today, { limit: 10 }))
  await does(stream, 'hand-over-custody', { to: 'partner', reason: 'she is there', on: day })
  await does(stream, 'accept-custody', { on: day }, coordinator)
  expect(await tasksOn('2026-04-01')).toEqual([])
  expect(await tasksOn('2026-04-02')).toMatchObject([{ case: stream, kind: 'escalation', step: 'first-contact' }])
  await does(stream, 'record-first-contact', { arrivedOn: day, on: day }, coordinator)
  expect(await tasksOn('2026-04-02')).toEqual([])
})
