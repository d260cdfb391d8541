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

/** A server with all its doors on a real house, asked without a network unless it listens. */
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
  const home = await testHouse(today)
  const server = await createServer({ house: home.house, watchers: { watch: () => () => {} }, ...more })
  return { ...doorOn(home, server), close: closing(home, server) }
}

/** A house that is there, on a server that listens and is asked over the network; closing it closes the house. */
export async function openListeningDoor(home: TestHouse): Promise<Door> {
  const server = await createServer({ house: home.house, watchers: { watch: () => () => {} } })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  return { ...doorOn(home, server, overNetwork(address)), close: closing(home, server) }
}

function closing(home: TestHouse, server: FastifyInstance): () => Promise<void> {
  return async () => {
    await server.close()
    await home.close()
  }
}

type Carried = {
  readonly method: Method
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}
type Carrier = (request: Carried) => Promise<Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body'>>

function overNetwork(address: string): Carrier {
  return async ({ method, url, headers, payload }) => {
    const bytes = typeof payload === 'object' ? new Uint8Array(payload) : payload
    const body = bytes === undefined ? {} : { body: bytes }
    const answer = await fetch(`${address}${url}`, { method, headers, ...body })
    return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
  }
}

/** Ways to ask a server that is there already. */
export function doorOn(
  home: TestHouse,
  server: FastifyInstance,
  carry: Carrier = (request) => server.inject(request),
): Omit<Door, 'close'> {
  const cookies = new Map<string, Promise<string>>()
  const signIn = async (who: string, device = 'tests') => {
    const answer = await carry({
      method: 'POST',
      url: '/api/session',
      headers: { 'user-agent': device, 'content-type': 'application/json' },
      payload: JSON.stringify({ email: `${who}@homeward.example`, password: testPassword }),
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
    const cookie: Record<string, string> = who === null ? {} : { cookie: await cookieFor(who) }
    const raw = typeof payload === 'string' || Buffer.isBuffer(payload)
    const typed = payload === undefined || headers['content-type'] !== undefined
    const type: Record<string, string> = typed ? {} : { 'content-type': 'application/json' }
    const sent = payload === undefined ? {} : { payload: raw ? payload : JSON.stringify(payload) }
    return asked(await carry({ method, url, headers: { ...cookie, ...type, ...headers }, ...sent }))
  }
  return { home, server, ask, command: commandBy(ask), signIn }
}

/** Sends commands by a way to ask. */
export function commandBy(ask: Door['ask']): Door['command'] {
  return (who, name, stream, input, given = {}) =>
    ask(who, 'POST', `/api/commands/${name}`, { payload: { command: uuidv7(), stream, input, ...given } })
}

export function cookieOf(answer: Pick<LightMyRequestResponse, 'headers'>): string {
  return String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? ''
}

export function asked(answer: Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body'>): Asked {
  return { status: answer.statusCode, body: parsed(answer.body), headers: answer.headers, text: answer.body }
}

function parsed(text: string): AnswerBody {
  try {
    return JSON.parse(text) as AnswerBody
  } catch {
    return {}
  }
}
