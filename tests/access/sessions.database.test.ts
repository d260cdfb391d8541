/** Signing in, staying in, and being put out. */
import { createHash } from 'node:crypto'

import { generateSync } from 'otplib'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { createServer } from '#http/server.ts'

import { cookieOf, doorOn, openDoor } from '../kit/door.ts'
import type { Asked, Door } from '../kit/door.ts'
import { testPassword } from '../kit/house.ts'
import { expectRefusal } from '../kit/traces.ts'

let door: Door
let owner: pg.Client

beforeAll(async () => {
  door = await openDoor()
  owner = new pg.Client({ connectionString: door.home.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await door.close()
})

let lastAddress = 0

/** Tries to sign in, each time from another address unless one is given. */
function attempt(
  who: string,
  password = testPassword,
  code?: string,
  from = `192.0.2.${++lastAddress}`,
): Promise<Asked> {
  const payload = { email: `${who}@homeward.example`, password, ...(code === undefined ? {} : { code }) }
  return door.ask(null, 'POST', '/api/session', { payload, headers: { 'x-forwarded-for': from } })
}

function by(cookie: string) {
  return { headers: { cookie } }
}

describe('signing in', () => {
  test('answers a wrong password and an unknown e-mail alike, in words and about in time', async () => {
    const took = async (who: string) => {
      const begun = performance.now()
      const answer = await attempt(who, 'not the password')
      expect(answer).toMatchObject({ status: 401, body: { code: 'wrong-credentials', facts: {} } })
      return performance.now() - begun
    }
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let round = 0; round < 7; round++) {
      known.push(await took('sophie'))
      unknown.push(await took(`nobody${round}`))
    }
    const middle = (times: number[]) => times.sort((a, b) => a - b)[3] ?? 0
    expect(middle(unknown)).toBeGreaterThan(middle(known) * 0.5)
    expect(middle(unknown)).toBeLessThan(middle(known) * 2)
  })

  test('finds the e-mail in capitals and with blanks around it, and the password in any way of writing', async () => {
    const payload = { email: '  Claire@HOMEWARD.example ', password: testPassword.normalize('NFD') }
    expect((await door.ask(null, 'POST', '/api/session', { payload })).status).toBe(200)
  })

  test('stops guesses for one e-mail, one by one or all at once, and lets nobody in by luck', async () => {
    const guesses = await Promise.all(Array.from({ length: 30 }, (_, index) => attempt('nadia', `guess ${index}`)))
    const tried = guesses.filter(({ body }) => body.code === 'wrong-credentials')
    expect(tried).toHaveLength(8)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(22)
    const right = await attempt('nadia')
    expect(right).toMatchObject({ status: 429, body: { code: 'too-many-attempts', facts: { minutes: 15 } } })
    expectRefusal(right, 'too many')
    expect((await attempt('olivier')).status).toBe(200)
    await owner.query(`update homeward.sign_in_attempt set at = at - interval '16 minutes'`)
    expect((await attempt('nadia')).status).toBe(200)
  })

  test('stops guesses from one address, whoever they are for', async () => {
    const from = '198.51.100.7'
    await owner.query(`insert into homeward.sign_in_attempt (email, address, succeeded)
      select 'guess' || n || '@homeward.example', '${from}', false from generate_series(1, 60) n`)
    expect((await attempt('sophie', testPassword, undefined, from)).status).toBe(429)
    expect((await attempt('sophie')).status).toBe(200)
  })

  test('counts only what failed: a hundred good sign-ins from one office close nothing', async () => {
    const from = '198.51.100.8'
    for (let round = 0; round < 12; round++)
      expect((await attempt('serge', testPassword, undefined, from)).status, String(round)).toBe(200)
    const { rows } = await owner.query(
      `select count(*)::int as failed from homeward.sign_in_attempt where address = '${from}' and not succeeded`,
    )
    expect(rows).toEqual([{ failed: 0 }])
  })

  test('gives a cookie that no script reads, no other site sends, and that is not kept anywhere', async () => {
    const answer = await door.server.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-forwarded-proto': 'https' },
      payload: { email: 'claire@homeward.example', password: testPassword },
    })
    const cookie = String(answer.headers['set-cookie'])
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']) expect(cookie).toContain(flag)
    const token = cookieOf(answer).split('=')[1] ?? ''
    expect(token.length).toBeGreaterThan(40)
    expect(answer.body).not.toContain(token)
    const { rows } = await owner.query(`select token_hash from homeward.session`)
    const kept = rows.map((row) => (row as { token_hash: Buffer }).token_hash)
    expect(kept.some((hash) => hash.equals(createHash('sha256').update(token).digest()))).toBe(true)
    expect(kept.some((hash) => hash.includes(Buffer.from(token)))).toBe(false)
    const { rows: secrets } = await owner.query(`select password_hash from homeward.credential`)
    expect(
      secrets.every((row) => (row as { password_hash: string }).password_hash.startsWith('argon2id$19456$2$')),
    ).toBe(true)
  })
})

describe('a session', () => {
  test('ends with signing out, and its cookie opens nothing any more', async () => {
    const cookie = await door.signIn('claire')
    expect((await door.ask(null, 'GET', '/api/session', by(cookie))).status).toBe(200)
    expect((await door.ask(null, 'DELETE', '/api/session', by(cookie))).status).toBe(200)
    expect((await door.ask(null, 'GET', '/api/session', by(cookie))).status).toBe(401)
  })

  test('is listed with its device, and can be ended from another one, but only by its owner', async () => {
    const [phone, desk, other] = await Promise.all([
      door.signIn('helene', 'telephone'),
      door.signIn('helene', 'desk'),
      door.signIn('marthe', 'desk of Marthe'),
    ])
    const list = await door.ask(null, 'GET', '/api/devices', by(desk))
    const devices = list.body['devices'] as { id: string; device: string; here: boolean }[]
    expect(devices.map(({ device, here }) => [device, here])).toEqual(
      expect.arrayContaining([
        ['telephone', false],
        ['desk', true],
      ]),
    )
    expect(list.text).not.toContain('Marthe')
    const url = `/api/devices/${devices.find(({ device }) => device === 'telephone')?.id}`
    expect((await door.ask(null, 'DELETE', url, by(other))).status).toBe(404)
    expect((await door.ask(null, 'GET', '/api/session', by(phone))).status).toBe(200)
    expect((await door.ask(null, 'DELETE', url, by(desk))).status).toBe(200)
    expect((await door.ask(null, 'GET', '/api/session', by(phone))).status).toBe(401)
    expect((await door.ask(null, 'GET', '/api/session', by(desk))).status).toBe(200)
  })

  test('takes another seat of the same person, and no other', async () => {
    const cookie = await door.signIn('karim')
    const take = (role: string, office: string) =>
      door.ask(null, 'POST', '/api/session/seat', { payload: { role, office }, headers: { cookie } })
    expect((await take('coordinator', 'ofii-yaounde')).body).toMatchObject({ seat: { role: 'coordinator' } })
    expect((await take('counsellor', 'ofii-paris')).body).toMatchObject({ seat: { role: 'counsellor' } })
    for (const [role, office] of [
      ['administrator', 'homeward'],
      ['coordinator', 'ofii-paris'],
      ['system', 'homeward'],
    ] as const)
      expect(await take(role, office)).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    const now = await door.ask(null, 'GET', '/api/session', by(cookie))
    expect(now.body).toMatchObject({ seat: { role: 'counsellor', office: { id: 'ofii-paris' } } })
  })

  test('does nothing in the name of another seat than the one it sits in', async () => {
    const cookie = await door.signIn('karim')
    const seat = { role: 'coordinator', office: 'ofii-yaounde' }
    const payload = { command: uuidv7(), stream: uuidv7(), input: { text: 'x' }, seat }
    const note = await door.ask(null, 'POST', '/api/commands/add-note', { payload, ...by(cookie) })
    expect(note).toMatchObject({ status: 409, body: { code: 'seat-changed' } })
    expectRefusal(note, 'another seat')
  })

  test('ends with the account, with its password and with its seat', async () => {
    const account = async (who: string) => {
      const { rows } = (await door.ask('lucie', 'GET', '/api/accounts')).body
      return rows?.find((each) => each['email'] === `${who}@homeward.example`)?.['account']
    }
    const ends: readonly [who: string, part: string, payload: object][] = [
      ['grace', 'active', { active: false }],
      ['solange', 'password', { password: 'another password' }],
      ['hamidou', 'seats', { seats: [{ role: 'adviser', office: 'wouri-conseil' }] }],
    ]
    for (const [who, part, payload] of ends) {
      const cookie = await door.signIn(who)
      expect((await door.ask(null, 'GET', '/api/session', by(cookie))).status).toBe(200)
      const changed = await door.ask('lucie', 'PUT', `/api/accounts/${String(await account(who))}/${part}`, { payload })
      expect(changed.status, changed.text).toBe(200)
      expect((await door.ask(null, 'GET', '/api/session', by(cookie))).status, who).toBe(401)
      expect((await door.ask(null, 'GET', '/api/home', by(cookie))).status, who).toBe(401)
    }
    expect((await attempt('grace')).body.code).toBe('wrong-credentials')
    expect((await attempt('solange')).body.code).toBe('wrong-credentials')
  })

  test('ends after a day without a sign of life, and after two weeks in any case', async () => {
    for (const change of [`seen_at = now() - interval '25 hours'`, `expires_at = now() - interval '1 second'`]) {
      const cookie = await door.signIn('ibrahim')
      await owner.query(`update homeward.session set ${change}`)
      const server = await createServer({ house: door.home.house, watchers: { watch: () => () => {} } })
      const answer = await doorOn(door.home, server).ask(null, 'GET', '/api/session', by(cookie))
      expect(answer.status, change).toBe(401)
      await server.close()
    }
  })

  test.each(['', 'x', '%00', 'a'.repeat(5000), '../../x', '";'])('is not made of %s', async (token) => {
    const headers = { cookie: `homeward_session=${token}` }
    expect((await door.ask(null, 'GET', '/api/session', { headers })).status).toBe(401)
  })
})

describe('a second factor', () => {
  const codeAt = (secret: string, shift = 0) =>
    generateSync({ secret, epoch: Math.floor(Date.parse(door.home.house.clock.now()) / 1000) + shift })

  test('is set up by a code, asked for at the door, taken once, and removed by another code', async () => {
    const cookie = await door.signIn('paul')
    const made = await door.ask(null, 'POST', '/api/second-factor', by(cookie))
    const secret = String(made.body['secret'])
    expect(made.body['address']).toMatch(/^otpauth:\/\/totp\/Homeward/)
    const put = (code: string, of = secret) =>
      door.ask(null, 'PUT', '/api/second-factor', { payload: { secret: of, code }, headers: { cookie } })
    expect(await put('000000')).toMatchObject({ status: 401, body: { code: 'wrong-code', field: 'code' } })
    expect((await attempt('paul')).status).toBe(200)
    const confirmed = codeAt(secret, -30)
    expect((await put(confirmed)).body).toEqual({ secondFactor: true })

    expect((await attempt('paul')).body).toMatchObject({ code: 'code-needed', field: 'code' })
    expect((await attempt('paul', 'wrong', codeAt(secret))).body.code).toBe('wrong-credentials')
    for (const wrong of ['000000', '12345', 'abcdef', '１２３４５６', confirmed])
      expect((await attempt('paul', testPassword, wrong)).body, wrong).toMatchObject({ code: 'wrong-code' })
    const code = codeAt(secret)
    const [first, ...again] = await Promise.all([0, 1].map(() => attempt('paul', testPassword, code)))
    expect([first?.status, again[0]?.status].sort()).toEqual([200, 401])

    const other = String((await door.ask(null, 'POST', '/api/second-factor', by(cookie))).body['secret'])
    expect(await put(codeAt(other), other)).toMatchObject({ status: 409, body: { code: 'second-factor-set' } })
    const remove = (given: string) =>
      door.ask(null, 'DELETE', '/api/second-factor', { payload: { code: given }, headers: { cookie } })
    expect((await remove(code)).body.code).toBe('wrong-code')
    expect((await remove(codeAt(secret, 30))).body).toEqual({ secondFactor: false })
    expect((await attempt('paul')).status).toBe(200)
  })
})
