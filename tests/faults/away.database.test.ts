/** The organisation's own PostgreSQL dies under a running server and comes back later. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { startEmbeddedPostgres } from '#db/embedded-postgres.ts'

import { callerAt, until } from '../kit/caller.ts'
import { expectKept, startLoad } from '../kit/load.ts'
import { emptyFolder, signInAt, startHomeward } from '../kit/process.ts'
import type { Running } from '../kit/process.ts'

const password = 'a password of hers'

let postgresFolder: ReturnType<typeof emptyFolder>
let data: ReturnType<typeof emptyFolder>
let server: Running | undefined

beforeAll(() => {
  postgresFolder = emptyFolder()
  data = emptyFolder()
})
afterAll(async () => {
  await server?.stop()
  postgresFolder.remove()
  data.remove()
})

function startPostgres() {
  const ports = [19_731, 19_732, 19_733]
  return startEmbeddedPostgres({ dataFolder: postgresFolder.folder, over: 'port', ports })
}

test('it says that it is not ready, loses nothing, and works again by itself', async () => {
  const first = await startPostgres()
  const words = ['--no-demo', '--host', '127.0.0.1', '--port', '0', '--data', data.folder]
  const typed = ['Nomvula Dube', 'nomvula@homeward.example', password, 'FR']
  server = startHomeward({ words, typed, environment: { DATABASE_URL: first.url } })
  const address = await server.ready
  const nomvula = await callerAt(address, 'nomvula@homeward.example', password)
  const parts = [{ scheme: 'ofii-cameroon', role: 'counsellor' }]
  const { body } = await nomvula.ask('POST', '/api/offices', { name: 'Lyon', kind: 'agency', country: 'FR', parts })
  const seats = [{ role: 'counsellor', office: body['office'] }]
  const account = { email: 'awa@homeward.example', name: 'Awa', language: 'fr', password, seats }
  expect((await nomvula.ask('POST', '/api/accounts', account)).status).toBe(200)
  const cookie = await signInAt(address, 'awa@homeward.example', password)
  const load = startLoad(cookie, new Date().toISOString().slice(0, 10), 3)
  load.turnTo(address)
  await until(
    async () => load.sent.length,
    (count) => count > 30,
  )

  const note = path.join(postgresFolder.folder, 'postgres', 'postmaster.pid')
  process.kill(Number(readFileSync(note, 'utf8').split('\n')[0]), 'SIGKILL')
  await first.ended
  const away = await until(
    () => nomvula.ask('GET', '/readyz'),
    ({ status }) => status !== 200,
  )
  expect(away).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  expect((await nomvula.ask('GET', '/healthz')).status).toBe(200)
  const asked = await until(
    () => nomvula.ask('GET', '/api/accounts'),
    ({ status }) => status !== 200,
  )
  expect(asked).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  // Long enough for every attempt to come back to have failed at least once.
  await new Promise((resolve) => setTimeout(resolve, 2_500))

  await first.stop()
  const second = await startPostgres()
  expect(second.url).toBe(first.url)
  const before = load.sent.length
  expect(
    await until(
      async () => load.sent.length,
      (count) => count > before + 30,
    ),
  ).toBeGreaterThan(before + 30)
  expect((await nomvula.ask('GET', '/readyz')).status).toBe(200)
  const jobs = new pg.Client({ connectionString: second.url })
  await jobs.connect()
  await jobs.query(`select graphile_worker.add_job('fold-counts')`)
  const left = async () =>
    (await jobs.query<{ n: number }>('select count(*)::int n from graphile_worker.jobs')).rows[0]?.n
  expect(await until(left, (count) => count === 0)).toBe(0)
  await jobs.end()
  await load.settle()
  await expectKept(load, second.url)
  expect(server.child.exitCode).toBeNull()
  await server.stop()
  expect((await server.ended).code).toBe(0)
  await second.stop()
}, 90_000)
