/** The server is killed while it moves cases to another edition; the next one goes on, and each case is moved once. */
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { askMove, confirmMove } from '#app/edition-moves.ts'
import { publishSchemes } from '#app/founding.ts'
import { workOnMove } from '#app/move-cases.ts'
import { verify } from '#app/verify.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { asActor, sql } from '#db/connect.ts'
import { readMove } from '#db/edition-moves.ts'
import { settleCounts } from '#db/upkeep.ts'

import { actor, testHouse } from '../kit/house.ts'
import type { TestHouse } from '../kit/house.ts'
import { playRoad } from '../kit/played.ts'
import { emptyFolder, startHomeward } from '../kit/process.ts'
import { businessRoad } from '../kit/roads.ts'

const many = 24
const sophie = actor('sophie', 'programme-manager', 'ofii-programme')
const pace = { judged: 10, moved: 2 }

let home: TestHouse
let data: ReturnType<typeof emptyFolder>
beforeAll(async () => {
  home = await testHouse()
  data = emptyFolder()
  for (let count = 0; count < many; count++) await playRoad(home, [businessRoad.registered])
  const scheme = loadSchemes('catalogue/schemes').find((each) => each.scheme === 'ofii-cameroon')
  const [edition] = scheme?.editions ?? []
  if (!scheme || !edition) throw new Error('the scheme is missing')
  const later = { ...edition, edition: 'later', from: '2026-01-01' }
  await publishSchemes(home.house.database, [{ ...scheme, editions: [later] }])
  await home.house.editions.reload()
})
afterAll(async () => {
  await home.close()
  data.remove()
})

function start() {
  const words = ['--no-demo', '--host', '127.0.0.1', '--port', '0', '--data', data.folder]
  return startHomeward({ words, environment: { DATABASE_URL: home.url } })
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('killed in the middle of a batch, a move is finished by the next process, each case moved exactly once', async () => {
  const move = uuidv7()
  await askMove(home.house, sophie, { move, scheme: 'ofii-cameroon', edition: 'later', reason: 'a new decree' })
  await workOnMove(home.house, move, undefined, pace)
  await confirmMove(home.house, sophie, move)
  let batches = 0
  await workOnMove(home.house, move, () => ++batches > 5, pace)
  const state = () => asActor(home.house.database, 'system', (tx) => readMove(tx, move))
  const before = await state()
  expect(before).toMatchObject({ state: 'moving' })
  expect(before?.moved).toBeGreaterThan(0)
  expect(before?.moved).toBeLessThan(many)

  // Whoever moves the next batch has to wait for this table, and dies while it does.
  const owner = new pg.Client({ connectionString: home.url })
  await owner.connect()
  await owner.query('begin; lock table homeward.event in share mode')
  const server = start()
  await until(async () => {
    const query = "select 1 from pg_locks where relation = 'homeward.event'::regclass and not granted"
    return (await owner.query(query)).rows.length > 0
  })
  await server.kill()
  await owner.query('rollback')
  await owner.end()

  const next = start()
  await next.ready
  await until(async () => (await state())?.state === 'moved')
  await next.stop()
  expect(await state()).toMatchObject({ moved: many, refused: 0 })
  const moves = await asActor(home.house.database, 'system', (tx) =>
    tx.rows<{ count: number }>(sql`
      select count(*)::int as count from event where type = 'edition-moved' group by stream`),
  )
  expect(moves.map(({ count }) => count)).toEqual(Array.from({ length: many }, () => 1))
  await asActor(home.house.database, 'system', settleCounts)
  expect((await verify(home.house)).faults).toEqual([])
}, 60_000)
