import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { uuidv7 } from 'uuidv7'

import { createServer } from '#http/server.ts'
import type { Doors } from '#http/server.ts'

import { testHouse, testPassword } from './house.ts'
import type { TestHouse } from './house.ts'

/** An answer of the API, as far as tests look into it. */
export type AnswerBody = {
  readonly code?: string
  readonly field?: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly rows?: readonly Readonly<Record<string, unknown>>[]
  readonly [key: string]: unknown
}

export type Asked = {
  readonly status: number
  /** The answer as JSON; empty when it is none. */
  readonly body: AnswerBody
  readonly headers: LightMyRequestResponse['headers']
  readonly text: string
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS'

/** What is sent besides who, how and where. A string or buffer goes as it is, anything else as JSON. */
export type Sending = { readonly payload?: unknown; readonly headers?: Readonly<Record<string, string>> }

/** A server with all its doors on a real house, asked without a network. */
export type Door = {
  readonly home: TestHouse
  readonly server: FastifyInstance
  /** Asks as somebody by the first part of their e-mail, or as nobody (`null`). Signs them in the first time. */
  ask(who: string | null, method: Method, url: string, sending?: Sending): Promise<Asked>
  /** Sends a command with an id of its own. */
  command(who: string, name: string, stream: string, input: unknown, more?: object): Promise<Asked>
  /** Opens a new session, as from another device. */
  signIn(who: string, device?: string): Promise<string>
  close(): Promise<void>
}

export async function openDoor(more: Partial<Doors> = {}, today?: string): Promise<Door> {
  return openDoorOf(await testHouse(today), more)
}

/** The doors of a house that is there; closing them closes the house. */
export async function openDoorOf(home: TestHouse, more: Partial<Doors> = {}): Promise<Door> {
  const server = await createServer({ house: home.house, watchers: { watch: () => () => {} }, ...more })
  const door = doorOn(home, server)
  return {
    ...door,
    async close() {
      await server.close()
      await home.close()
    },
  }
}

/** Ways to ask a server that is there already. */
export function doorOn(home: TestHouse, server: FastifyInstance): Omit<Door, 'close'> {
  const cookies = new Map<string, Promise<string>>()
  const signIn = async (who: string, device = 'tests') => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'user-agent': device },
      payload: { email: `${who}@homeward.example`, password: testPassword },
    })
    if (answer.statusCode !== 200) throw new Error(`${who} was not let in: ${answer.body}`)
    return cookieOf(answer)
  }
  const cookieFor = (who: string) => {
    const known = cookies.get(who) ?? signIn(who)
    cookies.set(who, known)
    return known
  }
  const ask: Door['ask'] = async (who, method, url, { payload, headers = {} } = {}) => {
    const cookie = who === null ? {} : { cookie: await cookieFor(who) }
    const raw = typeof payload === 'string' || Buffer.isBuffer(payload)
    const type = payload === undefined || headers['content-type'] ? {} : { 'content-type': 'application/json' }
    const sent = payload === undefined ? {} : { payload: raw ? payload : JSON.stringify(payload) }
    return asked(await server.inject({ method, url, headers: { ...cookie, ...type, ...headers }, ...sent }))
  }
  return { home, server, ask, command: commandBy(ask), signIn }
}

/** Sends commands by a way to ask. */
export function commandBy(ask: Door['ask']): Door['command'] {
  return (who, name, stream, input, given = {}) =>
    ask(who, 'POST', `/api/commands/${name}`, { payload: { command: uuidv7(), stream, input, ...given } })
}

export function cookieOf(answer: LightMyRequestResponse): string {
  return String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? ''
}

export function asked(answer: LightMyRequestResponse): Asked {
  return { status: answer.statusCode, body: parsed(answer.body), headers: answer.headers, text: answer.body }
}

function parsed(text: string): AnswerBody {
  try {
    return JSON.parse(text) as AnswerBody
  } catch {
    return {}
  }
}
