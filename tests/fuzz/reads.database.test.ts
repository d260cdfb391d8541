/** Everything that can be asked, asked wrongly: with ids that are none, cursors from nowhere and bodies of any kind. */
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openApiDocument } from '#http/openapi.ts'

import { openDoor } from '../kit/door.ts'
import type { Door, Method } from '../kit/door.ts'
import { playRoad } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'
import { expectRefusal, tracesIn } from '../kit/traces.ts'

type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly security?: readonly object[]
  readonly responses: Readonly<Record<string, { readonly content?: object }>>
}

const { paths } = openApiDocument() as { paths: Record<string, { get?: Operation }> }
/** All but the connection that never ends. */
const reads = Object.entries(paths).flatMap(([path, { get }]) =>
  get && !('text/event-stream' in (get.responses['200']?.content ?? {})) ? [[path, get] as const] : [],
)

const strange: readonly string[] = [
  '',
  ' ',
  'x',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  "' or 1=1 --",
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  'a%00b',
  '%ff%fe',
  '%ed%a0%80',
  '%F0%9F%91%A9',
  '%D9%81%D8%A7%D8%B7%D9%85%D8%A9',
  '%E2%80%AE',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '9999-99-99',
  '2026-02-31',
  '0000-01-01',
  '0000-01-01T00:00:00Z',
  `2026-01-01T00:00:00.${'0'.repeat(200)}Z`,
  '2026-13-01 00000000-0000-0000-0000-000000000000',
  '0000-00-00 00000000-0000-0000-0000-000000000000',
  `2026-01-01 ${'-'.repeat(36)}`,
  `2026-02-30 ${uuidv7()} key`,
  uuidv7(),
  '(((((((',
  '%25%25',
  '\\',
  'A'.repeat(100),
  'A'.repeat(5000),
]

let door: Door
let file: string

beforeAll(async () => {
  door = await openDoor()
  const names = Object.keys(businessRoad)
  const played = await playRoad(door.home, Object.values(businessRoad).slice(0, names.indexOf('submitted') + 1))
  file = played.case
})
afterAll(() => door.close())

describe.each(reads)('%s', (path, { parameters = [], security }) => {
  const inPath = parameters.filter((each) => each.in === 'path')
  const inQuery = parameters.filter((each) => each.in === 'query').map(({ name }) => name)
  const real = path.replace('{id}', () => file)

  test.each(['serge', 'anne'])('answers %s whatever is asked', async (who) => {
    for (const value of strange)
      for (const { name } of inPath) {
        const url = path.replace(`{${name}}`, encodeIfNeeded(value)).replaceAll(/\{\w+\}/g, file)
        const answer = await door.ask(who, 'GET', url)
        if (answer.status !== 200) expectRefusal(answer, url)
      }
    for (const name of [...inQuery, 'stray'])
      for (const value of inQuery.includes(name) ? strange : strange.slice(0, 3)) {
        const url = `${real}?${name}=${encodeIfNeeded(value)}`
        const answer = await door.ask(who, 'GET', url)
        if (answer.status !== 200) expectRefusal(answer, url)
        if (answer.body.code === 'invalid-input') expect([name, ...inQuery], url).toContain(answer.body.field)
      }
    for (const query of ['before=1&before=2', 'q=a&q=b', 'stage[]=x', '__proto__=1', '?', '=', '&&&', '%']) {
      const answer = await door.ask(who, 'GET', `${real}?${query}`)
      if (answer.status !== 200) expectRefusal(answer, query)
    }
  })

  test('is for nobody without a session, unless it is public', async () => {
    const answer = await door.ask(null, 'GET', real.replaceAll(/\{\w+\}/g, uuidv7()))
    if (security?.length === 0) expect(answer.body.code).not.toBe('not-signed-in')
    else expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
  })
})

/** What is percent-encoded already goes as it is: also what no browser would send. */
function encodeIfNeeded(value: string): string {
  return value.includes('%') ? value : encodeURIComponent(value)
}

const writes: readonly (readonly [Method, string])[] = [
  ['POST', '/api/session'],
  ['POST', '/api/session/seat'],
  ['POST', '/api/duplicates'],
  ['PUT', '/api/views'],
  ['DELETE', '/api/views/%00'],
  ['DELETE', '/api/devices/%00'],
  ['DELETE', '/api/devices/x'],
  ['PUT', '/api/second-factor'],
  ['DELETE', '/api/second-factor'],
  ['POST', '/api/accounts'],
  ['PUT', `/api/accounts/${uuidv7()}/active`],
  ['PUT', '/api/accounts/%00/password'],
  ['PUT', `/api/accounts/${uuidv7()}/seats`],
  ['POST', '/api/offices'],
  ['PUT', '/api/offices/%00/parts'],
  ['PUT', '/api/offices/constructor/parts'],
  ['POST', '/api/files'],
  ['POST', `/api/cases/${uuidv7()}/papers/constructor`],
]

describe('what is not a command', () => {
  const bodies: readonly unknown[] = [
    '{',
    'null',
    '[]',
    '"x"',
    '7',
    {},
    { email: 'a\u0000@b', password: 'x' },
    { email: '\ud800@b', password: '\u0000' },
    { email: ['a'], password: {} },
    { email: 'x'.repeat(300), password: 'x' },
    { role: '__proto__', office: 'constructor' },
    { name: '\ud800', filters: {} },
    { name: 'x', filters: { 'a\u0000': 'b' } },
    { name: 'x', filters: { a: '\udfff' } },
    { name: 'x', filters: [] },
    { secret: 'x', code: '123456' },
    { secret: 'A'.repeat(200), code: '123456' },
    { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', code: '\u0000' },
    { code: '000000' },
    { active: 'no' },
    { password: 'short' },
    { seats: [{ role: 'system', office: 'homeward' }] },
    { seats: [{ role: 'administrator', office: '\ud800' }] },
    { parts: [{ scheme: '__proto__', role: 'adviser' }] },
    { email: 'a@b', name: '\ud800', language: 'fr', password: 'long enough for it', seats: [] },
    { name: 'x', kind: 'agency', country: 'ZZZ', parts: [] },
    { person: uuidv7(), givenName: 'a\u0000', familyName: 'b', relation: 'principal' },
  ]

  test.each(writes)('%s %s takes nothing of it', async (method, url) => {
    for (const who of ['serge', 'lucie']) {
      const before = await tracesIn(door.home)
      for (const payload of bodies) {
        const answer = await door.ask(who, method, url, { payload, headers: { 'content-type': 'application/json' } })
        if (answer.status !== 200) expectRefusal(answer, `${url} ${JSON.stringify(payload)}`)
        else expect(answer.body, url).toEqual({ rows: [] })
      }
      expect(await tracesIn(door.home)).toEqual(before)
    }
  })

  test.each([
    ['GET', '/api/%'],
    ['GET', '/%zz'],
    ['GET', `/api/cases/${'x'.repeat(300)}`],
    ['GET', '/api/../../etc/passwd'],
    ['GET', '/api/nothing'],
    ['POST', '/api'],
    ['PATCH', '/api/session'],
    ['OPTIONS', '/api/session'],
    ['GET', `/${'a/'.repeat(2000)}`],
  ] as const)('%s %s is an unknown way, said in our own words', async (method, url) => {
    const answer = await door.ask(null, method, url)
    expectRefusal(answer, url)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.text).not.toMatch(/FST_|Fastify|node_modules|at \w+ \(/)
  })
})
