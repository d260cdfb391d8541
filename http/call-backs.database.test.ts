import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { asActor, sql } from '#db/connect.ts'
import { addDays } from '#domain/calendar.ts'
import { openDoor } from '#tests/kit/door.ts'
import type { Door } from '#tests/kit/door.ts'
import { eraseOldCallBacks } from '#jobs/tasks/erase-call-backs.ts'

let door: Door
let today: string

beforeAll(async () => {
  door = await openDoor()
  today = door.home.house.clock.today()
})
afterAll(() => door.close())

const awa = {
  name: 'A. N.',
  phone: '06 12 34 56 78',
  bestTime: 'evening',
  language: 'fr',
  wishes: [{ scheme: 'ofii-cameroon', office: 'ofii-lyon' }],
  consent: true,
}

let visitors = 0
/** Asks from an address of its own, so that one test is no crowd to another. */
function ask(payload: object, address = `192.0.2.${(visitors += 1)}`) {
  return door.server.inject({ method: 'POST', url: '/api/public/call-backs', payload, remoteAddress: address })
}

async function waitingAt(who: string) {
  const { status, body } = await door.ask(who, 'GET', '/api/call-backs')
  expect(status).toBe(200)
  return (body.rows ?? []) as readonly { callBack: string; name: string; phone: string | null; eraseOn: string }[]
}

describe('asking to be called back', () => {
  test('reaches the office of the first interview, and no other seat', async () => {
    expect((await ask(awa)).json()).toEqual({ asked: 1 })
    expect(await waitingAt('claire')).toMatchObject([
      { name: 'A. N.', phone: '06 12 34 56 78', eraseOn: addDays(today, 90) },
    ])
    for (const other of ['hugo', 'serge', 'lucie', 'sophie']) expect(await waitingAt(other)).toEqual([])
    const callBack = (await waitingAt('claire'))[0]?.callBack
    expect((await door.ask('hugo', 'GET', `/api/call-backs/${callBack}`)).body.code).toBe('not-found')
    const payload = { outcome: 'reached' }
    expect((await door.ask('hugo', 'PUT', `/api/call-backs/${callBack}`, { payload })).body.code).toBe('not-found')
    expect((await door.ask('claire', 'GET', '/api/home')).body['callBacks']).toBe(1)
    expect((await door.ask('hugo', 'GET', '/api/home')).body['callBacks']).toBe(0)
  })

  test('twice is one call, to two offices are two', async () => {
    const before = (await waitingAt('claire')).length
    await ask(awa)
    expect((await waitingAt('claire')).length).toBe(before)
    const both = [...awa.wishes, { scheme: 'ofii-cameroon', office: 'ofii-paris' }]
    expect((await ask({ ...awa, phone: '٠٦١١٢٢٣٣٤٤', wishes: both })).json()).toEqual({ asked: 2 })
    expect((await waitingAt('hugo')).map(({ phone }) => phone)).toEqual(['٠٦١١٢٢٣٣٤٤'])
  })

  test.each<[string, object, number, string, string]>([
    ['no way to reach them', { phone: undefined }, 422, 'contact-needed', 'phone'],
    ['no name', { name: '  ' }, 422, 'invalid-input', 'name'],
    ['a number that is none', { phone: 'call me' }, 422, 'invalid-input', 'phone'],
    ['an address that is none', { email: 'awa' }, 422, 'invalid-input', 'email'],
    ['no consent', { consent: false }, 422, 'invalid-input', 'consent'],
    ['no scheme', { wishes: [] }, 422, 'invalid-input', 'wishes'],
    ['an answer beside it', { facts: { age: 20 } }, 422, 'invalid-input', 'facts'],
    [
      'an office of something else',
      { wishes: [{ scheme: 'ofii-cameroon', office: 'homeward' }] },
      422,
      'unknown-choice',
      'wishes',
    ],
    ['a scheme that nobody knows', { wishes: [{ scheme: 'x', office: 'ofii-lyon' }] }, 422, 'unknown-choice', 'wishes'],
  ])('is refused with %s, and nothing is kept', async (_, change, status, code, field) => {
    const count = () =>
      asActor(door.home.house.database, 'system', (tx) => tx.rows(sql`select count(*)::int as n from call_back`))
    const before = await count()
    const answer = await ask({ ...awa, phone: '07 00 00 00 00', ...change })
    expect([answer.statusCode, answer.json().code, answer.json().field]).toEqual([status, code, field])
    expect(await count()).toEqual(before)
  })

  test('is limited by address', async () => {
    const codes = []
    for (let count = 0; count < 21; count += 1) codes.push((await ask(awa, '198.51.100.7')).statusCode)
    expect(codes).toEqual([...Array.from({ length: 20 }, () => 200), 429])
    expect((await ask(awa, '198.51.100.8')).statusCode).toBe(200)
  })

  test('is limited by office, wherever it comes from', async () => {
    await asActor(door.home.house.database, 'system', (tx) =>
      tx.rows(sql`
        insert into call_back (call_back, office, role, schemes, name, phone, best_time, language, asked_at, erase_on)
        select gen_random_uuid(), 'ofii-paris', 'counsellor', '{ofii-cameroon}', 'x', '07000000' || n, 'any', 'fr',
          ${door.home.house.clock.now()}, ${addDays(today, 1)} from generate_series(1, 200) n`),
    )
    const wishes = [{ scheme: 'ofii-cameroon', office: 'ofii-paris' }]
    expect((await ask({ ...awa, phone: '06 99 99 99 99', wishes })).json().code).toBe('too-many-requests')
  })
})

test('the office’s list goes on where its page ended', async () => {
  const first = (await door.ask('hugo', 'GET', '/api/call-backs')).body
  expect(first.rows?.length).toBe(50)
  const then = (await door.ask('hugo', 'GET', `/api/call-backs?after=${encodeURIComponent(String(first['next']))}`))
    .body
  const ids = [...(first.rows ?? []), ...(then.rows ?? [])].map(({ callBack }) => callBack)
  expect(new Set(ids).size).toBe(100)
})

describe('a request', () => {
  test('is settled, can be put back, and goes soon once it is settled', async () => {
    const callBack = (await waitingAt('claire'))[0]?.callBack
    const put = (outcome: string) => door.ask('claire', 'PUT', `/api/call-backs/${callBack}`, { payload: { outcome } })
    expect((await put('reached')).status).toBe(200)
    expect((await waitingAt('claire')).map((each) => each.callBack)).not.toContain(callBack)
    const { settled } = (await door.ask('claire', 'GET', '/api/call-backs')).body
    expect(settled).toMatchObject([{ callBack, outcome: 'reached', eraseOn: addDays(today, 7) }])
    expect((await put('waiting')).status).toBe(200)
    expect((await waitingAt('claire'))[0]).toMatchObject({ callBack, eraseOn: addDays(today, 90) })
    expect((await put('forgotten')).body).toMatchObject({ code: 'invalid-input', field: 'outcome' })
    expect(
      (await door.ask(null, 'PUT', `/api/call-backs/${callBack}`, { payload: { outcome: 'reached' } })).status,
    ).toBe(401)
  })

  test('is erased on its day', async () => {
    const { house } = door.home
    const on = (day: string) => ({ ...house, clock: { ...house.clock, today: () => day } })
    expect(await eraseOldCallBacks(on(today))).toBe(0)
    expect(await eraseOldCallBacks(on(addDays(today, 1)))).toBe(200)
    expect((await waitingAt('claire')).length).toBeGreaterThan(0)
    await eraseOldCallBacks(on(addDays(today, 90)))
    expect(await waitingAt('claire')).toEqual([])
  })
})
