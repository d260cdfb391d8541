/** Whatever is sent to a command's door: a refusal with code and field, and nothing written. */
import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { verify } from '#app/verify.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { draftCommands } from '#domain/draft/commands/index.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'

import { openDoor } from '../kit/door.ts'
import type { Door } from '../kit/door.ts'
import { player, players, playRoad } from '../kit/played.ts'
import type { PlayedCase } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'
import { expectRefusal, tracesIn } from '../kit/traces.ts'

type Known = { readonly kind: 'opens' | 'acts'; readonly roles: readonly string[]; readonly fields: object }
const commands: Readonly<Record<string, Known>> = { ...caseCommands, ...sittingCommands, ...draftCommands }
const names = Object.keys(commands)

let door: Door
let played: PlayedCase
let draft: string
let before: Record<string, number>

beforeAll(async () => {
  door = await openDoor()
  const road = Object.keys(businessRoad)
  played = await playRoad(door.home, Object.values(businessRoad).slice(0, road.indexOf('submitted') + 1))
  draft = uuidv7()
  await door.command('sophie', 'upload-draft', draft, { name: 'x', text: 'scheme: x' })
})
beforeEach(async () => {
  before = await tracesIn(door.home)
})
afterEach(async () => {
  expect(await tracesIn(door.home)).toEqual(before)
})
afterAll(async () => {
  expect((await verify(door.home.house)).faults).toEqual([])
  await door.close()
})

/** Somebody whose role may try it. */
function doer(name: string): string {
  const role = commands[name]?.roles.find((each) => each in players) ?? 'counsellor'
  return (players as Record<string, string>)[role] ?? 'claire'
}

function streamFor(name: string): string {
  if (commands[name]?.kind === 'opens') return uuidv7()
  if (name in draftCommands) return draft
  return name in sittingCommands ? played.sitting : played.case
}

const bodies: readonly (readonly [what: string, payload: string | Buffer])[] = [
  ['nothing', ''],
  ['an open brace', '{'],
  ['half a text', '{"command":"'],
  ['a text that is no JSON', 'command=1'],
  ['null', 'null'],
  ['a number', '1'],
  ['a yes', 'true'],
  ['a text', '"x"'],
  ['a list', '[]'],
  ['a list of one', '[{}]'],
  ['nothing in it', '{}'],
  ['a prototype', '{"__proto__":{"command":"x"}}'],
  ['a constructor', '{"constructor":{"prototype":{"role":"administrator"}}}'],
  ['bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a thousand open lists', '['.repeat(1000)],
  ['a deep nest', `{"input":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
]

describe.each(names)('%s refuses', (name) => {
  const url = `/api/commands/${name}`

  test('a body that is no envelope', async () => {
    for (const [what, payload] of bodies) {
      const answer = await door.ask(doer(name), 'POST', url, {
        payload,
        headers: { 'content-type': 'application/json' },
      })
      expectRefusal(answer, what)
      expect([400, 422], what).toContain(answer.status)
    }
  })

  test('an envelope with a wrong part, and names it', async () => {
    const good = { command: uuidv7(), stream: streamFor(name), input: {} }
    const wrong: readonly (readonly [field: string, value: unknown])[] = [
      ['command', undefined],
      ['command', null],
      ['command', 7],
      ['command', '../../etc/passwd'],
      ['command', `${uuidv7()}\u0000`],
      ['stream', 'x'],
      ['stream', [uuidv7()]],
      ['input', null],
      ['input', []],
      ['input', 'x'],
      ['seen', -1],
      ['seen', 1.5],
      ['seen', '1'],
      ['seen', 1e308],
      ['happenedAt', '2026-02-31T10:00:00Z'],
      ['happenedAt', '0000-01-01T00:00:00Z'],
      ['happenedAt', 'yesterday'],
      ['happenedAt', 20_260_101],
      ['role', 'administrator'],
      ['constructor', 1],
    ]
    for (const [field, value] of wrong) {
      const answer = await door.ask(doer(name), 'POST', url, { payload: { ...good, [field]: value } })
      expectRefusal(answer, `${field} ${String(value)}`)
      expect(answer.body, `${field} ${String(value)}`).toMatchObject({ code: 'invalid-input', field })
    }
  })

  test('an input with an unknown key or of the wrong type, and names the field', async () => {
    const fields = Object.keys(commands[name]?.fields ?? {})
    const stray = await door.command(doer(name), name, streamFor(name), { stray: 1 })
    expectRefusal(stray, 'a stray key')
    for (const field of fields)
      for (const value of [{ a: { b: [] } }, [[[]]], 1e308, -1, '\ud800', 'a\u0000b', { constructor: { known: 1 } }]) {
        const answer = await door.command(doer(name), name, streamFor(name), { [field]: value })
        expectRefusal(answer, `${field} ${JSON.stringify(value)}`)
        if (answer.body.code === 'invalid-input')
          expect([...fields, 'values'], `${field} ${answer.text}`).toContain(answer.body.field)
      }
  })

  test('a stream that does not exist, that is of another kind, or that somebody has not seen yet', async () => {
    const { kind } = commands[name] ?? {}
    const nowhere = await door.command(doer(name), name, uuidv7(), {})
    expectRefusal(nowhere, 'a stream that does not exist')
    if (kind === 'acts') expect(nowhere.body.code).toBe('not-found')
    const other = name in sittingCommands ? played.case : played.sitting
    expectRefusal(await door.command(doer(name), name, other, {}), 'a stream of another kind')
    expectRefusal(await door.command(doer(name), name, streamFor(name), {}, { seen: 2_000_000 }), 'seen ahead')
  })

  test('somebody who is not signed in, and a body that is not JSON', async () => {
    const payload = { command: uuidv7(), stream: streamFor(name), input: {} }
    expect(await door.ask(null, 'POST', url, { payload })).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    })
    for (const type of [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'x',
    ]) {
      const answer = await door.ask(doer(name), 'POST', url, { payload, headers: { 'content-type': type } })
      expectRefusal(answer, type)
      expect([415, 422, 400], type).toContain(answer.status)
    }
  })
})

describe('the door of commands', () => {
  test('takes no body above one megabyte', async () => {
    const input = { text: 'x'.repeat(1_100_000) }
    const answer = await door.command('serge', 'add-note', played.case, input)
    expect(answer).toMatchObject({ status: 413, body: { code: 'body-too-large' } })
    expectRefusal(answer, 'a large body')
  })

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    '',
    '..',
    '%2e%2e%2fsession',
    '%00',
    'é',
  ])('knows no command called %s', async (name) => {
    const answer = await door.ask('serge', 'POST', `/api/commands/${encodeURI(name)}`, {
      payload: { command: uuidv7(), stream: played.case, input: {} },
    })
    expectRefusal(answer, name)
    expect(answer.status).toBe(404)
  })

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'] as const)('does not answer to %s', async (method) => {
    expectRefusal(await door.ask('serge', method, '/api/commands/add-note'), method)
  })

  test('says case-moved-on to somebody who claims to have seen what is not there', async () => {
    const answer = await door.command('serge', 'add-note', played.case, { text: 'x' }, { seen: 500 })
    expect(answer).toMatchObject({ status: 409, body: { code: 'case-moved-on' } })
  })

  test('gives the answer of the first time, whoever sends a command id again and whatever with', async () => {
    const command = uuidv7()
    const first = await door.command('serge', 'accept-custody', played.case, { on: played.today }, { command })
    expectRefusal(first, 'out of order')
    const again = await door.command('serge', 'add-note', played.case, { text: 'x' }, { command })
    expect(again.body).toEqual(first.body)
    const stolen = await door.command('aicha', 'add-note', played.case, { text: 'x' }, { command })
    expect(stolen).toMatchObject({ status: 409, body: { code: 'command-id-taken' } })
    expect(player('adviser').user).not.toBe(player('coordinator').user)
  })
})
