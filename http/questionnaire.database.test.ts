import { gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { publishSchemes } from '#app/founding.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { openDoor } from '#tests/kit/door.ts'
import type { Door } from '#tests/kit/door.ts'
import type { PublicEditionAnswer } from '#contract/questionnaire-answers.ts'

let door: Door

beforeAll(async () => {
  door = await openDoor({}, '2026-11-20')
})
afterAll(() => door.close())

async function editions(query: string): Promise<readonly PublicEditionAnswer[]> {
  const { status, body } = await door.ask(null, 'GET', `/api/public/editions?${query}`)
  expect(status).toBe(200)
  return body.rows as unknown as readonly PublicEditionAnswer[]
}

describe('what the questionnaire reads without a session', () => {
  test('is every scheme with an edition in force', async () => {
    const { rows } = (await door.ask(null, 'GET', '/api/public/schemes')).body
    expect(rows).toContainEqual(expect.objectContaining({ scheme: 'ofii-togo', country: 'TG' }))
    expect(new Set(rows?.map(({ scheme }) => scheme)).size).toBe(rows?.length)
  })

  test('is the edition in force, with its facts, rules and sources, and nothing that comes later', async () => {
    const [edition, ...more] = await editions('scheme=ofii-cameroon')
    expect(more).toEqual([])
    expect(edition?.edition).toBe('2025-11')
    expect(edition?.facts.map(({ fact }) => fact)).toContain('mois en France')
    expect(edition?.rules.every(({ source }) => source in (edition?.sources ?? {}))).toBe(true)
    expect(JSON.stringify(edition)).not.toMatch(/"(journey|committee|operators|allowances|notices|ceiling|tranches)"/)
  })

  test('names the offices of the first interview, or none where nobody holds it', async () => {
    const offices = async (scheme: string) => (await editions(`scheme=${scheme}`))[0]?.offices.map(({ name }) => name)
    expect(await offices('ofii-cameroon')).toEqual(['OFII Lyon', 'OFII Paris'])
  })

  test('is all schemes of a country, and nothing for a country without any', async () => {
    expect((await editions('country=TG')).map(({ scheme }) => scheme).sort()).toEqual([
      'anpe-togo',
      'migractions-course',
      'ofii-togo',
      'unhcr-anpe-togo',
      'unhcr-anpe-workshop',
    ])
    expect(await editions('country=FJ')).toEqual([])
    expect(await editions('scheme=never-heard-of')).toEqual([])
  })

  test('is help for oneself: what is for organisations is found by its scheme', async () => {
    const inTunisia = (await editions('country=TN')).map(({ scheme }) => scheme)
    expect(inTunisia).toContain('lemma')
    expect(inTunisia).not.toContain('lemma-associations')
    expect(await editions('scheme=lemma-associations')).toHaveLength(1)
  })

  test('has a newly published scheme at once', async () => {
    const [model] = loadSchemes('catalogue/schemes').filter(({ scheme }) => scheme === 'ofii-togo')
    await publishSchemes(door.home.house.database, [{ ...model!, scheme: 'return-to-fiji', country: 'FJ' }])
    await door.home.house.editions.reload()
    expect((await editions('country=FJ')).map(({ scheme }) => scheme)).toEqual(['return-to-fiji'])
    expect((await editions('country=FJ'))[0]?.offices).toEqual([])
  })

  test('travels compressed, and not a second time while it is the same', async () => {
    const url = '/api/public/editions?country=CM'
    const first = await door.server.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
    expect(first.headers['content-encoding']).toBe('gzip')
    expect(first.rawPayload.length).toBeLessThan(16 * 1024)
    expect(gunzipSync(first.rawPayload).toString()).toBe((await door.server.inject(url)).body)
    const again = await door.server.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test.each([
    ['without saying which', '', 'country'],
    ['of a country that is none', '?country=cm', 'country'],
    ['with something else', '?office=x', 'office'],
  ])('is refused %s', async (_, query, field) => {
    const { status, body } = await door.ask(null, 'GET', `/api/public/editions${query}`)
    expect([status, body.code, body.field]).toEqual([422, 'invalid-input', field])
  })
})
