import { uuidv7 } from 'uuidv7'

import type { AnswerBody } from './door.ts'
import { signInAt } from './process.ts'

export type Called = { readonly status: number; readonly body: AnswerBody }

/** Somebody who works at a server over the network. */
export type Caller = {
  readonly cookie: string
  at(address: string): Caller
  ask(method: string, path: string, payload?: unknown): Promise<Called>
  command(name: string, stream: string, input: object, command?: string): Promise<Called>
}

export async function callerAt(address: string, email: string, password: string): Promise<Caller> {
  return withCookie(address, await signInAt(address, email, password))
}

function withCookie(address: string, cookie: string): Caller {
  const ask = async (method: string, path: string, payload?: unknown): Promise<Called> => {
    const headers = { cookie, 'content-type': 'application/json' }
    const sent = payload === undefined ? { headers: { cookie } } : { headers, body: JSON.stringify(payload) }
    const answer = await fetch(`${address}${path}`, { method, ...sent })
    return { status: answer.status, body: (await answer.json()) as AnswerBody }
  }
  return {
    cookie,
    ask,
    at: (other) => withCookie(other, cookie),
    command: (name, stream, input, command = uuidv7()) =>
      ask('POST', `/api/commands/${name}`, { command, stream, input }),
  }
}

/** A registration that is accepted, of a person of this name. */
export function registrationOf(familyName: string, today: string): object {
  const person = { person: uuidv7(), givenName: 'Awa', familyName, relation: 'principal' }
  const consents = ['case-handling', 'share-with-country-office']
  return { scheme: 'ofii-cameroon', people: [person], consents, on: today, region: 'CM-CE' }
}

/** Reads until it is as wanted, for ten seconds at most; answers the last reading. */
export async function until<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000
  for (;;) {
    const value = await read()
    if (wanted(value) || Date.now() > end) return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
