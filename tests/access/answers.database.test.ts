/** What every answer carries, whoever asked for what, and whom the server does not answer at all. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { asked, openDoor } from '../kit/door.ts'
import type { Asked, Door, Method, Sending } from '../kit/door.ts'
import { expectRefusal } from '../kit/traces.ts'

let door: Door
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'homeward-web-'))
  mkdirSync(path.join(folder, 'web', 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'web', 'index.html'), '<!doctype html><title>Homeward</title>')
  writeFileSync(path.join(folder, 'web', 'assets', 'main-abc.js'), 'export {}')
  writeFileSync(path.join(folder, 'secret.txt'), 'not for the web')
  door = await openDoor({ webFolder: path.join(folder, 'web') })
})
afterAll(async () => {
  await door.close()
  rmSync(folder, { recursive: true, force: true })
})

function expectGuarded({ headers, text }: Asked, what: string): void {
  const policy = String(headers['content-security-policy'])
  for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
    expect(policy, what).toContain(rule)
  expect(policy, what).not.toMatch(/unsafe|\*|https?:/)
  expect(headers['x-content-type-options'], what).toBe('nosniff')
  expect(headers['referrer-policy'], what).toBe('same-origin')
  expect(headers['cross-origin-opener-policy'], what).toBe('same-origin')
  expect(headers['cross-origin-resource-policy'], what).toBe('same-origin')
  expect(headers['x-powered-by'] ?? headers['server'], what).toBeUndefined()
  expect(text, what).not.toMatch(/node_modules|\.ts:\d+|at \w+ \(|FST_/)
}

const note = { command: uuidv7(), stream: uuidv7(), input: { text: 'x' } }
const answers: readonly (readonly [what: string, who: string | null, Method, string, Sending, number])[] = [
  ['a page', null, 'GET', '/', {}, 200],
  ['a place of the app', null, 'GET', '/cases/new', {}, 200],
  ['a hashed file', null, 'GET', '/assets/main-abc.js', {}, 200],
  ['the head of a file', null, 'HEAD', '/assets/main-abc.js', {}, 200],
  ['health', null, 'GET', '/healthz', {}, 200],
  ['readiness', null, 'GET', '/readyz', {}, 200],
  ['the description', null, 'GET', '/api/openapi.json', {}, 200],
  ['a session', 'claire', 'GET', '/api/session', {}, 200],
  ['a list', 'claire', 'GET', '/api/cases', {}, 200],
  ['nobody', null, 'GET', '/api/cases', {}, 401],
  ['an unknown way', null, 'GET', '/api/x', {}, 404],
  ['an unreadable way', null, 'GET', '/%zz', {}, 404],
  ['a case that is not there', 'claire', 'GET', `/api/cases/${uuidv7()}`, {}, 404],
  ['no JSON', 'claire', 'POST', '/api/commands/add-note', { payload: '{' }, 400],
  ['too much', 'claire', 'POST', '/api/commands/add-note', { payload: `"${'x'.repeat(1_100_000)}"` }, 413],
  [
    'no JSON type',
    'claire',
    'POST',
    '/api/commands/add-note',
    { payload: 'x', headers: { 'content-type': 'a/b' } },
    415,
  ],
  ['a wrong shape', 'claire', 'POST', '/api/commands/add-note', { payload: {} }, 422],
  ['a refusal', 'claire', 'POST', '/api/commands/add-note', { payload: note }, 404],
  [
    'another site',
    'claire',
    'POST',
    '/api/commands/add-note',
    { headers: { origin: 'https://elsewhere.example' } },
    403,
  ],
]

test.each(answers)('%s is answered with every guard', async (what, who, method, url, sending, status) => {
  const answer = await door.ask(who, method, url, sending)
  expect(answer.status, answer.text.slice(0, 200)).toBe(status)
  expectGuarded(answer, what)
  if (status >= 400) expectRefusal(answer, what)
  if (url.startsWith('/api/')) expect(answer.headers['cache-control']).toBe('no-store')
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/assets/%2e%2e%5c..%5csecret.txt',
  '/..\\secret.txt',
  '/%00',
  '/assets/main-abc.js%00.txt',
  '//etc/passwd',
  '/assets/',
])('%s leads to no file outside the web folder', async (url) => {
  const answer = await door.ask(null, 'GET', url)
  expect(answer.status, answer.text).toBeLessThan(500)
  expect(answer.text).not.toContain('not for the web')
  expect(answer.text).not.toContain('root:')
  expectGuarded(answer, url)
})

describe('a change that comes from another site', () => {
  const foreign: readonly Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'http://localhost:9999' },
    { origin: 'http://localhost.elsewhere.example' },
    { origin: 'file://' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
  ]

  test.each(foreign)('is refused, whatever it is: %o', async (headers) => {
    const host = { host: 'localhost', ...headers }
    for (const [method, url] of [
      ['POST', '/api/session'],
      ['DELETE', '/api/session'],
      ['POST', '/api/commands/add-note'],
      ['PUT', '/api/views'],
      ['POST', '/api/files'],
      ['POST', '/api/accounts'],
    ] as const) {
      const answer = await door.ask('claire', method, url, { headers: host })
      expect(answer, url).toMatchObject({ status: 403, body: { code: 'other-origin' } })
    }
    expect((await door.ask('claire', 'GET', '/api/session')).status).toBe(200)
  })

  const own: readonly Record<string, string>[] = [
    { origin: 'http://localhost' },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    {},
  ]

  test.each(own)('and one from our own pages is not: %o', async (headers) => {
    const answer = await door.ask('claire', 'POST', '/api/commands/add-note', {
      payload: note,
      headers: { host: 'localhost', ...headers },
    })
    expect(answer.body.code).toBe('not-found')
  })
})

describe('a fault of ours', () => {
  test('says that it is one and tells nothing of the inside; an absent database says try again', async () => {
    const other = await openDoor()
    const owner = new pg.Client({ connectionString: other.home.url })
    await owner.connect()
    expect((await other.ask('claire', 'GET', '/api/views')).status).toBe(200)
    await owner.query('alter table homeward.saved_view rename to elsewhere')
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const broken = await other.ask('claire', 'GET', '/api/views')
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
    expect(broken).toMatchObject({ status: 500, body: { code: 'broken', facts: { request: expect.any(String) } } })
    expect(broken.text).not.toMatch(/saved_view|select|relation/)
    expectGuarded(broken, 'a fault of ours')
    await owner.end()
    await other.home.house.database.close()
    const away = asked(await other.server.inject({ url: '/readyz' }))
    expect(away).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expectGuarded(away, 'an absent database')
    expect((await other.ask(null, 'GET', '/healthz')).status).toBe(200)
    await other.server.close()
    await other.home.house.printer.close()
  })
})
