import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'

import { registrationOf } from './caller.ts'

/** A command that somebody's outbox holds: sent until it is answered, under the same id each time. */
export type Sent = {
  readonly command: string
  readonly name: string
  readonly stream: string
  readonly input: object
  /** The version that was promised, once an answer came. */
  version: number | undefined
}

export type Load = {
  /** Sends to this address from now on. */
  turnTo(address: string): void
  /** Sends nothing new, and whatever is unanswered until it is. */
  settle(): Promise<void>
  readonly sent: readonly Sent[]
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/**
 * People at work who never stop: each sends a command, and when no answer comes sends the same one again, as the outbox
 * does. `cookie` is of somebody who may register cases.
 */
export function startLoad(cookie: string, today: string, people = 4): Load {
  const sent: Sent[] = []
  const cases: string[] = []
  let address: string | undefined
  let ending = false
  const workers = Array.from({ length: people }, (_, number) => work(number))

  async function work(number: number): Promise<void> {
    while (!ending) {
      const one = next(number)
      sent.push(one)
      await untilAnswered(one)
      if (one.name === 'register-case') cases.push(one.stream)
    }
  }
  /** Registrations, and notes on cases that several write to at once. */
  function next(number: number): Sent {
    const known = cases.at(-1 - (sent.length % 3))
    const opens = known === undefined || sent.length % 3 === 0
    const what = opens
      ? { name: 'register-case', stream: uuidv7(), input: registrationOf(`Ngono ${number}`, today) }
      : { name: 'add-note', stream: known, input: { text: `a note of ${number}` } }
    return { command: uuidv7(), ...what, version: undefined }
  }
  async function untilAnswered(one: Sent): Promise<void> {
    for (;;) {
      const answer = address === undefined ? undefined : await send(address, one)
      if (answer?.status === 200) {
        one.version = answer.version
        return pause(5)
      }
      // A case that many write to at once: nothing was written, the same command is good again.
      if (answer && answer.status < 500 && answer.code !== 'case-moved-on')
        throw new Error(`${one.name} was refused: ${answer.code}`)
      await pause(15)
    }
  }
  async function send(to: string, { command, name, stream, input }: Sent) {
    try {
      const answer = await fetch(`${to}/api/commands/${name}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ command, stream, input }),
      })
      const body = (await answer.json()) as { version?: number; code?: string }
      return { status: answer.status, version: body.version, code: body.code }
    } catch {
      return undefined
    }
  }
  return {
    sent,
    turnTo: (to) => (address = to),
    async settle() {
      ending = true
      await Promise.all(workers)
    },
  }
}

/** Every confirmed command stands in the record at the version that was promised, and nothing else does. */
export async function expectKept({ sent }: Load, url: string): Promise<void> {
  expect(sent.filter(({ version }) => version === undefined)).toEqual([])
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ command: string; stream: string; version: number; answer: object }>(`
    select c.command, c.stream, c.answer, (select max(version) from homeward.event e where e.command = c.command) as version
    from homeward.command c`)
  const { rows: counts } = await client.query<{ notes: number; cases: number; words: number; people: number }>(`
    select (select count(*) from homeward.event where type = 'note-added')::int as notes,
      (select count(*) from homeward.event where version = 1)::int as cases,
      (select count(*) from homeward.erasable_text)::int as words,
      (select count(*) from homeward.person)::int as people`)
  await client.end()
  const kept = new Map(rows.map((row) => [row.command, row]))
  for (const { command, stream, version } of sent)
    expect(kept.get(command)).toEqual({ command, stream, version, answer: { status: 'done', stream, version } })
  expect(kept.size).toBe(sent.length)
  const notes = sent.filter(({ name }) => name === 'add-note').length
  const cases = sent.length - notes
  expect(counts[0]).toEqual({ notes, words: notes, cases, people: cases })
}
