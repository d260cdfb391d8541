/** Starting where it cannot work, and starting an empty system: one clear sentence, and nothing damaged. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer as listenOn } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { testDatabase } from '../kit/database.ts'
import type { TestDatabase } from '../kit/database.ts'
import { emptyFolder, signInAt, startHomeward } from '../kit/process.ts'
import type { Running } from '../kit/process.ts'

let data: ReturnType<typeof emptyFolder>
let database: TestDatabase
const administrator = ['Nomvula Dube', 'nomvula@homeward.example', 'a password of hers', 'FR']

beforeAll(async () => {
  data = emptyFolder()
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  data.remove()
})

/** It ended by itself, badly, and said why in one line without a trace of its inside. */
async function expectSentence(running: Running, sentence: RegExp): Promise<void> {
  const { code, signal } = await running.ended
  expect([code === 0, signal], running.said() + running.complained()).toEqual([false, null])
  const lines = running.complained().trim().split('\n')
  expect(lines, running.complained()).toHaveLength(1)
  expect(lines[0]).toMatch(sentence)
  expect(lines[0]).not.toMatch(/at \w+ \(|node_modules|Error:/)
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
}

describe('a start that cannot succeed', () => {
  test('with an option that does not exist, or a port that is none', async () => {
    await Promise.all([
      expectSentence(startHomeward({ words: ['--prot', '5'] }), /--prot.*options are --port/),
      expectSentence(startHomeward({ words: ['--port', 'five'] }), /--port must be a whole number/),
      expectSentence(startHomeward({ words: ['--port', '70000'] }), /--port must be a whole number/),
    ])
  })

  test('where the data folder is a file', async () => {
    const file = path.join(data.folder, 'a-file')
    writeFileSync(file, 'mine')
    const environment = { DATABASE_URL: database.url }
    await Promise.all([
      expectSentence(startHomeward({ words: ['--port', '0', '--data', file] }), /folder/),
      expectSentence(startHomeward({ words: ['--port', '0', '--data', path.join(file, 'deeper')] }), /folder/),
      expectSentence(startHomeward({ words: ['--port', '0', '--data', file], environment }), /folder/),
    ])
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  test('with a database that is away, unknown, or somebody else’s', async () => {
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['postgres://homeward@127.0.0.1:1/homeward', /No PostgreSQL answers at 127\.0\.0\.1:1/],
      ['mysql://127.0.0.1/homeward', /DATABASE_URL must be an address/],
      [database.url.replace(/\/[^/?]+(\?.*)?$/, '/no_such_database$1'), /There is no such database/],
    ]
    const words = ['--data', data.folder]
    const starts = wrong.map(([url, sentence]) =>
      expectSentence(startHomeward({ words, environment: { DATABASE_URL: url } }), sentence),
    )
    await Promise.all(starts)
  })

  test('on half of a database, which stays as it is', async () => {
    const folder = path.join(data.folder, 'half')
    mkdirSync(path.join(folder, 'postgres', 'base'), { recursive: true })
    writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '18\n')
    const before = files(folder)
    await expectSentence(startHomeward({ words: ['--port', '0', '--data', folder] }), /not a whole database/)
    expect(files(folder)).toEqual(before)
  })

  test('on a database that an older or newer PostgreSQL made', async () => {
    const folder = path.join(data.folder, 'other')
    mkdirSync(path.join(folder, 'postgres', 'global'), { recursive: true })
    writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '12\n')
    writeFileSync(path.join(folder, 'postgres', 'global', 'pg_control'), 'x')
    await expectSentence(startHomeward({ words: ['--port', '0', '--data', folder] }), /PostgreSQL 12/)
  })

  test('with nobody to name the first administrator', async () => {
    const environment = { DATABASE_URL: database.url }
    const words = ['--no-demo', '--port', '0', '--data', data.folder]
    const typed = [[], ['Nomvula'], ['Nomvula', 'no address', 'still none']]
    await Promise.all(
      typed.map((lines) => expectSentence(startHomeward({ words, environment, typed: lines }), /first administrator/)),
    )
    expect(await accounts()).toEqual([])
  })
})

async function accounts(): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query('select email from homeward.account order by email')
  await client.end()
  return rows.map((row) => (row as { email: string }).email)
}

test('an empty system asks for its first administrator, holds nobody else, and a second server joins it', async () => {
  const environment = { DATABASE_URL: database.url }
  const words = ['--no-demo', '--port', '0', '--data', path.join(data.folder, 'new')]
  const typed = [
    '',
    administrator[0] ?? '',
    'not-an-address',
    administrator[1] ?? '',
    'short',
    ...administrator.slice(2),
  ]
  const running = startHomeward({ words, environment, typed })
  const address = await running.ready
  expect(running.said()).not.toMatch(/demonstration|retour-accueil/i)
  expect(await accounts()).toEqual([administrator[1]])
  expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ alive: true })
  expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ ready: true })
  const nobody = await fetch(`${address}/api/session`)
  expect([nobody.status, await nobody.json()]).toEqual([401, { code: 'not-signed-in', facts: {} }])
  const cookie = await signInAt(address, 'nomvula@homeward.example', 'a password of hers')
  const me = await (await fetch(`${address}/api/session`, { headers: { cookie } })).json()
  expect(me).toMatchObject({ user: { name: 'Nomvula Dube' }, seat: { role: 'administrator' } })
  const schemes = (await (await fetch(`${address}/api/schemes`, { headers: { cookie } })).json()) as { rows: unknown[] }
  expect(schemes.rows.length).toBeGreaterThan(0)

  const taken = new URL(address).port
  await expectSentence(
    startHomeward({ words: ['--no-demo', '--port', taken, '--data', path.join(data.folder, 'new')], environment }),
    new RegExp(`Port ${taken} is taken`),
  )
  const second = startHomeward({ words, environment })
  expect((await fetch(`${await second.ready}/api/session`, { headers: { cookie } })).status).toBe(200)
  await Promise.all([running.stop(), second.stop()])
  expect([(await running.ended).code, (await second.ended).code]).toEqual([0, 0])
  expect(running.complained() + second.complained()).toBe('')
  expect(statSync(path.join(data.folder, 'new', 'files.key')).mode & 0o077).toBe(0)
})

test('a key file that was cut short is not taken for a key', async () => {
  const folder = path.join(data.folder, 'cut')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'files.key'), 'abc')
  const environment = { DATABASE_URL: database.url }
  await expectSentence(startHomeward({ words: ['--port', '0', '--data', folder], environment }), /files\.key/)
  expect(readFileSync(path.join(folder, 'files.key'), 'utf8')).toBe('abc')
})

test('a port that another program has is left to it', async () => {
  const other = listenOn()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const words = ['--no-demo', '--host', '127.0.0.1', '--port', String(port), '--data', data.folder]
  const environment = { DATABASE_URL: database.url }
  await expectSentence(startHomeward({ words, environment }), new RegExp(`Port ${port} is taken`))
  other.close()
})
