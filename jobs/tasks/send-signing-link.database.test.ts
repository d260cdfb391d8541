/** A link to sign on its way to a telephone: what travels, and what stays behind. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'

import { handle } from '#app/handle.ts'
import { printPaper } from '#app/print-paper.ts'
import { greet } from '#app/signing-visit.ts'
import { asActor, sql } from '#db/connect.ts'
import { readCaseState } from '#db/reads/case.ts'
import { testHouse } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'
import { player, playRoad } from '#tests/kit/played.ts'
import type { PlayedCase } from '#tests/kit/played.ts'
import { businessRoad } from '#tests/kit/roads.ts'
import { openTextMessagePeer } from '#tests/kit/sms-peer.ts'
import type { TextMessagePeer } from '#tests/kit/sms-peer.ts'

import { sendSigningLink } from './send-signing-link.ts'

let home: TestHouse
let gateway: TextMessagePeer
let played: PlayedCase
let job: { case: string; command: string; link: string; request: string }
const serge = player('coordinator')
const linkTo = (secret: string) => `https://homeward.example/sign/${secret}`

beforeAll(async () => {
  home = await testHouse()
  gateway = await openTextMessagePeer(home.house)
  const deeds = Object.entries(businessRoad)
  const upTo = deeds.findIndex(([moment]) => moment === 'decided') + 1
  played = await playRoad(
    home,
    deeds.slice(0, upTo).map(([, deed]) => deed),
  )
  await act('record-consent', { purpose: 'messages', given: true, on: played.today })
  await asActor(home.house.database, 'system', (tx) =>
    tx.rows(sql`update person set phone = '+237 699 00 00 00', language = 'ar' where person = ${played.principal}`),
  )
  const paper = await printPaper(home.house, serge, { case: played.case, paper: 'commitment-contract' })
  if (paper.refused) throw new Error(paper.code)
  await act('ask-signatures', { document: paper.value.document })
  const request = (await signing())?.request ?? ''
  const command = await act('send-signing-link', { request, by: 'sms' })
  job = { case: played.case, command, request, link: (await signing())?.links[0]?.link ?? '' }
})
afterAll(async () => {
  gateway.close()
  await home.close()
})

async function act(name: string, input: object): Promise<string> {
  const command = uuidv7()
  expect(await handle(home.house, serge, { command, name, stream: played.case, input })).toMatchObject({
    status: 'done',
  })
  return command
}

async function signing() {
  const state = await asActor(home.house.database, 'system', (tx) => readCaseState(tx, played.case))
  return state?.signing?.at(-1)
}

const kept = () =>
  asActor(home.house.database, 'system', (tx) =>
    tx.rows<{ state: string; body: string; recipient: string }>(
      sql`select state, body, recipient from notice where name = 'signing-link'`,
    ),
  )

test('a message that cannot leave is tried again, and the word in it is made anew', async () => {
  const away = {
    ...home.house,
    textMessage: { send: async () => ({ refused: true, code: 'text-message-not-sent', facts: {} }) as const },
  }
  await expect(sendSigningLink(away, linkTo, job, false)).rejects.toThrow('text-message-not-sent')
  expect(await kept()).toMatchObject([{ state: 'waiting' }])
})

test('it reaches the person in their language; on record it has dots for the link', async () => {
  await sendSigningLink(home.house, linkTo, job, false)
  await sendSigningLink(home.house, linkTo, job, false)
  expect(gateway.received).toHaveLength(1)
  const [{ to, text } = { to: '', text: '' }] = gateway.received
  expect(to).toBe('+237699000000')
  expect(text).toMatch(/وثيقة للقراءة والتوقيع/)
  const secret = /\/sign\/([\w-]+)/.exec(text)?.[1] ?? ''
  expect(await greet(home.house, secret)).toMatchObject({ refused: false, value: { way: 'birth-year' } })
  const [notice] = await kept()
  expect(notice).toMatchObject({ state: 'sent', body: expect.stringContaining('…') })
  expect(notice?.body).not.toContain(secret)
})

test('what was called off meanwhile sends nothing', async () => {
  const again = await act('send-signing-link', { request: job.request, by: 'sms' })
  const link = (await signing())?.links.at(-1)?.link ?? ''
  await act('cancel-signatures', { request: job.request, reason: 'the sum is wrong' })
  await sendSigningLink(home.house, linkTo, { ...job, command: again, link }, false)
  expect(gateway.received).toHaveLength(1)
})
