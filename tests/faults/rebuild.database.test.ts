/** Projections are made again while people work, and what is not as the facts say is found. */
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { rebuildProjections } from '#app/rebuild.ts'
import { verify } from '#app/verify.ts'

import { registrationOf } from '../kit/caller.ts'
import { actor, testHouse } from '../kit/house.ts'
import type { TestHouse } from '../kit/house.ts'
import { player, playRoad } from '../kit/played.ts'
import type { PlayedCase } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'

let home: TestHouse
let owner: pg.Client
let submitted: PlayedCase
const marthe = actor('marthe', 'committee-member', 'comite-cameroun')

beforeAll(async () => {
  home = await testHouse()
  owner = new pg.Client({ connectionString: home.url })
  await owner.connect()
  const names = Object.keys(businessRoad)
  submitted = await playRoad(home, Object.values(businessRoad).slice(0, names.indexOf('submitted') + 1))
  const input = { case: submitted.case, reason: 'a cousin' }
  const command = { command: uuidv7(), name: 'declare-interest', stream: submitted.sitting, input }
  expect(await handle(home.house, marthe, command)).toMatchObject({ status: 'done' })
})
afterAll(async () => {
  await owner.end()
  await home.close()
})

test('cases that are opened and changed during a rebuild are in every list once', async () => {
  let working = true
  const today = home.house.clock.today()
  const claire = player('counsellor')
  const answers: string[] = []
  const work = async () => {
    while (working) {
      const stream = uuidv7()
      const send = (name: string, input: object) =>
        handle(home.house, claire, { command: uuidv7(), name, stream, input }).then(({ status }) =>
          answers.push(status),
        )
      await send('register-case', registrationOf('Ngono', today))
      await send('add-note', { text: 'words' })
    }
  }
  const workers = [work(), work(), work()]
  for (let round = 0; round < 8; round++) await rebuildProjections(home.house)
  working = false
  await Promise.all(workers)
  expect(new Set(answers)).toEqual(new Set(['done']))
  expect(answers.length).toBeGreaterThan(20)
  expect((await verify(home.house)).faults).toEqual([])
})

test.each([
  ['an event', `update homeward.event set data = data || '{"x": 1}' where version = 2`, /was changed after/],
  [
    'the end of a story',
    `delete from homeward.event where (stream, version) in
    (select stream, max(version) from homeward.event where kind = 'case' group by stream)`,
    /its file is not/,
  ],
  ['who sees a case', `update homeward.case_access set office = 'ofii-paris' where reason = 'operator'`, /its access/],
  [
    'a result',
    `insert into homeward.case_result select 'ofii-lyon', 'ofii-cameroon', 'aided', "case", '', 1, now() from homeward.case_file`,
    /its results/,
  ],
  ['a list', `update homeward.case_list set stage = 'closed'`, /its list rows/],
  ['what is owed', `delete from homeward.obligation`, /its obligations/],
  [
    'a count',
    `insert into homeward.case_count values ('ofii-lyon', 'ofii-cameroon', '', 'preparation', 1)`,
    /count of/,
  ],
  ['a sitting', `update homeward.sitting_file set state = state || '{"quorum": 1}'`, /its file is not/],
  ['who stepped aside', `delete from homeward.recusal`, /who stepped aside/],
])('%s that was tampered with is found', async (_, tampering, fault) => {
  await owner.query("begin; set local homeward.role = 'system'")
  await owner.query(tampering)
  await owner.query('commit')
  const { faults } = await verify(home.house)
  expect(faults.map(({ what }) => what).join('\n')).toMatch(fault)
  if (/homeward\.event/.test(tampering)) return
  await rebuildProjections(home.house)
  const { faults: left } = await verify(home.house)
  expect(left.filter(({ what }) => fault.test(what))).toEqual([])
})
