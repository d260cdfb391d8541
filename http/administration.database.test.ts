/** Accounts and offices through the doors: who may, what is refused, what is logged, and that sessions end. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { testHouse, testPassword } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'

import { createServer } from './server.ts'

let home: TestHouse
let server: FastifyInstance

beforeAll(async () => {
  home = await testHouse()
  server = await createServer({ house: home.house, watchers: { watch: () => () => {} } })
})
afterAll(async () => {
  await server.close()
  await home.close()
})

type Method = 'GET' | 'POST' | 'PUT'

async function signIn(email: string, password = testPassword): Promise<string> {
  const answer = await server.inject({ method: 'POST', url: '/api/session', payload: { email, password } })
  return answer.cookies[0] ? `${answer.cookies[0].name}=${answer.cookies[0].value}` : ''
}

async function ask(cookie: string, method: Method, url: string, payload?: object) {
  const answer = await server.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

const lucie = 'lucie@homeward.example'
const fresh = {
  email: 'Fatou.Diallo@homeward.example',
  name: 'Fatou Diallo',
  language: 'fr',
  password: 'une-longue-phrase-secrete',
  seats: [{ role: 'counsellor', office: 'ofii-lyon' }],
}

async function accountOf(cookie: string, email: string) {
  const { body } = await ask(cookie, 'GET', '/api/accounts')
  return (body['rows'] as { account: string; email: string; active: boolean; seats: object[] }[]).find(
    (row) => row.email === email,
  )
}

describe('accounts', () => {
  test('are opened by an administrator, and their owner can sign in', async () => {
    const cookie = await signIn(lucie)
    const made = await ask(cookie, 'POST', '/api/accounts', fresh)
    expect(made).toMatchObject({ status: 200, body: { account: expect.any(String) } })
    expect(await signIn('fatou.diallo@homeward.example', fresh.password)).not.toBe('')
    const row = await accountOf(cookie, 'fatou.diallo@homeward.example')
    expect(row).toMatchObject({ active: true, seats: [{ role: 'counsellor', officeName: 'OFII Lyon' }] })
    expect(JSON.stringify(row)).not.toContain('argon2')
    const log = await ask(cookie, 'GET', '/api/administration/log')
    expect(log.body['rows']).toMatchObject([{ act: 'account-opened', by: 'Lucie Perrin' }])
    expect(JSON.stringify(log.body)).not.toContain(fresh.password)
  })

  test.each([
    ['a short password', { password: 'onze-lettre' }, { code: 'invalid-input', field: 'password' }],
    ['no address', { email: 'fatou' }, { code: 'invalid-input', field: 'email' }],
    ['no seat', { seats: [] }, { code: 'invalid-input', field: 'seats' }],
    ['the role of the system', { seats: [{ role: 'system', office: 'homeward' }] }, { field: 'seats' }],
    ['an unknown office', { seats: [{ role: 'adviser', office: 'nowhere' }] }, { code: 'unknown-choice' }],
    ['an unknown language', { language: 'xx' }, { code: 'invalid-input', field: 'language' }],
    ['a known address', { email: lucie.toUpperCase() }, { code: 'email-taken', field: 'email' }],
  ])('are refused with %s, and nothing is written', async (_, change, refusal) => {
    const cookie = await signIn(lucie)
    const before = await ask(cookie, 'GET', '/api/accounts')
    const email = 'somebody.else@homeward.example'
    const answer = await ask(cookie, 'POST', '/api/accounts', { ...fresh, email, ...change })
    expect(answer.body).toMatchObject(refusal)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect((await ask(cookie, 'GET', '/api/accounts')).body).toEqual(before.body)
  })

  test('are nobody else’s business', async () => {
    const claire = await signIn('claire@homeward.example')
    expect(await ask(claire, 'GET', '/api/accounts')).toMatchObject({ status: 403, body: { code: 'role-may-not' } })
    expect(await ask(claire, 'POST', '/api/accounts', fresh)).toMatchObject({ status: 403 })
    expect(await ask('', 'GET', '/api/accounts')).toMatchObject({ status: 401 })
  })

  test('that are closed end their sessions at once, and open again', async () => {
    const cookie = await signIn(lucie)
    const hugo = await accountOf(cookie, 'hugo@homeward.example')
    const session = await signIn('hugo@homeward.example')
    const path = `/api/accounts/${hugo?.account}/active`
    expect((await ask(cookie, 'PUT', path, { active: false })).status).toBe(200)
    expect((await ask(session, 'GET', '/api/home')).status).toBe(401)
    expect(await signIn('hugo@homeward.example')).toBe('')
    expect((await ask(cookie, 'PUT', path, { active: true })).status).toBe(200)
    expect(await signIn('hugo@homeward.example')).not.toBe('')
  })

  test('of oneself stay open and administrating', async () => {
    const cookie = await signIn(lucie)
    const own = (await accountOf(cookie, lucie))?.account
    const close = await ask(cookie, 'PUT', `/api/accounts/${own}/active`, { active: false })
    expect(close.body).toMatchObject({ code: 'not-yourself' })
    const seats = [{ role: 'counsellor', office: 'ofii-lyon' }]
    expect((await ask(cookie, 'PUT', `/api/accounts/${own}/seats`, { seats })).body).toMatchObject({
      code: 'not-yourself',
    })
    expect((await ask(cookie, 'GET', '/api/accounts')).status).toBe(200)
  })

  test('get other seats and a new password; the old one no longer opens', async () => {
    const cookie = await signIn(lucie)
    const grace = await accountOf(cookie, 'grace@homeward.example')
    const seats = [{ role: 'adviser', office: 'wouri-conseil' }]
    expect((await ask(cookie, 'PUT', `/api/accounts/${grace?.account}/seats`, { seats })).status).toBe(200)
    expect(await accountOf(cookie, 'grace@homeward.example')).toMatchObject({ seats: [{ office: 'wouri-conseil' }] })
    const password = 'another-long-password'
    expect((await ask(cookie, 'PUT', `/api/accounts/${grace?.account}/password`, { password })).status).toBe(200)
    expect(await signIn('grace@homeward.example')).toBe('')
    expect(await signIn('grace@homeward.example', password)).not.toBe('')
  })

  test('that do not exist are not found', async () => {
    const cookie = await signIn(lucie)
    for (const id of ['00000000-0000-7000-8000-000000000001', 'nobody', '00000000-0000-7000-8000-000000000000'])
      expect((await ask(cookie, 'PUT', `/api/accounts/${id}/active`, { active: false })).status).toBe(404)
  })
})

describe('one’s own password', () => {
  const path = '/api/session/password'

  test('is changed with the present one, and signs the other devices out', async () => {
    const [here, elsewhere] = [await signIn('olivier@homeward.example'), await signIn('olivier@homeward.example')]
    const wrong = await ask(here, 'PUT', path, { current: 'not-this-one-at-all', password: 'a-new-long-password' })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong-password', field: 'current' } })
    const short = await ask(here, 'PUT', path, { current: testPassword, password: 'short' })
    expect(short.body).toMatchObject({ code: 'invalid-input', field: 'password' })
    expect((await ask(elsewhere, 'GET', '/api/home')).status).toBe(200)
    const changed = await ask(here, 'PUT', path, { current: testPassword, password: 'a-new-long-password' })
    expect(changed).toMatchObject({ status: 200, body: { changed: true } })
    expect((await ask(here, 'GET', '/api/home')).status).toBe(200)
    expect((await ask(elsewhere, 'GET', '/api/home')).status).toBe(401)
    expect(await signIn('olivier@homeward.example', 'a-new-long-password')).not.toBe('')
  })

  test('cannot be guessed through this door', async () => {
    const cookie = await signIn('sophie@homeward.example')
    const guess = () => ask(cookie, 'PUT', path, { current: 'a-wrong-password', password: 'a-new-long-password' })
    for (let count = 0; count < 8; count++) expect((await guess()).body).toMatchObject({ code: 'wrong-password' })
    expect((await guess()).body).toMatchObject({ code: 'too-many-attempts' })
  })
})

describe('offices', () => {
  const office = { name: 'Bureau de Bafoussam', kind: 'operator', country: 'CM', region: 'CM-OU', place: 'Bafoussam' }
  const parts = [{ scheme: 'ofii-cameroon', role: 'adviser' }]

  test('are opened with their parts, which count at once', async () => {
    const cookie = await signIn(lucie)
    const made = await ask(cookie, 'POST', '/api/offices', { ...office, sector: 'private', parts })
    expect(made.body).toEqual({ office: 'bureau-de-bafoussam' })
    expect(home.house.editions.offices('ofii-cameroon')['adviser']).toContain('bureau-de-bafoussam')
    const twin = await ask(cookie, 'POST', '/api/offices', { ...office, parts: [] })
    expect(twin.body).toEqual({ office: 'bureau-de-bafoussam-2' })
  })

  test('are given the parts of a scheme together, beside those who play them already, or none of them', async () => {
    const cookie = await signIn(lucie)
    const give = (scheme: string, given: object[], by = cookie) =>
      ask(by, 'PUT', `/api/administration/schemes/${scheme}/parts`, { parts: given })
    const before = home.house.editions.offices('pari-jedi')['counsellor'] ?? []
    const lyon = { role: 'counsellor', office: 'ofii-lyon' }
    const lost = await give('pari-jedi', [lyon, { role: 'adviser', office: 'nowhere' }])
    expect(lost.body).toMatchObject({ code: 'unknown-choice', field: 'parts' })
    expect(home.house.editions.offices('pari-jedi')['counsellor'] ?? []).toEqual(before)
    expect((await give('pari-jedi', [lyon, { ...lyon, role: 'coordinator' }])).body).toEqual({ parts: 2 })
    expect(home.house.editions.offices('pari-jedi')['counsellor']).toEqual([...before, 'ofii-lyon'].toSorted())
    expect((await give('nothing', [lyon])).status).toBe(404)
    expect((await give('pari-jedi', [])).body).toMatchObject({ code: 'invalid-input' })
    const serge = await signIn('serge@homeward.example')
    expect((await give('pari-jedi', [lyon], serge)).body).toMatchObject({ code: 'role-may-not' })
  })

  test('change their parts', async () => {
    const cookie = await signIn(lucie)
    expect((await ask(cookie, 'PUT', '/api/offices/wouri-conseil/parts', { parts: [] })).status).toBe(200)
    expect(home.house.editions.offices('ofii-cameroon')['adviser']).not.toContain('wouri-conseil')
    await ask(cookie, 'PUT', '/api/offices/wouri-conseil/parts', { parts })
    expect(home.house.editions.offices('ofii-cameroon')['adviser']).toContain('wouri-conseil')
    expect((await ask(cookie, 'PUT', '/api/offices/nowhere/parts', { parts })).status).toBe(404)
  })

  test.each([
    ['a name in Arabic', { name: 'مكتب تونس', country: 'TN', region: undefined }, { office: 'office' }],
    [
      'an unknown scheme',
      { parts: [{ scheme: 'nothing', role: 'adviser' }] },
      { code: 'unknown-choice', field: 'parts' },
    ],
    ['a region that is none', { region: 'Centre' }, { code: 'invalid-input', field: 'region' }],
    ['no name', { name: '  ' }, { code: 'invalid-input', field: 'name' }],
  ])('with %s', async (_, change, answer) => {
    const cookie = await signIn(lucie)
    expect((await ask(cookie, 'POST', '/api/offices', { ...office, parts: [], ...change })).body).toMatchObject(answer)
  })
})

describe('small tables for lists', () => {
  test('regions of a country in three languages', async () => {
    const cookie = await signIn('claire@homeward.example')
    const { body } = await ask(cookie, 'GET', '/api/regions?country=CM')
    expect(body['rows']).toEqual(
      expect.arrayContaining([
        { code: 'CM-CE', fr: 'Centre', en: 'Centre', ar: expect.stringMatching(/\p{sc=Arabic}/u) },
      ]),
    )
    expect((await ask(cookie, 'GET', '/api/regions?country=Cameroon')).status).toBe(422)
  })

  test('words of every scheme: stages, steps, aids', async () => {
    const cookie = await signIn('claire@homeward.example')
    const { body } = await ask(cookie, 'GET', '/api/scheme-words')
    const rows = body['rows'] as { scheme: string; journeys: unknown[][]; steps: object }[]
    const words = rows.find(({ scheme }) => scheme === 'ofii-cameroon')
    expect(words).toMatchObject({ scheme: 'ofii-cameroon', country: 'CM', steps: { verdict: { kind: 'verdict' } } })
    expect(words?.journeys[0]?.length).toBeGreaterThan(3)
  })

  test('a device knows that it is this one', async () => {
    const cookie = await signIn('claire@homeward.example')
    const { body } = await ask(cookie, 'GET', '/api/devices')
    const devices = body['devices'] as { here: boolean }[]
    expect(devices.filter(({ here }) => here)).toHaveLength(1)
  })

  test('an evaluator sees figures at home, never a name', async () => {
    const anne = await signIn('anne@homeward.example')
    expect((await ask(anne, 'GET', '/api/home')).body).toMatchObject({ recent: [], open: expect.any(Number) })
  })
})
