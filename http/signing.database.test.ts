/** A contract on its way: asked for, sent as a link, signed by a stranger to the system, checked, replaced. */
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { rebuildProjections } from '#app/rebuild.ts'
import { verify } from '#app/verify.ts'
import { asActor, sql } from '#db/connect.ts'
import type { Door } from '#tests/kit/door.ts'
import { openDoor } from '#tests/kit/door.ts'
import { playRoad } from '#tests/kit/played.ts'
import type { PlayedCase } from '#tests/kit/played.ts'
import { businessRoad } from '#tests/kit/roads.ts'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let door: Door
let played: PlayedCase
let contract: { document: string; fingerprint: string }

beforeAll(async () => {
  door = await openDoor()
  const deeds = Object.entries(businessRoad)
  played = await playRoad(
    door.home,
    deeds.slice(0, deeds.findIndex(([name]) => name === 'decided') + 1).map(([, deed]) => deed),
  )
  contract = await printed('fr')
})
afterAll(() => door.close())

async function printed(language: string) {
  const answer = await door.ask(
    'serge',
    'POST',
    `/api/cases/${played.case}/papers/commitment-contract?language=${language}`,
  )
  expect(answer.status).toBe(201)
  return answer.body as unknown as { document: string; fingerprint: string }
}

const visitor = (path: string, payload: object) => door.ask(null, 'POST', `/api/public/${path}`, { payload })
const standing = async (fingerprint: string) =>
  (await visitor('documents', { fingerprint })).body['standing'] as Record<string, unknown>

async function lastRequest(): Promise<string> {
  const { body } = await door.ask('serge', 'GET', `/api/cases/${played.case}`)
  return (body['case'] as { signing: { request: string }[] }).signing.at(-1)?.request ?? ''
}

async function linkByHand(): Promise<string> {
  const payload = { command: uuidv7(), request: await lastRequest() }
  const answer = await door.ask('aicha', 'POST', `/api/cases/${played.case}/signing-links`, { payload })
  expect(answer.status).toBe(201)
  return String(answer.body['path']).replace('/sign/', '')
}

async function visit(token: string, answer = '1999') {
  return (await visitor('signing/answer', { token, answer })).body as unknown as {
    visit: string
    code?: string
    facts?: object
  }
}

test('nobody knows a file before it was put forward', async () => {
  expect(await standing(contract.fingerprint)).toEqual({ standing: 'unknown' })
})

describe('by link', () => {
  let token: string

  test('the contract is put forward once, and printing it again gives the very same one', async () => {
    const asked = await door.command('serge', 'ask-signatures', played.case, { document: contract.document })
    expect(asked.status).toBe(200)
    expect((await printed('fr')).document).toBe(contract.document)
    expect(await standing(contract.fingerprint)).toMatchObject({ standing: 'valid', complete: false, signed: [] })
  })

  test('only what it hashes to is kept of a link', async () => {
    token = await linkByHand()
    const kept = await asActor(door.home.house.database, 'system', (tx) => tx.rows(sql`select * from signing_link`))
    expect(JSON.stringify(kept)).not.toContain(token)
    const mailed = await door.command('aicha', 'send-signing-link', played.case, {
      request: await lastRequest(),
      by: 'sms',
    })
    expect(mailed.body).toMatchObject({ code: 'no-consent-to-messages', field: 'by' })
  })

  test('tells nothing of the person before they say who they are', async () => {
    const { body } = await visitor('signing', { token })
    expect(body).toMatchObject({ way: 'birth-year', office: expect.any(String) })
    expect(JSON.stringify(body)).not.toMatch(/Mballa|Aline|CM-\d/)
    expect((await visitor('signing', { token: 'a'.repeat(32) })).body.code).toBe('link-unknown')
    expect(await visit(token, '1998')).toMatchObject({ code: 'wrong-answer', facts: { count: 4 } })
    expect((await visitor('signing/document', { token, visit: 'b'.repeat(32) })).body.code).toBe('visit-over')
  })

  test('shows the very bytes that are signed, takes the signature once, and refuses what is not one', async () => {
    const here = await visit(token)
    const shown = await door.server.inject({
      method: 'POST',
      url: '/api/public/signing/document',
      payload: { token, visit: here.visit },
    })
    const fingerprint = createHash('sha256').update(shown.rawPayload).digest('hex')
    expect(fingerprint).toBe(contract.fingerprint)
    const given = { token, visit: here.visit, fingerprint, mark: 'drawn', language: 'ar' }
    const sign = (more: object) => visitor('signing/signature', { ...given, ...more })
    const altered = createHash('sha256')
      .update(Buffer.concat([shown.rawPayload.subarray(1), Buffer.from('x')]))
      .digest('hex')
    expect((await sign({ fingerprint: altered, image: dot.toString('base64') })).body).toMatchObject({
      code: 'document-changed',
      facts: { shown: altered, current: fingerprint },
    })
    expect((await sign({})).body.code).toBe('evidence-missing')
    expect((await sign({ image: Buffer.from('not a picture').toString('base64') })).status).toBe(415)
    const [once, twice] = await Promise.all([
      sign({ image: dot.toString('base64') }),
      sign({ image: dot.toString('base64') }),
    ])
    expect([once.status, twice.status].sort()).toEqual([200, 409])
    expect((await visitor('signing', { token })).body.code).toBe('link-used')
    expect(await standing(fingerprint)).toMatchObject({
      complete: false,
      signed: [{ party: 'beneficiary', means: 'by-link' }],
    })
    expect(await standing(altered)).toEqual({ standing: 'unknown' })
    const images = await asActor(door.home.house.database, 'system', (tx) =>
      tx.rows(sql`select 1 from document where paper = 'signature-image'`),
    )
    expect(images).toHaveLength(1)
  })

  test('each opening is on record', async () => {
    const { body } = await door.ask('serge', 'GET', `/api/cases/${played.case}/readings`)
    expect(body.rows?.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['signing-link', 'document commitment-contract']),
    )
  })
})

describe('the others', () => {
  const sign = async (who: string, party: string, more: object = {}) =>
    door.command(who, 'sign-document', played.case, {
      request: await lastRequest(),
      fingerprint: contract.fingerprint,
      party,
      means: 'on-device',
      mark: 'typed',
      name: 'Aïcha Njoya',
      on: played.today,
      ...more,
    })

  test('sign with their own accounts, and nobody for another', async () => {
    expect((await sign('serge', 'operator')).body.code).toBe('not-your-signature')
    expect((await sign('serge', 'office', { mark: 'drawn', image: uuidv7() })).body.code).toBe('unknown-choice')
    expect((await sign('aicha', 'operator')).status).toBe(200)
    expect((await sign('serge', 'office')).status).toBe(200)
    expect(await standing(contract.fingerprint)).toMatchObject({ standing: 'valid', complete: true, missing: [] })
    const { body } = await door.ask('serge', 'GET', `/api/cases/${played.case}`)
    expect((body['case'] as { done: object }).done).toHaveProperty('agreement')
  })

  test('and the certificate stands beside the document, which stays as it is', async () => {
    const url = `/api/cases/${played.case}/signatures/${await lastRequest()}/certificate?language=ar`
    const answer = await door.ask('serge', 'POST', url)
    expect([answer.status, answer.body['paper']]).toEqual([201, 'signature-certificate'])
    expect((await door.ask('hugo', 'POST', url)).status).toBe(404)
  })
})

describe('another version', () => {
  test('voids the first; what its links opened is closed, with both fingerprints', async () => {
    const next = await printed('ar')
    expect(next.fingerprint).not.toBe(contract.fingerprint)
    expect((await door.command('serge', 'ask-signatures', played.case, { document: next.document })).status).toBe(200)
    expect(await standing(contract.fingerprint)).toMatchObject({ standing: 'void', why: 'replaced', on: played.today })
    const token = await linkByHand()
    const third = await printed('en')
    await door.command('serge', 'ask-signatures', played.case, { document: third.document })
    expect((await visitor('signing', { token })).body).toMatchObject({
      code: 'document-changed',
      facts: { shown: next.fingerprint, current: third.fingerprint },
    })
  })

  test('after five wrong answers a link opens no more; a no reaches the office', async () => {
    const token = await linkByHand()
    for (let at = 0; at < 5; at++) await visit(token, '1900')
    expect(await visit(token)).toMatchObject({ code: 'link-locked' })
    const other = await linkByHand()
    const here = await visit(other)
    const no = await visitor('signing/no', {
      token: other,
      visit: here.visit,
      reason: 'The sum is not what we agreed.',
    })
    expect(no.status).toBe(200)
    const { body } = await door.ask('serge', 'GET', `/api/cases/${played.case}`)
    const { signing } = body['case'] as { signing: { declined: object[] }[] }
    expect(signing.at(-1)?.declined).toMatchObject([{ party: 'beneficiary' }])
  })

  test('everything follows from the events', async () => {
    expect((await verify(door.home.house)).faults).toEqual([])
    await rebuildProjections(door.home.house)
    expect((await verify(door.home.house)).faults).toEqual([])
  })
})
