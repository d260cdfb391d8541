/** The database that Homeward brings along is killed too: with it, without it, and in parts. Nothing confirmed is lost. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { loadEditions } from '#app/editions.ts'
import { verify } from '#app/verify.ts'
import { openDatabase } from '#db/connect.ts'
import { startEmbeddedPostgres } from '#db/embedded-postgres.ts'

import { callerAt, until } from '../kit/caller.ts'
import { expectKept, startLoad } from '../kit/load.ts'
import { emptyFolder, signInAt, startHomeward } from '../kit/process.ts'
import type { Running } from '../kit/process.ts'

const password = 'a password of hers'
const words = (folder: string) => ['--no-demo', '--host', '127.0.0.1', '--port', '0', '--data', folder]

let data: ReturnType<typeof emptyFolder>
beforeAll(() => {
  data = emptyFolder()
})
afterAll(() => data.remove())

/** The database server's process, by its own note. */
function databaseProcess(): number {
  return Number(readFileSync(path.join(data.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** An office with a counsellor, made by the first administrator; the counsellor's session. */
async function foundOffice(address: string, today: string): Promise<string> {
  const nomvula = await callerAt(address, 'nomvula@homeward.example', password)
  const parts = [{ scheme: 'ofii-cameroon', role: 'counsellor' }]
  const office = await nomvula.ask('POST', '/api/offices', { name: 'Lyon', kind: 'agency', country: 'FR', parts })
  expect(office.status, JSON.stringify(office.body)).toBe(200)
  const seats = [{ role: 'counsellor', office: office.body['office'] }]
  const account = { email: 'awa@homeward.example', name: 'Awa', language: 'fr', password, seats }
  expect((await nomvula.ask('POST', '/api/accounts', account)).status).toBe(200)
  expect(today).toMatch(/^\d{4}-/)
  return signInAt(address, 'awa@homeward.example', password)
}

const work = () => new Promise((resolve) => setTimeout(resolve, 400))

test('killed with its database, without it, and losing it or a part of it, it keeps what it confirmed', async () => {
  const typed = ['Nomvula Dube', 'nomvula@homeward.example', password, 'FR']
  let server: Running = startHomeward({ words: words(data.folder), typed })
  const today = new Date().toISOString().slice(0, 10)
  const cookie = await foundOffice(await server.ready, today)
  const load = startLoad(cookie, today, 3)
  const again = async () => {
    server = startHomeward({ words: words(data.folder) })
    load.turnTo(await server.ready)
  }
  load.turnTo(await server.ready)
  await work()

  // The server alone: its database is found still running, and is taken over.
  await server.kill()
  await again()
  expect(server.said()).toContain('left running')
  await work()

  // A second server on the same folder is refused, and the first one goes on.
  const second = startHomeward({ words: words(data.folder) })
  expect((await second.ended).code).toBe(1)
  expect(second.complained()).toMatch(/already runs on/)
  await work()

  // One connection of the database: it restarts itself, and the server finds it again.
  const before = load.sent.length
  process.kill(backendOf(databaseProcess()), 'SIGKILL')
  expect(
    await until(
      async () => load.sent.length,
      (count) => count > before + 20,
    ),
  ).toBeGreaterThan(before + 20)

  // The database alone: the server says so in one sentence and ends.
  process.kill(databaseProcess(), 'SIGKILL')
  expect((await server.ended).code).toBe(1)
  expect(server.complained()).toContain('The database ended unexpectedly')
  await again()
  await work()

  // Both at the same moment, as when the power goes.
  process.kill(databaseProcess(), 'SIGKILL')
  await server.kill()
  await again()
  await work()

  await load.settle()
  await server.stop()
  expect([(await server.ended).code, server.complained()]).toEqual([0, ''])
  expect(load.sent.length).toBeGreaterThan(100)
  const postgres = await startEmbeddedPostgres({ dataFolder: data.folder })
  await expectKept(load, postgres.url)
  const database = openDatabase(postgres.url)
  expect((await verify({ database, editions: await loadEditions(database) })).faults).toEqual([])
  await database.close()
  await postgres.stop()
}, 120_000)

/** A process of the server that serves one connection. */
function backendOf(postmaster: number): number {
  const { stdout } = spawnSync('ps', ['--ppid', String(postmaster), '-o', 'pid=,args='], { encoding: 'utf8' })
  const line = stdout.split('\n').find((each) => /homeward homeward .*idle/.test(each))
  if (!line) throw new Error(`no connection found among:\n${stdout}`)
  return Number(line.trim().split(' ')[0])
}
