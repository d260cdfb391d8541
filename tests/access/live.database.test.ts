/** Live news: ids for those who may see them, as long as they may. */
import type { AddressInfo } from 'node:net'

import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { openChanges } from '#db/changes.ts'
import type { Changes } from '#db/changes.ts'
import { createServer } from '#http/server.ts'

import { registrationOf, until } from '../kit/caller.ts'
import { doorOn } from '../kit/door.ts'
import type { Door } from '../kit/door.ts'
import { actor, testHouse } from '../kit/house.ts'
import type { TestHouse } from '../kit/house.ts'
import { player } from '../kit/played.ts'

let home: TestHouse
let changes: Changes
let door: Omit<Door, 'close'>
let address: string

beforeAll(async () => {
  home = await testHouse()
  changes = await openChanges(home.url)
  const server = await createServer({ house: home.house, watchers: changes, heartbeat: 100 })
  await server.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  door = doorOn(home, server)
})
afterAll(async () => {
  await door.server.close()
  await changes.close()
  await home.close()
})

/** A screen that listens; `ended` once the server has hung up. */
async function listen(cookie: string) {
  const answer = await fetch(`${address}/api/live`, { headers: { cookie } })
  const state = { status: answer.status, heard: '', ended: false }
  const reading = async () => {
    const decoder = new TextDecoder()
    for await (const part of answer.body ?? []) state.heard += decoder.decode(part as Uint8Array)
  }
  reading()
    .catch(() => undefined)
    .finally(() => (state.ended = true))
  return state
}

async function register(): Promise<string> {
  const stream = uuidv7()
  const input = registrationOf('Ngono', home.house.clock.today())
  const house = { ...home.house, publish: changes.publish }
  await handle(house, player('counsellor'), { command: uuidv7(), name: 'register-case', stream, input })
  return stream
}

test('are for nobody without a session', async () => {
  expect((await listen('homeward_session=x')).status).toBe(401)
})

test('end with the session, and with the seat', async () => {
  const [claire, karim] = await Promise.all([door.signIn('claire'), door.signIn('karim')])
  const [here, there] = [await listen(claire), await listen(karim)]
  const stream = await register()
  await until(
    async () => here.heard,
    (heard) => heard.includes(stream),
  )
  expect(here.heard).toContain(`{"stream":"${stream}","kind":"case","version":1}`)
  expect(there.heard).not.toContain(stream)
  await until(
    async () => here.heard,
    (heard) => heard.includes('still here'),
  )
  expect([here.ended, there.ended]).toEqual([false, false])

  await door.ask(null, 'DELETE', '/api/session', { headers: { cookie: claire } })
  const seats = (await door.ask(null, 'GET', '/api/session', { headers: { cookie: karim } })).body
  const { role } = seats['seat'] as { role: string }
  const other = role === 'coordinator' ? ['counsellor', 'ofii-paris'] : ['coordinator', 'ofii-yaounde']
  const payload = { role: other[0], office: other[1] }
  expect((await door.ask(null, 'POST', '/api/session/seat', { payload, headers: { cookie: karim } })).status).toBe(200)
  await until(
    async () => here.ended && there.ended,
    (both) => both,
  )
  expect([here.ended, there.ended]).toEqual([true, true])
  const later = await register()
  expect(here.heard).not.toContain(later)
})

test('that were missed while the database was away end the connection, so that the screen reads everything again', async () => {
  const claire = await door.signIn('claire')
  const screen = await listen(claire)
  const owner = new pg.Client({ connectionString: home.url })
  await owner.connect()
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ~ '^(listen homeward_change|select pg_notify)'`)
  await owner.end()
  await until(
    async () => screen.ended,
    (ended) => ended,
  )
  expect(screen.ended).toBe(true)
  const back = await listen(claire)
  const stream = await register()
  await until(
    async () => back.heard,
    (heard) => heard.includes(stream),
  )
  expect(back.heard).toContain(stream)
})

test('tell every member of a committee what happens in its sitting within a second, wherever they take part', async () => {
  const members = ['helene', 'marthe', 'ibrahim', 'paul']
  const screens = await Promise.all(members.map(async (who) => listen(await door.signIn(who))))
  const [today, stream] = [home.house.clock.today(), uuidv7()]
  const present = ['helene', 'marthe', 'ibrahim'].map((who) => actor(who, 'committee-member', '').user)
  const plan = { scheme: 'ofii-cameroon', on: today, place: 'Yaoundé', members: present, quorum: 2 }
  const acts: readonly (readonly [name: string, input: object])[] = [
    ['plan-sitting', plan],
    ['open-sitting', { present, remote: present.slice(2) }],
  ]
  const house = { ...home.house, publish: changes.publish }
  for (const [index, [name, input]] of acts.entries()) {
    await handle(house, player('committee-secretary'), { command: uuidv7(), name, stream, input })
    const told = performance.now()
    const news = `{"stream":"${stream}","kind":"sitting","version":${index + 1}}`
    for (const screen of screens)
      await until(
        async () => screen.heard,
        (heard) => heard.includes(news),
      )
    expect(performance.now() - told, name).toBeLessThan(1_000)
  }
})
