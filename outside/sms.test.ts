/** Text messages against a peer that takes them over HTTP. */
import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keptTextMessages, openTextMessages } from './sms.ts'

let url = ''
let answer: { status: number; body?: string; location?: string } | 'silence' = { status: 200 }
let received: { headers: IncomingHttpHeaders; body: unknown }[] = []

const server = createServer(async (request, response) => {
  let body = ''
  for await (const piece of request) body += String(piece)
  received.push({ headers: request.headers, body: JSON.parse(body || '{}') })
  if (answer === 'silence') return
  if (request.headers.authorization !== 'Bearer our-token') return void response.writeHead(401).end()
  response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.body)
})

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  received = []
  answer = { status: 200 }
})

const message = { to: '+237699000000', text: 'Rendez-vous le 3 décembre. موعدكم', id: 'notice-1' }
const send = (more: { token?: string; patience?: number } = {}) =>
  openTextMessages({ url, token: 'our-token', ...more }).send(message)

describe('a text message', () => {
  test('reaches the gateway as it was written, with an id that stays', async () => {
    answer = { status: 202, body: '{"id": 4711}' }
    expect(await send()).toEqual({ refused: false, value: { state: 'sent', reference: '4711' } })
    expect(received).toMatchObject([{ headers: { 'idempotency-key': 'notice-1' }, body: message }])
  })

  test('is sent even when the gateway answers no more than yes', async () => {
    answer = { status: 200, body: 'OK' }
    expect(await send()).toEqual({ refused: false, value: { state: 'sent' } })
  })

  test('needs a number in international form', async () => {
    for (const to of ['699000000', '+0', '+237 699 000 000', '']) {
      const outcome = await openTextMessages({ url, token: 'our-token' }).send({ ...message, to })
      expect(outcome).toMatchObject({ refused: true, code: 'text-message-refused' })
    }
    expect(received).toHaveLength(0)
  })
})

describe('a text message that does not go', () => {
  test.each([400, 422])('with %i is never tried again', async (status) => {
    answer = { status }
    expect(await send()).toMatchObject({ code: 'text-message-refused', facts: { status } })
  })

  test.each([429, 500, 503])('with %i may be tried later', async (status) => {
    answer = { status }
    expect(await send()).toMatchObject({ code: 'text-message-not-sent', facts: { status } })
  })

  test('because the token is wrong may be tried when it was put right', async () => {
    expect(await send({ token: 'old' })).toMatchObject({ code: 'text-message-not-sent', facts: { status: 401 } })
  })

  test('because the gateway is silent is given up in time', async () => {
    answer = 'silence'
    expect(await send({ patience: 50 })).toMatchObject({ code: 'text-message-not-sent' })
  })

  test('is not carried to another address', async () => {
    answer = { status: 307, location: `${url}/elsewhere` }
    expect(await send()).toMatchObject({ code: 'text-message-not-sent' })
    expect(received).toHaveLength(1)
  })
})

test('without a gateway a text message is kept, and says so', async () => {
  expect(await keptTextMessages().send(message)).toEqual({ refused: false, value: { state: 'kept' } })
})
