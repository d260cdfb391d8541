/** How operators work is counted from cases, the same whether it was counted before or is counted now. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { rebuildProjections } from '#app/rebuild.ts'
import { verify } from '#app/verify.ts'
import { asActor } from '#db/connect.ts'
import { countPerformance, readPerformance } from '#db/reads/operator.ts'
import type { Actor } from '#domain/role.ts'

import { actor, testHouse } from '../kit/house.ts'
import type { TestHouse } from '../kit/house.ts'
import { playRoad } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'

const scheme = 'ofii-cameroon'
let home: TestHouse
let owner: pg.Client

beforeAll(async () => {
  home = await testHouse()
  owner = new pg.Client({ connectionString: home.url })
  await owner.connect()
  await playRoad(home, Object.values(businessRoad))
})
afterAll(async () => {
  await owner.end()
  await home.close()
})

function performance(who: Actor | 'system', today = home.house.clock.today()) {
  return asActor(home.house.database, who, (tx) => readPerformance(tx, scheme, today))
}

test('what is counted now, what was counted and what is counted again after a rebuild are the same', async () => {
  const now = await performance('system')
  expect(now).toMatchObject([{ scheme, designated: 1, daysToAnswer: expect.any(Number) }])
  await asActor(home.house.database, 'system', countPerformance)
  const { rows } = await owner.query(`select * from homeward.operator_changed`)
  expect(rows).toEqual([])
  expect(await performance('system')).toEqual(now)
  await rebuildProjections(home.house)
  expect(await performance('system')).toEqual(now)
  expect((await verify(home.house)).faults).toEqual([])
})

test('figures that somebody changed are found', async () => {
  await asActor(home.house.database, 'system', countPerformance)
  await owner.query(`select set_config('homeward.role', 'system', false)`)
  await owner.query(`update homeward.operator_performance set caseload = caseload + 1`)
  expect((await verify(home.house)).faults).toMatchObject([{ what: 'its figures are not what its cases say' }])
  await owner.query(`update homeward.operator_performance set caseload = caseload - 1`)
  expect((await verify(home.house)).faults).toEqual([])
})

test('a visit that is due and was not made is not on time', async () => {
  const [before] = await performance('system')
  const [after] = await performance('system', '2099-01-01')
  expect(after?.visitsOnTime ?? 0).toBeLessThanOrEqual(before?.visitsOnTime ?? 1)
})

test('the operator sees its own figures, who oversees operators all of them, everybody else none', async () => {
  const [row] = await performance('system')
  const operator = actor('aicha', 'adviser', row!.office)
  expect(await performance(operator)).toEqual([row])
  expect(await performance({ ...operator, office: 'nobody' })).toEqual([])
  const offices = home.house.editions.offices(scheme)
  for (const role of ['coordinator', 'programme-manager'] as const)
    expect(await performance({ ...operator, role, office: offices[role]![0]! })).toEqual([row])
  expect(await performance({ ...operator, role: 'counsellor', office: offices['counsellor']![0]! })).toEqual([])
})
