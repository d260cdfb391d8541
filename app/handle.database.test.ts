import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'

import { asActor, sql } from '#db/connect.ts'
import { readCase } from '#db/reads/case.ts'
import { readCounts, readList } from '#db/reads/list.ts'
import { actor, testHouse } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'

import { handle } from './handle.ts'
import type { Answer } from './judge.ts'
import { rebuildProjections } from './rebuild.ts'
import { findPeople } from './search.ts'
import { verify } from './verify.ts'

const today = '2026-03-02'
const claire = actor('claire', 'counsellor', 'ofii-lyon')
const hugo = actor('hugo', 'counsellor', 'ofii-paris')

let home: TestHouse
beforeAll(async () => {
  home = await testHouse(today)
})
afterAll(() => home.close())

function registration(familyName = 'Ngono', givenName = 'Awa') {
  const person = { person: uuidv7(), givenName, familyName, birth: '2001', relation: 'principal' }
  const edition = home.house.editions.current('ofii-cameroon', today)?.edition
  const consents = edition?.consents.filter((each) => each.required).map((each) => each.purpose)
  return { scheme: 'ofii-cameroon', people: [person], consents, on: today, region: 'CM-CE' }
}

async function register(input: object = registration(), stream = uuidv7(), command = uuidv7()): Promise<Answer> {
  return handle(home.house, claire, { command, name: 'register-case', stream, input })
}

describe('a command through the one door', () => {
  test('registers a case, which its office lists, counts, finds and opens', async () => {
    const stream = uuidv7()
    const answer = await register(registration('Mbarga', 'Fatoumata'), stream)
    expect(answer).toMatchObject({ status: 'done', stream })
    const { house } = home
    const file = await asActor(house.database, claire, (tx) => readCase(tx, stream))
    expect(JSON.parse(file ?? '{}')).toMatchObject({
      case: { case: stream, status: 'open', custody: { office: 'ofii-lyon' } },
      people: [{ familyName: 'Mbarga', givenName: 'Fatoumata', birth: '2001' }],
    })
    const page = await asActor(house.database, claire, (tx) => readList(tx, 'ofii-lyon', { sort: 'opened', limit: 50 }))
    expect(JSON.parse(page.json)).toEqual(
      expect.arrayContaining([expect.objectContaining({ case: stream, name: 'Fatoumata Mbarga' })]),
    )
    const counts = await asActor(house.database, claire, (tx) => readCounts(tx, 'ofii-lyon'))
    expect(counts).toEqual(
      expect.arrayContaining([{ region: 'CM-CE', stage: 'preparation', count: expect.any(Number) }]),
    )
    const found = await asActor(house.database, claire, (tx) => findPeople(tx, 'ofii-lyon', 'Fatimata Mbarga'))
    expect(found[0]).toMatchObject({ case: stream })
  })

  test('answers a repeat with the first answer and writes nothing more', async () => {
    const [stream, command, input] = [uuidv7(), uuidv7(), registration()]
    const first = await register(input, stream, command)
    const again = await register({ ...input, on: '2026-01-01' }, stream, command)
    expect(again).toEqual(first)
    expect(await countEvents(stream)).toBe(await versionOf(stream))
  })

  test('the same command sent ten times at once is done once', async () => {
    const [stream, command, input] = [uuidv7(), uuidv7(), registration()]
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(input, stream, command)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.status).toBe('done')
  })

  test('twenty notes written at once are all kept, each at its own version', async () => {
    const stream = uuidv7()
    await register(registration(), stream)
    const before = await versionOf(stream)
    const notes = Array.from({ length: 20 }, (_, index) =>
      handle(home.house, claire, { command: uuidv7(), name: 'add-note', stream, input: { text: `note ${index}` } }),
    )
    const answers = await Promise.all(notes)
    expect(answers.filter((answer) => answer.status === 'done')).toHaveLength(20)
    expect(await versionOf(stream)).toBe(before + 20)
  })

  test("another office's case is not found, whatever is asked of it", async () => {
    const stream = uuidv7()
    await register(registration(), stream)
    expect(await asActor(home.house.database, hugo, (tx) => readCase(tx, stream))).toBeUndefined()
    const note = { command: uuidv7(), name: 'add-note', stream, input: { text: 'x' } }
    expect(await handle(home.house, hugo, note)).toMatchObject({ status: 'refused', refusal: { code: 'not-found' } })
    const taken = { command: uuidv7(), name: 'register-case', stream, input: registration() }
    expect(await handle(home.house, hugo, taken)).toMatchObject({ status: 'refused' })
  })

  test('a refusal names its field and leaves nothing behind', async () => {
    const stream = uuidv7()
    const answer = await register({ ...registration(), on: '2026-02-30' }, stream)
    expect(answer).toMatchObject({ status: 'refused', refusal: { code: 'invalid-input', field: 'on' } })
    expect(await register({ ...registration(), on: '2030-01-01' }, stream)).toMatchObject({
      refusal: { code: 'date-ahead', field: 'on' },
    })
    expect(await countEvents(stream)).toBe(0)
  })
})

describe('the facts', () => {
  test('cannot be changed or removed by the application', async () => {
    const change = asActor(home.house.database, 'system', (tx) => tx.rows(sql`update event set type = 'x'`))
    await expect(change).rejects.toThrow(/permission denied/)
    const removal = asActor(home.house.database, 'system', (tx) => tx.rows(sql`delete from event`))
    await expect(removal).rejects.toThrow(/permission denied/)
  })

  test('hold no name and no free text', async () => {
    const stream = uuidv7()
    await register(registration('Quelqueunique', 'Unique'), stream)
    const words = 'un mot que personne ne devine'
    await handle(home.house, claire, { command: uuidv7(), name: 'add-note', stream, input: { text: words } })
    const rows = await asActor(home.house.database, 'system', (tx) =>
      tx.rows<{ all: string }>(
        sql`select string_agg(data::text, ' ') as all from event where stream = ${stream}::uuid`,
      ),
    )
    expect(rows[0]?.all).not.toMatch(/Quelqueunique|Unique|personne ne devine/)
  })

  test('are clean, rebuild to the same rows, and show what was tampered with', async () => {
    const clean = await verify(home.house)
    expect(clean.faults).toEqual([])
    expect(clean.events).toBeGreaterThan(20)
    await rebuildProjections(home.house)
    expect((await verify(home.house)).faults).toEqual([])
    await asOwner(
      `update homeward.case_list set stage = 'closed' where ctid = (select min(ctid) from homeward.case_list)`,
    )
    const faults = (await verify(home.house)).faults.map((fault) => fault.what)
    expect(faults).toEqual(
      expect.arrayContaining(['its list rows are not what its events say', expect.stringContaining('count of')]),
    )
    await rebuildProjections(home.house)
    await asOwner(
      `update homeward.event set data = data || '{"on":"2020-01-01"}' where version = 1 and kind = 'case' and stream = (select stream from homeward.event where kind = 'case' limit 1)`,
    )
    const tampered = (await verify(home.house)).faults.map((fault) => fault.what)
    expect(tampered).toContain('was changed after it was recorded')
  })
})

async function asOwner(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: home.url })
  await client.connect()
  // Row security is forced on the owner too; a superuser, as an attacker on the machine would be, passes it.
  await client.query("set homeward.role = 'system'")
  await client.query(text)
  await client.end()
}

async function countEvents(stream: string): Promise<number> {
  const rows = await asActor(home.house.database, 'system', (tx) =>
    tx.rows<{ count: number }>(sql`select count(*)::int as count from event where stream = ${stream}::uuid`),
  )
  return rows[0]?.count ?? 0
}

async function versionOf(stream: string): Promise<number> {
  const rows = await asActor(home.house.database, 'system', (tx) =>
    tx.rows<{ version: number }>(sql`select version from case_file where "case" = ${stream}::uuid`),
  )
  return rows[0]?.version ?? 0
}
