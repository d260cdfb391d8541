// npm run bench: loads 100,000 cases (2 million events) and measures, in one run, the product over its HTTP door with
// sign-in, row security and read audit, next to the same SQL straight in PostgreSQL and to bare Fastify routes.
// With --schemes it measures scheme files instead.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import pg from 'pg'
import { uuidv7 } from 'uuidv7'

import { loadEditions } from '#app/editions.ts'
import { foundOffices, publishSchemes } from '#app/founding.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { openDatabase } from '#db/connect.ts'
import { startEmbeddedPostgres } from '#db/embedded-postgres.ts'
import { migrate } from '#db/migrate.ts'
import { readOffices, schemeParts } from '#demonstration/read-data.ts'
import { derivedId } from '#domain/derived-id.ts'

import { loadCases, nameOf } from './load.ts'
import type { Name } from './load.ts'
import { measureDirect, measureHttp, memoryOf } from './measure.ts'
import type { Figures } from './measure.ts'
import { measureSchemes } from './schemes.ts'
import { playStory } from './story.ts'

const { values } = parseArgs({
  options: {
    schemes: { type: 'boolean', default: false },
    cases: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '8' },
  },
})
const [cases, seconds] = [Number(values.cases), Number(values.seconds)]
const projectFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(path.join(tmpdir(), 'homeward-bench-'))
const eventsPerCase = 20
const benchScheme = 'ofii-cameroon'
const today = new Date().toISOString().slice(0, 10)

async function fill(): Promise<void> {
  const database = openDatabase(postgres.url, 4)
  await publishSchemes(database, loadSchemes(path.join(projectFolder, 'catalogue', 'schemes')))
  const plan = readOffices()
  const extra = [
    {
      email: 'bench@homeward.example',
      name: 'Bench',
      language: 'en',
      seats: [
        ['programme-manager', 'ofii-programme'],
        ['counsellor', 'ofii-lyon'],
      ] as const,
    },
  ]
  await foundOffices(database, plan.offices, schemeParts(plan), [...plan.accounts, ...extra], plan.password)
  const editions = await loadEditions(database)
  const running = editions.current(benchScheme, today)
  if (!running) throw new Error(`${benchScheme} is not in force today`)
  const offices = { all: editions.allOffices(), byRole: editions.offices(benchScheme) }
  const stories = [1, 3, 5, 8, 10, 11, 12, 13, 14].map((acts) => playStory(running, offices, acts, eventsPerCase))
  const began = performance.now()
  await loadCases(database, running, offices.byRole, stories, cases, (done) => {
    if (done % 10_000 === 0) console.log(`  ${done} cases loaded`)
  })
  await database.close()
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query('vacuum (analyze)')
  await client.end()
  console.log(
    `Loaded ${cases} cases, ${cases * eventsPerCase} events in ${Math.round((performance.now() - began) / 1000)} s.`,
  )
}

async function measureAll(): Promise<void> {
  const plan = readOffices()
  const [homewardPort, barePort] = [await freePort(), await freePort()]
  const homeward = await startChild(
    ['--max-semi-space-size=8', '--heap-growing-percent=80', 'main.ts', 'start', '--no-demo', '--port', `${homewardPort}`],
    homewardPort,
    '/healthz',
    { DATABASE_URL: postgres.url },
  )
  await startChild(['bench/bare.ts', postgres.url, String(barePort)], barePort, '/fifty', {})
  const url = `http://127.0.0.1:${homewardPort}`
  const bare = `http://127.0.0.1:${barePort}`
  const reader = { cookie: await signIn(url, plan.password, 'programme-manager', 'ofii-programme') }
  const writer = {
    cookie: await signIn(url, plan.password, 'counsellor', 'ofii-lyon'),
    'content-type': 'application/json',
  }
  const pool = new pg.Pool({ connectionString: postgres.url, max: 20, options: '-c search_path=homeward,public' })
  // A connection that ends with the database at the very end is no failure.
  pool.on('error', () => undefined)
  const anyCase = () => derivedId('bench-case', String(Math.floor(Math.random() * cases)))
  const list = '/api/cases?stage=arrival&region=CM-CE&limit=50'
  const rows: [string, Figures][] = []
  const add = async (name: string, figures: Promise<Figures>, pid?: number) => {
    const measured = await figures
    rows.push([name, pid === undefined ? measured : { ...measured, megabytes: memoryOf(pid) }])
    console.log(`  measured: ${name}`)
  }
  const get = (base: string, headers: Record<string, string>, next: () => string) =>
    measureHttp({ url: base, headers, next: () => ({ path: next() }) }, seconds)
  const pid = homeward.pid ?? 0

  await get(url, reader, () => `/api/cases/${anyCase()}`)
  await add(
    'case by id: Homeward',
    get(url, reader, () => `/api/cases/${anyCase()}`),
    pid,
  )
  await add(
    'case by id: bare Fastify + pg',
    get(bare, {}, () => `/one/${anyCase()}`),
  )
  await add(
    'case by id: SQL',
    measureDirect(
      () => pool.query('select "case", version, state from case_file where "case" = $1', [anyCase()]),
      seconds,
    ),
  )
  await add(
    'list of 50: Homeward',
    get(url, reader, () => list),
    pid,
  )
  await add(
    'list of 50: bare Fastify + pg',
    get(bare, {}, () => '/fifty'),
  )
  await add(
    'list of 50: SQL',
    measureDirect(() => pool.query(listSql, ['ofii-programme', 'arrival', 'CM-CE']), seconds),
  )
  await untilFolded(url, reader)
  await add(
    'counts: Homeward',
    get(url, reader, () => '/api/counts'),
    pid,
  )
  await add(
    'counts: SQL over the list',
    measureDirect(() => pool.query(countSql, ['ofii-programme']), seconds),
  )
  const anyName = () => nameOf(Math.floor(Math.random() * cases))
  const search = (text: string) => `/api/search?q=${encodeURIComponent(text)}`
  await add(
    'search, a name that is there: Homeward',
    get(url, reader, () => search(fullName(anyName()))),
    pid,
  )
  await add(
    'search, any two words: Homeward',
    get(url, reader, () => search(fullName({ ...anyName(), familyName: anyName().familyName }))),
    pid,
  )
  await add('create: Homeward', measureHttp({ url, method: 'POST', headers: writer, next: registration }, seconds), pid)
  await pool.end()
  print(rows)
}

function fullName({ givenName, familyName }: Name): string {
  return `${givenName} ${familyName}`
}

const listSql = `select "case", name, scheme, stage, region, aid, status, custody, operator, road, household, opened_on, changed_at, due_on
  from case_list where office = $1 and stage = $2 and region = $3 order by opened_on desc, "case" desc limit 50`
const countSql = 'select region, stage, count(*) from case_list where office = $1 group by region, stage'

function registration() {
  const index = Math.floor(Math.random() * cases)
  const person = {
    person: uuidv7(),
    ...nameOf(index),
    birth: '1999',
    sex: 'female',
    nationality: 'CM',
    phone: '+237650000000',
    relation: 'principal',
  }
  const input = {
    scheme: benchScheme,
    people: [person],
    consents: consents(),
    on: today,
    region: 'CM-CE',
    facts: { 'mois en France': { known: 20 }, situation: { known: 'fin-etudes' } },
  }
  return { path: '/api/commands/register-case', body: JSON.stringify({ command: uuidv7(), stream: uuidv7(), input }) }
}

function consents(): string[] {
  const [scheme] = loadedSchemes
  return scheme?.editions[0]?.consents.map((each) => each.purpose) ?? []
}

const loadedSchemes = loadSchemes(path.join(projectFolder, 'catalogue', 'schemes')).filter(
  (each) => each.scheme === benchScheme,
)

async function signIn(url: string, password: string, role: string, office: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ email: 'bench@homeward.example', password })
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  await fetch(`${url}/api/session/seat`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({ role, office }),
  })
  return cookie
}

/** The first look finds as many differences as cases and asks the worker to fold them; it is measured when that is done. */
async function untilFolded(url: string, headers: Record<string, string>): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const began = performance.now()
    await (await fetch(`${url}/api/counts`, { headers })).text()
    if (performance.now() - began < 15) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function startChild(
  words: string[],
  port: number,
  path: string,
  environment: Record<string, string>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, words, {
    cwd: projectFolder,
    env: { ...environment, PATH: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
    if (answer?.ok) return child
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${words.join(' ')} did not start`)
}

async function measureSchemesAndStart(): Promise<void> {
  await measureSchemes(postgres.url, path.join(projectFolder, 'catalogue', 'schemes'))
  const began = performance.now()
  const port = await freePort()
  const words = ['main.ts', 'start', '--no-demo', '--port', String(port), '--data', path.join(folder, 'server')]
  const server = await startChild(words, port, '/healthz', { DATABASE_URL: postgres.url })
  const time = Math.round(performance.now() - began)
  console.log(`a server starts on them in ${time} ms and holds ${memoryOf(server.pid ?? 0)} MB`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function print(rows: readonly [string, Figures][]): void {
  console.log('')
  console.log(`| ${cases} cases, 20 connections | per second | p50 ms | p99 ms | server MB | failed |`)
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const [name, { rate, p50, p99, megabytes, failed }] of rows)
    console.log(
      `| ${name} | ${Math.round(rate)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${megabytes ?? ''} | ${failed} |`,
    )
}

const postgres = await startEmbeddedPostgres({ dataFolder: folder, say: console.log })
await migrate(postgres.url)
const children: ChildProcess[] = []
try {
  if (values.schemes) await measureSchemesAndStart()
  else {
    await fill()
    await measureAll()
  }
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  for (const child of children) child.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 500))
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
