/** However custody and designation go back and forth: nobody sees the case whom its events do not name, and everybody whom they do. */
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { verify } from '#app/verify.ts'
import { asActor, sql } from '#db/connect.ts'
import { readStream } from '#db/event-store.ts'
import { readCase } from '#db/reads/case.ts'
import { accessOf } from '#domain/case/access.ts'
import { foldCase } from '#domain/case/case.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'

import { actor, testHouse } from '../kit/house.ts'
import type { TestHouse } from '../kit/house.ts'
import { playRoad } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'

let home: TestHouse
beforeAll(async () => {
  home = await testHouse()
})
afterAll(() => home.close())

const doers = [
  actor('claire', 'counsellor', 'ofii-lyon'),
  actor('hugo', 'counsellor', 'ofii-paris'),
  actor('serge', 'coordinator', 'ofii-yaounde'),
  actor('aicha', 'adviser', 'sahel-entreprendre'),
  actor('jean', 'adviser', 'wouri-conseil'),
  actor('hamidou', 'adviser', 'atelier-des-savanes'),
]
const offices = ['ofii-lyon', 'ofii-paris', 'ofii-yaounde']
const operators = ['sahel-entreprendre', 'wouri-conseil', 'atelier-des-savanes']
const reason = 'because'

const act = fc.oneof(
  fc.record({ name: fc.constant('hand-over-custody'), to: fc.constantFrom(...offices) }),
  fc.record({ name: fc.constant('designate-operator'), operator: fc.constantFrom(...operators) }),
  fc.constantFrom(
    { name: 'accept-custody' },
    { name: 'return-custody', reason },
    { name: 'accept-designation' },
    { name: 'refuse-designation', reason },
    { name: 'withdraw', reason },
  ),
)

test('an office sees a case exactly when its events give it a part, in the file and in the list', async () => {
  const names = Object.keys(businessRoad)
  const deeds = Object.values(businessRoad).slice(0, names.indexOf('met') + 1)
  const { house } = home
  const everybody = house.editions.allOffices()
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      const { case: id, today } = await playRoad(home, deeds)
      for (const { name, ...input } of acts) {
        const on = { on: today }
        const given = { ...input, ...('to' in input || 'operator' in input ? { reason } : {}), ...on }
        for (const doer of doers) {
          const answer = await handle(house, doer, { command: uuidv7(), name, stream: id, input: given })
          if (answer.status === 'refused') continue
          done += 1
          break
        }
        const events = await asActor(house.database, 'system', (tx) => readStream(tx, id))
        const state = foldCase(id, events as unknown as RecordedCaseEvent[])
        const access = accessOf(state, house.editions.offices(state.scheme))
        // Who is only asked has the case in its list, under its number, and not the file.
        const allowed = access.map(({ office, reason }) => `${office} ${reason === 'asked' ? 'list' : 'file'}`)
        const seeing = await Promise.all(everybody.map((office) => seenBy(office, id)))
        expect(seeing.flat().sort(), `${name} ${JSON.stringify(given)}`).toEqual([...new Set(allowed)].sort())
      }
    }),
    { seed: 20_261_122, numRuns: 40, endOnFailure: true },
  )
  expect(done).toBeGreaterThan(10)
  expect((await verify(house)).faults).toEqual([])
}, 60_000)

/** What somebody of the office finds of the case: its file, which must then be in the list by its name, or the list alone. */
async function seenBy(office: string, id: string): Promise<readonly string[]> {
  const someone = actor('nobody', 'counsellor', office)
  return asActor(home.house.database, someone, async (tx) => {
    const [file, [row]] = await Promise.all([
      readCase(tx, id),
      tx.rows<{ name: string }>(sql`select name from case_list where "case" = ${id}::uuid and office = ${office}`),
    ])
    const isNamed = row?.name === 'Aline Mballa'
    if (isNamed !== (file !== undefined)) throw new Error(`file and list of ${office} disagree`)
    return row ? [`${office} ${file === undefined ? 'list' : 'file'}`] : []
  })
}
