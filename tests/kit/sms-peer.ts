import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { House } from '#app/house.ts'

import { openTextMessages } from '../../outside/sms.ts'

export type TextMessagePeer = { readonly received: { to: string; text: string }[]; close(): void }

/** A gateway on a real socket of this machine that remembers what it was sent; the house's text messages go there. */
export async function openTextMessagePeer(house: House): Promise<TextMessagePeer> {
  const received: TextMessagePeer['received'] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += String(piece)
    received.push(JSON.parse(body) as { to: string; text: string })
    response.end('{}')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const textMessage = openTextMessages({ url: `http://127.0.0.1:${port}/`, token: 'gateway' })
  Object.assign(house, { textMessage })
  return {
    received,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
