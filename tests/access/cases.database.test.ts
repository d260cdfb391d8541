/** Who sees which case: every read, for every role at every office, before, during and after its part in the case. */
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readCaseState } from '#db/reads/case.ts'
import { asActor } from '#db/connect.ts'
import { accessOf } from '#domain/case/access.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import type { Role } from '#domain/role.ts'
import { createServer } from '#http/server.ts'

import { doorOn, openDoor } from '../kit/door.ts'
import type { Door } from '../kit/door.ts'
import { actor } from '../kit/house.ts'
import { playRoad } from '../kit/played.ts'
import type { PlayedCase } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'

/** Everybody of the demonstration with one seat, and four who work with figures, a link or the law. */
const people: Readonly<Record<string, readonly [Role, string]>> = {
  claire: ['counsellor', 'ofii-lyon'],
  hugo: ['counsellor', 'ofii-paris'],
  serge: ['coordinator', 'ofii-yaounde'],
  aicha: ['adviser', 'sahel-entreprendre'],
  jean: ['adviser', 'wouri-conseil'],
  paul: ['committee-secretary', 'comite-cameroun'],
  helene: ['committee-chair', 'comite-cameroun'],
  marthe: ['committee-member', 'comite-cameroun'],
  nadia: ['finance-officer', 'ofii-finances'],
  olivier: ['payment-approver', 'ofii-finances'],
  sophie: ['programme-manager', 'ofii-programme'],
  anne: ['evaluator', 'ofii-programme'],
  lucie: ['administrator', 'homeward'],
  fanny: ['funder', 'ofii-programme'],
  pierre: ['provider', 'ofii-lyon'],
  delia: ['data-protection-officer', 'ofii-lyon'],
  elias: ['evaluator', 'ofii-lyon'],
}
const moments = ['registered', 'offered', 'received', 'taken', 'submitted', 'decided', 'firstPaid'] as const

let door: Door
let owner: pg.Client
const cases = new Map<string, PlayedCase>()

beforeAll(async () => {
  door = await openDoor()
  owner = new pg.Client({ connectionString: door.home.url })
  await owner.connect()
  for (const who of ['fanny', 'pierre', 'delia', 'elias']) {
    const [role, office] = people[who] ?? []
    const email = `${who}@homeward.example`
    const account = { email, name: who, language: 'fr', password: 'a-password-for-tests', seats: [{ role, office }] }
    expect((await door.ask('lucie', 'POST', '/api/accounts', { payload: account })).status).toBe(200)
  }
  const names = Object.keys(businessRoad)
  for (const moment of moments)
    cases.set(moment, await playRoad(door.home, Object.values(businessRoad).slice(0, names.indexOf(moment) + 1)))
  const again = cases.get('taken')
  const reason = { reason: 'nearer', on: again?.today }
  const renamed = { ...reason, operator: 'wouri-conseil' }
  expect((await door.command('serge', 'designate-operator', again?.case ?? '', renamed)).status).toBe(200)
})
afterAll(async () => {
  await owner.end()
  await door.close()
})

async function officesOf(id: string): Promise<readonly string[]> {
  const state = await asActor(door.home.house.database, 'system', (tx) => readCaseState(tx, id))
  if (!state) throw new Error('no such case')
  return accessOf(state, door.home.house.editions.offices(state.scheme))
    .filter(({ reason }) => reason !== 'asked')
    .map(({ office }) => office)
}

/** Only asked to take the case on: told a packet of it, in the list under its number, and nothing else. */
const asked = { moment: 'taken', who: 'jean' }

/** What is asked of one case: its parts must be there, or not be there, together. */
async function statusesOf(who: string, { case: id }: PlayedCase): Promise<Record<string, number>> {
  const document = (await owner.query(`select document from homeward.document where "case" = '${id}'`)).rows[0]
  const parts = ['', '/story', '/story?before=999', '/readings', '/papers']
  const urls = parts.map((part) => `/api/cases/${id}${part}`)
  if (document) urls.push(`/api/documents/${document.document}`)
  const answers = await Promise.all(urls.map(async (url) => [url, (await door.ask(who, 'GET', url)).status] as const))
  return Object.fromEntries(answers)
}

/** In which lists of the person the case is. */
async function listsWith(who: string, { case: id }: PlayedCase): Promise<string[]> {
  const urls = ['/api/cases?limit=100', '/api/search?q=Mballa', '/api/search?q=Aline', '/api/home', '/api/tasks']
  const answers = await Promise.all(urls.map((url) => door.ask(who, 'GET', url)))
  return urls.filter((_, index) => answers[index]?.text.includes(id))
}

describe.each(moments)('a case when it is %s', (moment) => {
  test.each(Object.keys(people))('is seen by %s if its office has a part in it, and else not found', async (who) => {
    const file = cases.get(moment)!
    const [role, office] = people[who]!
    const sees = (await officesOf(file.case)).includes(office) && mayOpenFiles(role)
    const statuses = await statusesOf(who, file)
    if (who === asked.who && moment === asked.moment) {
      const { [`/api/cases/${file.case}`]: packet, ...rest } = statuses
      expect([packet, ...new Set(Object.values(rest))]).toEqual([200, 404])
      expect(await listsWith(who, file)).toEqual(expect.not.arrayContaining(['/api/search?q=Mballa']))
      const told = await door.ask(who, 'GET', `/api/cases/${file.case}`)
      expect(told.text + (await door.ask(who, 'GET', '/api/cases')).text).not.toMatch(/Mballa|Aline|Junior/)
      return
    }
    expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set([sees ? 200 : 404]))
    const lists = await listsWith(who, file)
    if (!sees) expect(lists).toEqual([])
    else expect(lists).toEqual(expect.arrayContaining(['/api/cases?limit=100', '/api/search?q=Mballa']))
    if (sees) return
    for (const [name, input] of [
      ['add-note', { text: 'x' }],
      ['close-case', { reason: 'completed', on: file.today }],
    ] as const) {
      const refused = await door.command(who, name, file.case, input)
      expect([404, 403]).toContain(refused.status)
      if (mayOpenFiles(role)) expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } })
    }
    const printed = await door.ask(who, 'POST', `/api/cases/${file.case}/papers/project-sheet`)
    expect(printed).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })
})

test('an operator sees nothing before its designation and nothing after another one was named', async () => {
  const { case: id } = cases.get('taken')!
  expect((await door.ask('aicha', 'GET', `/api/cases/${id}`)).status).toBe(404)
  expect((await door.ask('jean', 'GET', `/api/cases/${id}`)).status).toBe(200)
  expect((await door.ask('jean', 'GET', `/api/cases/${cases.get('received')!.case}`)).status).toBe(404)
})

test('whoever works with figures or a link never gets a name, whatever they ask', async () => {
  const { case: id, sitting } = cases.get('submitted')!
  const person = { person: uuidv7(), givenName: 'Aline', familyName: 'Mballa', birth: '1999', relation: 'principal' }
  for (const who of ['anne', 'fanny', 'pierre', 'elias']) {
    const urls = ['cases', 'search?q=Mballa', 'home', 'tasks', 'counts', 'sittings', `sittings/${sitting}`, 'views']
    const more = [
      `cases/${id}`,
      `cases/${id}/story`,
      `cases/${id}/readings`,
      `cases/${id}/papers`,
      'notices',
      'offices',
    ]
    for (const url of [...urls, ...more]) {
      const answer = await door.ask(who, 'GET', `/api/${url}`)
      expect(answer.text, url).not.toMatch(/Mballa|Aline|Junior/)
    }
    const twins = await door.ask(who, 'POST', '/api/duplicates', { payload: person })
    expect(twins.body).toEqual({ rows: [] })
  }
  const twins = await door.ask('claire', 'POST', '/api/duplicates', { payload: person })
  expect(twins.text).toContain('Mballa')
})

test('a committee member who stepped aside finds nothing of that file, and the others still do', async () => {
  const file = cases.get('submitted')!
  const marthe = actor('marthe', 'committee-member', 'comite-cameroun').user
  const reason = { case: file.case, reason: 'a cousin' }
  expect((await door.ask('marthe', 'GET', `/api/cases/${file.case}`)).status).toBe(200)
  expect((await door.command('marthe', 'declare-interest', file.sitting, reason)).status).toBe(200)
  expect(new Set(Object.values(await statusesOf('marthe', file)))).toEqual(new Set([404]))
  expect(await listsWith('marthe', file)).toEqual([])
  const sitting = await door.ask('marthe', 'GET', `/api/sittings/${file.sitting}`)
  expect(sitting.body).toMatchObject({ files: [], hidden: 1 })
  expect(sitting.text).not.toContain('Mballa')
  const note = await door.command('marthe', 'add-note', file.case, { text: 'x' })
  expect(note).toMatchObject({ status: 404 })
  const helene = await door.ask('helene', 'GET', `/api/sittings/${file.sitting}`)
  expect(helene.body).toMatchObject({ files: [{ case: file.case, recused: [marthe] }] })
  const lifted = { ...reason, member: marthe }
  expect((await door.command('helene', 'lift-interest', file.sitting, lifted)).status).toBe(200)
  expect((await door.ask('marthe', 'GET', `/api/cases/${file.case}`)).status).toBe(200)
})

test('a reason to see a case ends on its day', async () => {
  const file = cases.get('decided')!
  expect((await door.ask('nadia', 'GET', `/api/cases/${file.case}`)).status).toBe(200)
  for (const table of ['case_access', 'case_list'])
    await owner.query(
      `update homeward.${table} set until = now() - interval '1 minute' where "case" = $1 and office = 'ofii-finances'`,
      [file.case],
    )
  expect(new Set(Object.values(await statusesOf('nadia', file)))).toEqual(new Set([404]))
  expect(await listsWith('nadia', file)).toEqual([])
})

test('a seat that has ended opens nothing, also for a session that began before', async () => {
  const cookie = await door.signIn('jean')
  await owner.query(`update homeward.seat set until = now() - interval '1 minute' where office = 'wouri-conseil'`)
  // Another process, which has not trusted this session a moment ago.
  const server = await createServer({ house: door.home.house, watchers: { watch: () => () => {} } })
  const other = doorOn(door.home, server)
  expect((await other.ask(null, 'GET', '/api/session', { headers: { cookie } })).status).toBe(401)
  const url = `/api/cases/${cases.get('taken')!.case}`
  expect((await other.ask(null, 'GET', url, { headers: { cookie } })).status).toBe(401)
  await expect(door.signIn('jean')).rejects.toThrow(/wrong-credentials/)
  await server.close()
})
