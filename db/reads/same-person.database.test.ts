/** What a course of a group says for one of its participants on that person's own case. */
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { actor, foundHouse } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'

import { asActor } from '../connect.ts'
import { readOtherCases, readOthersOf } from './same-person.ts'

const schemes = ['migractions-course', 'anpe-togo']
const today = '2021-03-08'
const counsellor = actor('afi', 'counsellor', 'anpe-lome')
const ama = { person: uuidv7(), givenName: 'Ama', familyName: 'Agbeko' }
let home: TestHouse

beforeAll(async () => {
  const founding = {
    schemes: loadSchemes('catalogue/schemes').filter(({ scheme }) => schemes.includes(scheme)),
    offices: [{ office: 'anpe-lome', name: 'ANPE', kind: 'agency', country: 'TG' }],
    parts: schemes.map((scheme) => ({ scheme, role: 'counsellor', office: 'anpe-lome' })),
    accounts: [],
  }
  home = await foundHouse(founding, { now: () => `${today}T09:00:00.000Z`, today: () => today })
})
afterAll(() => home.close())

async function does(stream: string, name: string, input: Record<string, unknown>) {
  const answer = await handle(home.house, counsellor, { command: uuidv7(), name, stream, input })
  expect(answer, name).toMatchObject({ status: 'done' })
}

test('it answers once she completed it: being enrolled and coming are not enough', async () => {
  const [course, own] = [uuidv7(), uuidv7()]
  const opening = { scheme: 'migractions-course', beneficiary: { name: 'Spring' }, people: [], consents: [], on: today }
  await does(course, 'register-case', opening)
  await does(course, 'enrol-participants', {
    people: [{ ...ama, relation: 'participant' }],
    consents: ['attendance'],
    on: today,
  })
  const people = [{ ...ama, person: uuidv7(), relation: 'principal' }]
  const consents = home.house.editions.current('anpe-togo', today)?.edition.consents.map(({ purpose }) => purpose)
  await does(own, 'register-case', { scheme: 'anpe-togo', people, consents, on: today })
  await does(own, 'link-person', { known: ama.person, reason: 'the same identity card', on: today })
  const heard = () => asActor(home.house.database, 'system', (tx) => readOtherCases(tx, own))
  await does(course, 'record-session', { title: 'lessons', present: [ama.person], on: today })
  expect((await heard()).states).toEqual([])
  await does(course, 'record-completion', { completed: [ama.person], on: today })
  const { states } = await heard()
  expect(states.map(({ scheme, done }) => [scheme, done['completion']])).toEqual([['migractions-course', today]])
  const many = await asActor(home.house.database, 'system', (tx) => readOthersOf(tx, [own, course]))
  expect([...many].map(([id, others]) => [id, others.map((each) => each.case)])).toEqual([[own, [course]]])
})
