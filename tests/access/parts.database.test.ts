/** Other offices come to play the parts of a scheme: what they see follows, whatever happened to the cases before. */
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { verify } from '#app/verify.ts'
import { startWorker } from '#jobs/worker.ts'

import { until } from '../kit/caller.ts'
import { openDoor } from '../kit/door.ts'
import type { Door } from '../kit/door.ts'
import { playRoad } from '../kit/played.ts'
import type { PlayedCase } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'

let door: Door
let worker: Awaited<ReturnType<typeof startWorker>> | undefined

beforeAll(async () => {
  door = await openDoor()
  worker = await startWorker(door.home.house, door.home.url)
})
afterAll(async () => {
  await worker?.stop()
  await door.close()
})

test('an office that takes over finance sees what was granted, and the one before it no longer does', async () => {
  const names = Object.keys(businessRoad)
  const road = Object.values(businessRoad)
  const granted = await playRoad(door.home, road.slice(0, names.indexOf('firstReleased') + 1))
  const young = await playRoad(door.home, road.slice(0, names.indexOf('taken') + 1))
  const sees = async (who: string, id: string) => (await door.ask(who, 'GET', `/api/cases/${id}`)).status === 200
  expect(await sees('nadia', granted.case)).toBe(true)
  expect(await sees('hugo', granted.case)).toBe(false)

  const parts = (roles: readonly string[]) => ({ parts: roles.map((role) => ({ scheme: 'ofii-cameroon', role })) })
  const put = (office: string, roles: readonly string[]) =>
    door.ask('lucie', 'PUT', `/api/offices/${office}/parts`, { payload: parts(roles) })
  expect((await put('ofii-paris', ['counsellor', 'finance-officer', 'payment-approver'])).status).toBe(200)
  expect((await put('ofii-finances', [])).status).toBe(200)

  // Work on the case goes on meanwhile.
  const note = await door.command('aicha', 'add-note', granted.case, { text: 'meanwhile' }, { command: uuidv7() })
  expect(note.status).toBe(200)
  expect(
    await until(
      () => sees('hugo', granted.case),
      (yes) => yes,
    ),
  ).toBe(true)
  expect(
    await until(
      () => sees('nadia', granted.case),
      (yes) => !yes,
    ),
  ).toBe(false)
  expect((await door.ask('nadia', 'GET', '/api/cases')).body.rows).toEqual([])
  expect((await door.ask('nadia', 'GET', '/api/counts')).body.rows).toEqual([])
  expect((await door.ask('hugo', 'GET', '/api/cases')).body.rows?.map((row) => row['case'])).toEqual([granted.case])
  expect(await sees('hugo', young.case)).toBe(false)
  expect(
    await until(
      async () => (await verify(door.home.house)).faults,
      (faults) => faults.length === 0,
    ),
  ).toEqual([])
})

test('parts that change hands again and again while people work leave nothing behind', async () => {
  const names = Object.keys(businessRoad)
  const deeds = Object.values(businessRoad).slice(0, names.indexOf('decided') + 1)
  const cases = [await playRoad(door.home, deeds), await playRoad(door.home, deeds)]
  let working = true
  const work = async ({ case: id }: PlayedCase) => {
    while (working) await door.command('aicha', 'add-note', id, { text: 'words' })
  }
  const workers = cases.map(work)
  const put = (office: string, roles: readonly string[]) => {
    const parts = roles.map((role) => ({ scheme: 'ofii-cameroon', role }))
    return door.ask('lucie', 'PUT', `/api/offices/${office}/parts`, { payload: { parts } })
  }
  const committee = ['committee-secretary', 'committee-chair', 'committee-member']
  for (let round = 0; round < 5; round++) {
    await Promise.all([put('comite-cameroun', round % 2 === 0 ? [] : committee), put('ofii-paris', ['counsellor'])])
    await put('ofii-paris', round % 2 === 0 ? ['counsellor', ...committee] : ['counsellor', 'finance-officer'])
  }
  working = false
  await Promise.all(workers)
  const faults = await until(
    async () => (await verify(door.home.house)).faults,
    (list) => list.length === 0,
  )
  expect(faults).toEqual([])
})
