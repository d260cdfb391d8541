import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startEmbeddedPostgres, StartProblem, type EmbeddedPostgres } from './embedded-postgres.ts'
import { checkExternalPostgres } from './external-postgres.ts'

// Root's own folders are closed to the account the server runs under: the hardest place to work in.
const parent = mkdtempSync(path.join(tmpdir(), 'homeward-embedded-'))
const dataFolder = path.join(parent, 'closed', 'data')
let server: EmbeddedPostgres | null = null

beforeAll(() => {
  mkdirSync(path.dirname(dataFolder))
  chmodSync(path.dirname(dataFolder), 0o700)
})
afterEach(async () => {
  await server?.stop()
  server = null
})
afterAll(() => rmSync(parent, { recursive: true, force: true }))

async function start(options: { over?: 'socket' | 'port'; ports?: number[] } = {}): Promise<EmbeddedPostgres> {
  server = await startEmbeddedPostgres({ dataFolder, fast: true, ...options })
  return server
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows[0]
  } finally {
    await client.end()
  }
}

async function problemOf(action: Promise<unknown>): Promise<string> {
  const problem = await action.then(
    () => null,
    (cause: unknown) => cause,
  )
  expect(problem).toBeInstanceOf(StartProblem)
  return (problem as StartProblem).message
}

test('a new data folder gets a database, and the next start finds what was written', async () => {
  const said: string[] = []
  server = await startEmbeddedPostgres({ dataFolder, fast: true, say: (sentence) => said.push(sentence) })
  expect(server.started).toBe('fresh')
  expect(said).toEqual(['Making the database (only the first time).'])
  await ask(server.url, 'CREATE TABLE note AS SELECT 42 AS number')
  await server.stop()
  await server.stop()
  await server.ended
  const again = await start()
  expect(again.started).toBe('existing')
  expect(await ask(again.url, 'SELECT number FROM note')).toEqual({ number: 42 })
})

test('the password is kept from others, and without it nobody gets in', async () => {
  const { url } = await start()
  expect(statSync(path.join(dataFolder, 'postgres-password')).mode & 0o077).toBe(0)
  const wrong = new URL(url)
  wrong.password = 'guessed'
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
})

test('the database is UTF-8 in ICU order and knows the letters of every language', async () => {
  const { url } = await start()
  await ask(url, 'CREATE EXTENSION IF NOT EXISTS pg_trgm')
  expect(
    await ask(
      url,
      `SELECT current_setting('server_encoding') AS encoding, 'é' < 'z' AS before, similarity('أحمد', 'أحمد') AS same
         FROM pg_database WHERE datname = current_database() AND datlocprovider = 'i'`,
    ),
  ).toEqual({ encoding: 'UTF8', before: true, same: 1 })
})

test('a second Homeward on the same folder shares the server and leaves it running', async () => {
  const first = await start()
  const second = await startEmbeddedPostgres({ dataFolder })
  expect([second.started, second.url]).toEqual(['shared', first.url])
  await second.stop()
  expect(await ask(first.url, 'SELECT 1 AS one')).toEqual({ one: 1 })
})

test('a server left behind by a killed Homeward is taken over, with all that was committed', async () => {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded-postgres.ts'))}
    const server = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, fast: true })
    console.log(server.url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const url = line.toString().trim()
  await ask(url, 'CREATE TABLE kept AS SELECT 1 AS one')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await ask(url, 'SELECT one FROM kept')).toEqual({ one: 1 })
  const taken = await start()
  expect(taken.started).toBe('adopted')
  expect(await ask(taken.url, 'SELECT one FROM kept')).toEqual({ one: 1 })
})

test('a Homeward that is interrupted takes its server with it', async () => {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded-postgres.ts'))}
    await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, fast: true })
    console.log('ready')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGTERM')
  expect(existsSync(path.join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false)
  expect((await start()).started).toBe('existing')
})

test('a port that is taken is answered with the next one', async () => {
  const squatter = createServer()
  squatter.listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const address = squatter.address()
  const taken = typeof address === 'object' && address !== null ? address.port : 0
  const free = 20_000 + (process.pid % 5_000)
  try {
    const { url } = await start({ over: 'port', ports: [taken, free] })
    expect(new URL(url).port).toBe(String(free))
    expect(await ask(url, 'SELECT 1 AS one')).toEqual({ one: 1 })
    await server?.stop()
    expect(await problemOf(start({ over: 'port', ports: [taken] }))).toMatch(/^None of the ports \d+ is free/)
  } finally {
    squatter.close()
  }
})

test('a note of a dead server that names a living process does not keep it from starting', async () => {
  await start().then((running) => running.stop())
  writeFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), `${process.pid}\n/elsewhere\n0\n5432\n\n\n`)
  expect((await start()).started).toBe('existing')
})

test('an interrupted beginning is begun again, and a damaged database is refused in one sentence', async () => {
  const other = path.join(parent, 'half')
  mkdirSync(path.join(other, 'postgres-unfinished', 'base'), { recursive: true })
  server = await startEmbeddedPostgres({ dataFolder: other, fast: true })
  expect(server.started).toBe('fresh')
  await server.stop()
  rmSync(path.join(other, 'postgres', 'global', 'pg_control'))
  expect(await problemOf(startEmbeddedPostgres({ dataFolder: other }))).toMatch(/not a whole database; restore it/)
  writeFileSync(path.join(other, 'postgres', 'global', 'pg_control'), '')
  writeFileSync(path.join(other, 'postgres', 'PG_VERSION'), '9\n')
  expect(await problemOf(startEmbeddedPostgres({ dataFolder: other }))).toMatch(/was made by PostgreSQL 9, and this/)
})

test('a folder that cannot be made is refused in one sentence', async () => {
  const file = path.join(parent, 'a-file')
  writeFileSync(file, '')
  expect(await problemOf(startEmbeddedPostgres({ dataFolder: path.join(file, 'data') }))).toMatch(
    /^The data folder .* cannot be made \(ENOTDIR\); choose another with --data\.$/,
  )
})

test('a server of the organisation is checked before use', async () => {
  const { url } = await start()
  expect(await checkExternalPostgres(url)).toBeGreaterThanOrEqual(15)
  const wrong = new URL(url)
  wrong.password = 'guessed'
  expect(await problemOf(checkExternalPostgres(wrong.href))).toMatch(/does not accept the user or password/)
  const missing = new URL(url)
  missing.pathname = '/nowhere'
  expect(await problemOf(checkExternalPostgres(missing.href))).toMatch(/no such database/)
  expect(await problemOf(checkExternalPostgres('postgres://user:hunter2@127.0.0.1:1/homeward'))).toBe(
    'No PostgreSQL answers at 127.0.0.1:1/homeward; start it, or correct DATABASE_URL.',
  )
  await ask(url, `CREATE DATABASE plain TEMPLATE template0 LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'`)
  const plain = new URL(url)
  plain.pathname = '/plain'
  expect(await problemOf(checkExternalPostgres(plain.href))).toMatch(/must know all letters/)
  expect(readFileSync(path.join(dataFolder, 'postgres.log'), 'utf8')).not.toContain('PANIC')
})
