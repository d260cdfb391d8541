/** The lesson of docs/schemes.md, done by hand: nothing but the file and the doors of a running system. */
import { readFileSync } from 'node:fs'

import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { verify } from '#app/verify.ts'
import type { Role } from '#domain/role.ts'

import { openListeningDoor } from '../kit/door.ts'
import type { Door } from '../kit/door.ts'
import { testHouse, testPassword } from '../kit/house.ts'
import { emailOf, playerOf, study } from '../kit/story-player.ts'
import type { Told } from '../kit/story-player.ts'

const lesson = readFileSync('docs/first-scheme/benin.yaml', 'utf8')
const scheme = 'first-steps-benin'
const colleagues = {
  Senan: 'counsellor',
  Codjo: 'coordinator',
  Gbenou: 'adviser',
  Dossou: 'finance-officer',
  Houngbo: 'payment-approver',
} as const satisfies Record<string, Role>

const clock = { day: new Date().toISOString().slice(0, 10) }
let door: Door

beforeAll(async () => {
  const { house, ...home } = await testHouse()
  const now = () => `${clock.day}T09:00:00.000Z`
  door = await openListeningDoor({ ...home, house: { ...house, clock: { now, today: () => clock.day } } })
})
afterAll(async () => {
  expect((await verify(door.home.house)).faults).toEqual([])
  await door.close()
})

async function done(who: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: unknown) {
  const answer = await door.ask(who, method, url, payload === undefined ? {} : { payload })
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

async function command(who: string, name: string, stream: string, input: object) {
  const answer = await door.command(who, name, stream, input)
  expect(answer.status, answer.text).toBe(200)
}

/** One house in Cotonou plays every part. */
async function opensTheHouse(): Promise<string> {
  const parts = Object.values(colleagues).map((role) => ({ scheme, role }))
  const house = { name: 'Maison du retour', kind: 'representation', country: 'BJ', place: 'Cotonou', parts }
  const { office } = (await done('lucie', 'POST', '/api/offices', house)) as { office: string }
  for (const [name, role] of Object.entries(colleagues)) {
    const account = { email: emailOf(name), name, language: 'fr', password: testPassword, seats: [{ role, office }] }
    await done('lucie', 'POST', '/api/accounts', account)
  }
  return office
}

test('the scheme of the lesson is uploaded, published by a second person, and carries a joiner to the end', async () => {
  const draft = uuidv7()
  await command('sophie', 'upload-draft', draft, { name: 'benin.yaml', text: lesson })
  expect(await done('sophie', 'GET', `/api/drafts/${draft}/check?language=fr`)).toMatchObject({ problems: [] })
  await command('sophie', 'submit-draft', draft, {})
  await command('lucie', 'publish-draft', draft, {})
  const office = await opensTheHouse()
  for (const name of Object.keys(colleagues)) await done(name.toLowerCase(), 'GET', '/api/session')

  const told: Told = { scheme, door, clock, stream: uuidv7(), sitting: uuidv7(), people: [] }
  const player = (name: keyof typeof colleagues) => playerOf(told, name.toLowerCase(), office)
  const [counsellor, coordinator, adviser] = [player('Senan'), player('Codjo'), player('Gbenou')]
  clock.day = '2026-03-02'
  await counsellor.registers({ givenName: 'Sètondji', familyName: 'Agossou', birth: '1994' })
  await counsellor.completes('interview', { 'mois absent': 36, 'métier appris': true })
  await counsellor.does('give-verdict')
  await counsellor.does('choose-aid', { aid: 'workshop' })
  clock.day = '2026-03-20'
  const asking = (requested: number) => study({ cost: 800_000, ownContribution: 800_000 - requested, requested })
  expect(await adviser.tries('record-feasibility', asking(700_000))).toMatchObject({
    code: 'amount-above-ceiling',
    facts: { ceiling: 600_000, rule: 'plafond' },
    field: 'requested',
  })
  await adviser.does('record-feasibility', asking(600_000))
  await coordinator.does('grant-award', { amount: 600_000 })
  const pays = async (tranche: string, paper: string, amount: number) =>
    player('Dossou').pays({
      tranche,
      payee: 'supplier',
      evidence: [await adviser.attaches(paper)],
      amount,
      releasedBy: player('Houngbo'),
    })
  clock.day = '2026-04-01'
  await pays('first', 'quote', 360_000)
  clock.day = '2026-04-20'
  await pays('second', 'delivery-note', 240_000)
  await adviser.visits('2026-05-04', '2026-10-01')
  await coordinator.does('close-case', { reason: 'completed' })
  expect((await coordinator.opens()).case).toMatchObject({ status: 'closed', aid: 'workshop' })
  const rows = (await done('codjo', 'GET', '/api/cases?status=closed')).rows ?? []
  expect(rows).toMatchObject([{ case: told.stream, stage: 'closed', scheme }])
})

test('the public questionnaire asks by the new scheme at once', async () => {
  const { rows } = (await done('sophie', 'GET', `/api/public/editions?scheme=${scheme}`)) as {
    rows: { facts: { fact: string }[] }[]
  }
  expect(rows[0]?.facts.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['mois absent', 'métier appris']))
})

test('every part of the file that the lesson shows stands in the file', () => {
  const shown = [...readFileSync('docs/schemes.md', 'utf8').matchAll(/```yaml first-scheme\n([\s\S]*?)```/g)]
  expect(shown.length).toBeGreaterThan(4)
  const bare = (text: string) => text.replaceAll(/^ +/gm, '').trim()
  for (const [, part = ''] of shown) expect(bare(lesson)).toContain(bare(part))
})
