import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { asActor, sql } from '#db/connect.ts'
import { readMove, readMoveCases, readMoves } from '#db/edition-moves.ts'
import type { EditionMoveRow } from '#db/edition-moves.ts'
import { settleCounts } from '#db/upkeep.ts'
import { laterEdition, withRule, withStep } from '#tests/kit/editions.ts'
import { actor, testHouse } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'
import { playRoad } from '#tests/kit/played.ts'
import { businessRoad } from '#tests/kit/roads.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

import { askMove, cancelMove, confirmMove, stopMove } from './edition-moves.ts'
import { publishSchemes } from './founding.ts'
import { handle } from './handle.ts'
import { workOnMove } from './move-cases.ts'
import { verify } from './verify.ts'

const today = '2026-06-20'
const sophie = actor('sophie', 'programme-manager', 'ofii-programme')
const claire = actor('claire', 'counsellor', 'ofii-lyon')
const slow = { judged: 4, moved: 2 }
const serge = actor('serge', 'coordinator', 'ofii-yaounde')
const never = () => false

let home: TestHouse
let submitted: string
let decided: string
let met: string
let helped: string
const cases: string[] = []

beforeAll(async () => {
  home = await testHouse(today)
  const moments = Object.keys(businessRoad) as (keyof typeof businessRoad)[]
  const until = (moment: keyof typeof businessRoad) => Object.values(businessRoad).slice(0, moments.indexOf(moment) + 1)
  for (const moment of ['registered', 'judged', 'met', 'studied', 'planned', 'submitted', 'decided'] as const) {
    const played = await playRoad(home, until(moment))
    cases.push(played.case)
    if (moment === 'submitted') submitted = played.case
    if (moment === 'met') met = played.case
    if (moment === 'decided') [decided, helped] = [played.case, played.principal]
  }
  for (let index = 0; index < 12; index++) cases.push((await playRoad(home, until('registered'))).case)
  const [scheme] = loadSchemes('catalogue/schemes').filter((each) => each.scheme === 'ofii-cameroon')
  const [edition] = scheme?.editions ?? []
  if (!scheme || !edition) throw new Error('the scheme is missing')
  const now = { scheme, edition, rules: compileRules(scheme, edition) }
  const later = laterEdition(
    now,
    (same) => {
      const lower = withRule(same, 'plafond documenté', '3000000 XAF')
      return withStep(lower, 'plan', (step) => [
        { ...step, deadline: { within: 10, unit: 'days', after: 'feasibility', source: 'to-confirm' } },
      ])
    },
    'later',
  )
  const openToAll = laterEdition(now, (same) => withRule(same, 'première aide', 'oui'), 'open-to-all')
  await publishSchemes(home.house.database, [{ ...scheme, editions: [later.edition, openToAll.edition] }])
  await home.house.editions.reload()
})
afterAll(() => home.close())

async function asked(edition = 'later'): Promise<string> {
  const move = uuidv7()
  const outcome = await askMove(home.house, sophie, { move, scheme: 'ofii-cameroon', edition, reason: 'a new decree' })
  expect(outcome).toMatchObject({ refused: false })
  return move
}

async function row(move: string): Promise<EditionMoveRow> {
  const found = await asActor(home.house.database, 'system', (tx) => readMove(tx, move))
  if (!found) throw new Error(`no move ${move}`)
  return found
}

async function editionsOf(): Promise<Record<string, number>> {
  const rows = await asActor(home.house.database, 'system', (tx) =>
    tx.rows<{ edition: string; count: number }>(
      sql`select edition, count(*)::int as count from case_file group by edition`,
    ),
  )
  return Object.fromEntries(rows.map(({ edition, count }) => [edition, count]))
}

async function expectSound(): Promise<void> {
  await asActor(home.house.database, 'system', settleCounts)
  expect((await verify(home.house)).faults).toEqual([])
}

function note(stream: string) {
  return handle(home.house, claire, { command: uuidv7(), name: 'add-note', stream, input: { text: 'seen' } })
}

describe('who may ask for it', () => {
  const input = { move: uuidv7(), scheme: 'ofii-cameroon', edition: 'later', reason: 'x' }

  test.each([
    ['role-may-not', actor('serge', 'coordinator', 'ofii-yaounde'), input],
    ['office-may-not', actor('sophie', 'programme-manager', 'ofii-lyon'), input],
    ['unknown-edition', sophie, { ...input, edition: '1999' }],
  ] as const)('%s', async (code, who, what) => {
    expect(await askMove(home.house, who, what)).toMatchObject({ refused: true, code })
  })

  test('nothing is moved by asking, and a scheme has one move at a time', async () => {
    const move = await asked()
    expect(await askMove(home.house, sophie, { ...input, move: uuidv7() })).toMatchObject({ code: 'move-under-way' })
    expect(await confirmMove(home.house, sophie, move)).toMatchObject({ code: 'move-elsewhere' })
    expect(await editionsOf()).toEqual({ '2025-11': cases.length })
    expect(await cancelMove(home.house, sophie, move)).toMatchObject({ refused: false })
    expect(await row(move)).toMatchObject({ state: 'cancelled' })
  })
})

describe('all open cases of a scheme', () => {
  let move: string

  test('are judged by one worker or several, and the preview says what changes how often and what is refused', async () => {
    move = await asked()
    let pages = 0
    await workOnMove(home.house, move, () => ++pages > 2, slow)
    const begun = await row(move)
    expect(begun).toMatchObject({ state: 'previewing', total: cases.length })
    expect(begun.judged).toBeLessThan(cases.length)
    await Promise.all([workOnMove(home.house, move, never, slow), workOnMove(home.house, move, never, slow)])
    expect(await row(move)).toMatchObject({
      state: 'previewed',
      judged: cases.length,
      refused: 2,
      changed: 3,
      moved: 0,
      changes: { ceiling: 3, deadline: 1 },
      refusals: { 'already-submitted': 1, 'amount-above-ceiling': 1 },
    })
    expect(await editionsOf()).toEqual({ '2025-11': cases.length })
  })

  test('are listed by what happens to them, page by page, for whoever manages the scheme alone', async () => {
    const read = (who: typeof sophie, after = '00000000-0000-0000-0000-000000000000') =>
      asActor(home.house.database, who, (tx) => readMoveCases(tx, move, 'refused', who.office, after, 1))
    const [first] = await read(sophie)
    const [second] = await read(sophie, first?.case)
    expect(new Set([first?.case, second?.case])).toEqual(new Set([submitted, decided]))
    expect(first?.name).toContain('Mballa')
    expect(await read(claire)).toEqual([])
    expect(await asActor(home.house.database, claire, (tx) => readMoves(tx, 'ofii-cameroon', 5))).toEqual([])
    expect(await asActor(home.house.database, sophie, (tx) => readMoves(tx, 'ofii-cameroon', 5))).toHaveLength(2)
  })

  test('are moved after a yes; stopped in the middle it goes on, and one that changed meanwhile is judged anew', async () => {
    expect(await note(cases[0] ?? '')).toMatchObject({ status: 'done' })
    expect(await confirmMove(home.house, sophie, move)).toMatchObject({ refused: false })
    let batches = 0
    await workOnMove(home.house, move, () => ++batches > 4, slow)
    const middle = await row(move)
    expect(middle.state).toBe('moving')
    expect(middle.moved).toBeGreaterThan(0)
    expect(middle.moved).toBeLessThan(cases.length - 2)
    expect(await stopMove(home.house, sophie, move)).toMatchObject({ refused: false })
    await workOnMove(home.house, move, never, slow)
    expect((await row(move)).moved).toBe(middle.moved)
    await confirmMove(home.house, sophie, move)
    await Promise.all([
      workOnMove(home.house, move, never, slow),
      workOnMove(home.house, move, never, slow),
      ...cases.slice(7).map(note),
    ])
    await workOnMove(home.house, move, never, slow)
    expect(await row(move)).toMatchObject({ state: 'moved', moved: cases.length - 2, refused: 2 })
    expect(await editionsOf()).toEqual({ '2025-11': 2, later: cases.length - 2 })
    await expectSound()
  })

  test('and each of them says so itself, in the words of whoever asked', async () => {
    const rows = await asActor(home.house.database, sophie, (tx) =>
      tx.rows<{ actor: string; role: string; data: Record<string, unknown>; body: string; name: string }>(sql`
        select e.actor, e.role, e.data, t.body, c.name from event e
          join erasable_text t on t.reference = e.data ->> 'reason' and t.stream = e.stream
          join command c on c.command = e.command
        where e.type = 'edition-moved'`),
    )
    expect(rows).toHaveLength(cases.length - 2)
    for (const { data, ...said } of rows) {
      expect(data).toMatchObject({ from: '2025-11', to: 'later', on: today })
      expect(said).toEqual({ actor: sophie.user, role: sophie.role, body: 'a new decree', name: 'move-edition' })
    }
  })

  test('and back, as a new move; closed and later ones are left alone', async () => {
    const back = await asked('2025-11')
    await workOnMove(home.house, back, never, slow)
    await confirmMove(home.house, sophie, back)
    await workOnMove(home.house, back, never, slow)
    expect(await row(back)).toMatchObject({ state: 'moved', moved: cases.length - 2, refused: 0 })
    expect(await editionsOf()).toEqual({ '2025-11': cases.length })
    await expectSound()
    const none = { move: uuidv7(), scheme: 'ofii-cameroon', edition: '2025-11', reason: 'x' }
    expect(await askMove(home.house, sophie, none)).toMatchObject({ code: 'nothing-to-move' })
  })

  test('what would be refused by the time its turn comes stays where it is', async () => {
    const again = await asked()
    await workOnMove(home.house, again, never, slow)
    const [first = ''] = cases
    const input = { reason: 'not-departed', on: today, text: 'she stays' }
    const closed = await handle(home.house, claire, {
      command: uuidv7(),
      name: 'withdraw',
      stream: first,
      input: { on: today, reason: 'she stays' },
    })
    expect(closed).toMatchObject({ status: 'done' })
    const ended = await handle(home.house, claire, { command: uuidv7(), name: 'close-case', stream: first, input })
    expect(ended).toMatchObject({ status: 'done' })
    await confirmMove(home.house, sophie, again)
    await workOnMove(home.house, again, never, slow)
    expect(await row(again)).toMatchObject({
      state: 'moved',
      moved: cases.length - 3,
      refused: 3,
      refusals: { 'already-submitted': 1, 'amount-above-ceiling': 1, 'not-at-this-stage': 1 },
    })
    await expectSound()
  })

  test('and the other cases of a person are asked: who was helped there keeps an aid only where the rules say so', async () => {
    const linked = await handle(home.house, serge, {
      command: uuidv7(),
      name: 'link-person',
      stream: met,
      input: { known: helped, reason: 'the same passport', on: today },
    })
    expect(linked).toMatchObject({ status: 'done' })
    const opened = await asked('open-to-all')
    await workOnMove(home.house, opened, never, slow)
    expect((await row(opened)).changes).toMatchObject({ eligibility: 1, 'aid-opening': 1 })
    await confirmMove(home.house, sophie, opened)
    await workOnMove(home.house, opened, never, slow)
    const back = await asked('later')
    await workOnMove(home.house, back, never, slow)
    expect((await row(back)).refusals).toMatchObject({ 'aid-closed-by-edition': 1 })
    const alone = await handle(home.house, serge, {
      command: uuidv7(),
      name: 'move-edition',
      stream: met,
      input: { edition: 'later', reason: 'alone' },
    })
    expect(alone).toMatchObject({ refusal: { code: 'aid-closed-by-edition' } })
    await cancelMove(home.house, sophie, back)
    await expectSound()
  })
})
