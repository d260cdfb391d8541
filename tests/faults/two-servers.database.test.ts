/** Two servers, as they are started in earnest, on one PostgreSQL: people notice nothing of it. */
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { verify } from '#app/verify.ts'

import { callerAt, registrationOf, until } from '../kit/caller.ts'
import type { Caller } from '../kit/caller.ts'
import { testHouse, testPassword } from '../kit/house.ts'
import type { TestHouse } from '../kit/house.ts'
import { emptyFolder, startHomeward } from '../kit/process.ts'
import type { Running } from '../kit/process.ts'
import { openSmtpPeer } from '../kit/smtp-peer.ts'
import { newSchemeFile } from '../kit/small-draft.ts'
import { startLoad } from '../kit/load.ts'
import { playRoad } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'
import type { SmtpPeer } from '../kit/smtp-peer.ts'

let home: TestHouse
let peer: SmtpPeer
let data: ReturnType<typeof emptyFolder>
let servers: readonly Running[]
let [one, other] = ['', '']
let claire: Caller
let today: string

beforeAll(async () => {
  home = await testHouse()
  today = home.house.clock.today()
  peer = await openSmtpPeer()
  data = emptyFolder()
  const environment = { DATABASE_URL: home.url, SMTP_URL: peer.url, HOMEWARD_MAIL_FROM: 'notices@homeward.example' }
  const words = ['--no-demo', '--host', '127.0.0.1', '--port', '0', '--data', data.folder]
  // At once: both find the same data folder empty, and migrate the same database.
  servers = [startHomeward({ words, environment }), startHomeward({ words, environment })]
  const addresses = await Promise.all(servers.map(({ ready }) => ready))
  one = addresses[0] ?? ''
  other = addresses[1] ?? ''
  claire = await callerAt(one, 'claire@homeward.example', testPassword)
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  const complaints = servers.flatMap((server) => server.complained().trim().split('\n'))
  // Connections that were dropped are told; nothing else went wrong.
  expect(complaints.filter((line) => !/^(database connection lost|queue): |^$/.test(line))).toEqual([])
  peer.close()
  await home.close()
  data.remove()
})

async function registered(name = 'Ngono'): Promise<string> {
  const stream = uuidv7()
  const answer = await claire.command('register-case', stream, registrationOf(name, today))
  expect(answer.status).toBe(200)
  return stream
}

/** What a screen hears; `heard` grows as long as the test runs. */
async function listen(caller: Caller, address: string) {
  const stopping = new AbortController()
  const answer = await fetch(`${address}/api/live`, { headers: { cookie: caller.cookie }, signal: stopping.signal })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const state = { heard: '', ended: false, stop: () => stopping.abort() }
  const reading = async () => {
    const decoder = new TextDecoder()
    for await (const part of answer.body ?? []) state.heard += decoder.decode(part as Uint8Array)
  }
  reading()
    .catch(() => undefined)
    .finally(() => (state.ended = true))
  return state
}

describe('a session', () => {
  test('that began at one server is known at the other, and is ended at both', async () => {
    const serge = await callerAt(one, 'serge@homeward.example', testPassword)
    expect((await serge.at(other).ask('GET', '/api/session')).status).toBe(200)
    expect((await serge.ask('DELETE', '/api/session')).status).toBe(200)
    expect((await serge.ask('GET', '/api/session')).status).toBe(401)
    const there = await until(
      () => serge.at(other).ask('GET', '/api/session'),
      ({ status }) => status === 401,
    )
    expect(there.status).toBe(401)
  })

  test('and guesses are counted together', async () => {
    const guess = (address: string) =>
      fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'olivier@homeward.example', password: 'a guess' }),
      })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => guess(index % 2 === 0 ? one : other)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(8)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(12)
  })
})

describe('a command', () => {
  test('at one server is told at once at the other, to the offices concerned and nobody else', async () => {
    const hugo = await callerAt(other, 'hugo@homeward.example', testPassword)
    const [lyon, paris] = await Promise.all([listen(claire, other), listen(hugo, other)])
    const begun = performance.now()
    const stream = await registered('Quelqueunique')
    await until(
      async () => lyon.heard,
      (heard) => heard.includes(stream),
    )
    expect(lyon.heard).toContain(`data: {"stream":"${stream}","kind":"case","version":1}`)
    expect(performance.now() - begun).toBeLessThan(3_000)
    expect(lyon.heard).not.toContain('Quelqueunique')
    expect(paris.heard).not.toContain(stream)
    lyon.stop()
    paris.stop()
  })

  test('sent to both with one id is done once, and both give the same answer', async () => {
    const stream = await registered()
    for (let round = 0; round < 10; round++) {
      const command = uuidv7()
      const note = { text: `note ${round}` }
      const answers = await Promise.all(
        [claire, claire.at(other), claire, claire.at(other)].map((each) =>
          each.command('add-note', stream, note, command),
        ),
      )
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size, JSON.stringify(answers)).toBe(1)
      expect(answers[0]?.body).toMatchObject({ status: 'done', version: round + 2 })
      const opened = uuidv7()
      const [id, input] = [uuidv7(), registrationOf('Twice', today)]
      const openings = await Promise.all(
        [claire, claire.at(other)].map((each) => each.command('register-case', opened, input, id)),
      )
      expect(openings.map(({ status }) => status)).toEqual([200, 200])
    }
  })

  test('one of many on one case, from both sides, takes its own place in the story', async () => {
    const stream = await registered()
    const notes = Array.from({ length: 24 }, (_, index) =>
      (index % 2 === 0 ? claire : claire.at(other)).command('add-note', stream, { text: `note ${index}` }),
    )
    const answers = await Promise.all(notes)
    const done = answers.filter(({ status }) => status === 200).map(({ body }) => Number(body['version']))
    expect(done.sort((a, b) => a - b)).toEqual(done.map((_, index) => index + 2))
    expect(answers.every(({ status, body }) => status === 200 || body.code === 'case-moved-on')).toBe(true)
    expect(done.length).toBeGreaterThan(12)
  })
})

test('a scheme that is published at one server takes its first case at the other', async () => {
  const [sophie, lucie] = await Promise.all([
    callerAt(one, 'sophie@homeward.example', testPassword),
    callerAt(one, 'lucie@homeward.example', testPassword),
  ])
  const draft = uuidv7()
  const file = { name: 'guinea.yaml', text: newSchemeFile('guinea') }
  expect((await sophie.command('upload-draft', draft, file)).status).toBe(200)
  expect((await sophie.command('submit-draft', draft, {})).status).toBe(200)
  expect((await lucie.command('publish-draft', draft, {})).status).toBe(200)
  const parts = { parts: ['ofii-cameroon', 'guinea'].map((scheme) => ({ scheme, role: 'counsellor' })) }
  expect((await lucie.ask('PUT', '/api/offices/ofii-lyon/parts', parts)).status).toBe(200)
  const there = claire.at(other)
  const isOffered = (row: object) => 'scheme' in row && row.scheme === 'guinea' && 'ours' in row && row.ours === true
  const offered = await until(
    async () => (await there.ask('GET', '/api/schemes')).body.rows ?? [],
    (rows) => rows.some(isOffered),
  )
  expect(offered.find(isOffered)).toMatchObject({ edition: '2026', current: true })
  const input = { ...registrationOf('Camara', today), scheme: 'guinea', consents: [], region: undefined }
  const stream = uuidv7()
  const answer = await there.command('register-case', stream, input)
  expect(answer.body).toMatchObject({ status: 'done' })
  expect((await claire.ask('GET', `/api/cases/${stream}`)).body).toMatchObject({
    case: { scheme: 'guinea', edition: '2026' },
  })
})

test('an office that is opened at one server can be handed a case at the other', async () => {
  const lucie = await callerAt(other, 'lucie@homeward.example', testPassword)
  const office = { name: 'Bureau de Douala', kind: 'representation', country: 'CM', parts: [] }
  const opened = await lucie.ask('POST', '/api/offices', office)
  expect(opened.status).toBe(200)
  const parts = { parts: [{ scheme: 'ofii-cameroon', role: 'coordinator' }] }
  expect((await lucie.ask('PUT', `/api/offices/${String(opened.body['office'])}/parts`, parts)).status).toBe(200)
  const edition = home.house.editions.current('ofii-cameroon', today)?.edition.edition ?? ''
  const read = await until(
    () => claire.ask('GET', `/api/schemes/ofii-cameroon/${edition}`),
    ({ body }) => JSON.stringify(body['offices']).includes('bureau-de-douala'),
  )
  expect(read.body).toMatchObject({ offices: { coordinator: expect.arrayContaining(['bureau-de-douala']) } })
})

test('a job is done by one of them, once', async () => {
  peer.reset()
  const names = Object.keys(businessRoad)
  const deeds = Object.values(businessRoad).slice(0, names.indexOf('departed') + 1)
  const cases = await Promise.all(Array.from({ length: 8 }, () => playRoad(home, deeds)))
  const offer = { to: 'ofii-yaounde', reason: 'she is home', on: today }
  const answers = await Promise.all(
    cases.map((each, index) =>
      (index % 2 === 0 ? claire : claire.at(other)).command('hand-over-custody', each.case, offer),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(cases.map(() => 200))
  const client = new pg.Client({ connectionString: home.url })
  await client.connect()
  const left = async () =>
    (await client.query('select count(*)::int as n from graphile_worker.jobs')).rows[0].n as number
  expect(await until(left, (count) => count === 0)).toBe(0)
  await client.end()
  // Two coordinators at the office that is asked; each hears of each case once.
  const letters = peer.received.map(({ to, data }) => `${to.join()} ${/Subject: .*/.exec(data)?.[0] ?? ''} ${data}`)
  expect(letters).toHaveLength(16)
  expect(new Set(letters).size).toBe(16)
})

test('a database that drops every connection is met again, and what was promised to live screens goes on', async () => {
  const screen = await listen(claire, other)
  const [here, there] = [one, other].map((address) => {
    const load = startLoad(claire.cookie, today, 3)
    load.turnTo(address)
    return load
  })
  const client = new pg.Client({ connectionString: home.url })
  await client.connect()
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and usename = current_user`)
  }
  await client.end()
  await Promise.all([here?.settle(), there?.settle()])
  expect(here?.sent.concat(there?.sent ?? []).every(({ version }) => version !== undefined)).toBe(true)
  for (const address of [one, other]) {
    const answer = await until(
      () => claire.at(address).ask('GET', '/api/cases'),
      ({ status }) => status === 200,
    )
    expect(answer.status).toBe(200)
  }
  // The connection was ended after the gap; a browser opens it again by itself.
  await until(
    async () => screen.ended,
    (ended) => ended,
  )
  expect(screen.ended).toBe(true)
  const back = await listen(claire, other)
  const stream = await registered()
  await until(
    async () => back.heard,
    (heard) => heard.includes(stream),
  )
  expect(back.heard).toContain(stream)
  back.stop()
})

test('in the end everything adds up', async () => {
  expect((await verify(home.house)).faults).toEqual([])
})
