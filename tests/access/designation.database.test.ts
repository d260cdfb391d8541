/** Operators, their contracts and the cases they are designated for, on a real PostgreSQL with two servers. */
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import type { Answer } from '#app/judge.ts'
import { operatorsKnown, proposalFor } from '#app/operators-known.ts'
import { packetFor } from '#app/packet.ts'
import { rebuildProjections } from '#app/rebuild.ts'
import { verify } from '#app/verify.ts'
import { asActor, openDatabase } from '#db/connect.ts'
import type { Database } from '#db/connect.ts'
import { asKernelReads } from '#db/designations.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { questionOf } from '#domain/designation/question.ts'
import { rankOperators } from '#domain/designation/rank.ts'
import { foldCase } from '#domain/case/case.ts'
import { caseEvents } from '#domain/case/upcast.ts'
import { readStream } from '#db/event-store.ts'

import { accreditedOperator, amended, approve, clearAway, houseWithOperators } from '../kit/designation.ts'
import { leaveBehind, programme, tried } from '../kit/designation.ts'
import type { TestHouse } from '../kit/house.ts'
import { actor } from '../kit/house.ts'
import { playRoad } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'

const today = '2026-03-02'
const scheme = 'ofii-cameroon'
const serge = actor('serge', 'coordinator', 'ofii-yaounde')
const aicha = actor('aicha', 'adviser', 'sahel-entreprendre')
const toTheFirstContact = Object.values(businessRoad).slice(0, Object.keys(businessRoad).indexOf('met') + 1)

let home: TestHouse
let second: Database
let sahel: string
let wouri: string

beforeAll(async () => {
  home = await houseWithOperators(today)
  second = openDatabase(home.url, 8)
  sahel = await accreditedOperator(home, 'sahel-entreprendre', { ceiling: 900_000, cases: 3, regions: ['CM-CE'] })
  wouri = await accreditedOperator(home, 'wouri-conseil', { capacity: 30, regions: ['CM-LT'], languages: ['en'] })
})
afterAll(async () => {
  await second.close()
  await home.close()
})

/** Somebody home, whom nobody works with yet. */
async function somebody(): Promise<string> {
  return (await playRoad(home, toTheFirstContact)).case
}

function designates(stream: string, operator: string, server: 'one' | 'other' = 'one'): Promise<Answer> {
  const house = server === 'one' ? home.house : { ...home.house, database: second }
  const input = { operator, on: today, reason: 'knows the trade' }
  return handle(house, serge, { command: uuidv7(), name: 'designate-operator', stream, input })
}

const codeOf = (answer: Answer) => (answer.status === 'refused' ? answer.refusal.code : answer.status)

async function stateOf(stream: string) {
  const events = await asActor(home.house.database, 'system', (tx) => readStream(tx, stream))
  return foldCase(stream, caseEvents(events))
}

function proposed(stream: string) {
  return asActor(home.house.database, serge, (tx) => proposalFor(home.house, tx, serge, stream))
}

describe('the proposal', () => {
  test('ranks who may be designated, says why others may not, and is kept with the choice', async () => {
    const stream = await somebody()
    const found = await proposed(stream)
    if (found.refused) throw new Error(found.code)
    const { proposal } = found.value
    expect(proposal.operators.map(({ office, rank, price }) => [office, rank, price])).toEqual([
      ['sahel-entreprendre', 1, 300_000],
      ['wouri-conseil', 2, 300_000],
    ])
    expect(proposal.excluded.map(({ office, refusals }) => [office, refusals[0]?.code])).toEqual([
      ['agence-emploi-centre', 'operator-not-accredited'],
      ['agence-emploi-littoral', 'operator-not-accredited'],
      ['atelier-des-savanes', 'operator-not-accredited'],
    ])
    expect(codeOf(await designates(stream, 'agence-emploi-centre'))).toBe('operator-not-accredited')
    expect(codeOf(await designates(stream, 'wouri-conseil'))).toBe('done')
    const { operator } = await stateOf(stream)
    expect(operator?.proposal).toMatchObject({ rank: 2, of: 2, excluded: 3, fingerprint: proposal.fingerprint })
    expect(operator?.proposal?.first[0]?.office).toBe('sahel-entreprendre')
  })

  test('is for the coordinator of the office that answers for the case, and for nobody else', async () => {
    const stream = await somebody()
    const asked = (who: typeof serge) =>
      asActor(home.house.database, who, (tx) => proposalFor(home.house, tx, who, stream))
    expect(await asked(actor('claire', 'counsellor', 'ofii-lyon'))).toMatchObject({ code: 'office-may-not' })
    expect(await asked(aicha)).toMatchObject({ code: 'not-found' })
  })

  test('is the same whoever the person is: every word about them is changed in the rows', async () => {
    const stream = await somebody()
    const rank = async () => {
      const known = await asActor(home.house.database, 'system', (tx) =>
        operatorsKnown(home.house, asKernelReads(tx), { scheme, case: stream, today }),
      )
      const state = await stateOf(stream)
      const running = home.house.editions.find(scheme, state.edition)!
      return canonicalJson(
        rankOperators(questionOf(state, running, known, { today }), known.sheets, known.performances),
      )
    }
    const write = (column: string, value: string | boolean | null) =>
      asActor(home.house.database, 'system', (tx) =>
        tx.rows({
          name: `changes ${column}`,
          text: `update person set ${column} = $1 where "case" = $2`,
          values: [value, stream],
        }),
      )
    const before = await rank()
    const words: readonly (readonly [string, string | boolean | null])[] = [
      ['given_name', 'Ousmane'],
      ['family_name', 'Bello'],
      ['chosen_name', 'Awa'],
      ['birth', '1949'],
      ['birth_estimated', true],
      ['sex', 'male'],
      ['nationality', 'NG'],
      ['phone', '+237600000000'],
      ['email', 'somebody@example.org'],
    ]
    for (const [column, value] of words) {
      await write(column, value)
      expect(await rank(), column).toBe(before)
    }
    // The one thing that may count, so that the test is seen to look.
    await write('language', 'en')
    expect(await rank()).not.toBe(before)
  })
})

describe('a contract', () => {
  test('is never passed by several designations at the same moment, on two servers', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, somebody))
    const answers = await Promise.all(
      cases.map((stream, index) => designates(stream, 'sahel-entreprendre', index % 2 ? 'one' : 'other')),
    )
    expect(answers.filter(({ status }) => status === 'done')).toHaveLength(3)
    const refused = answers.flatMap((answer) => (answer.status === 'refused' ? [answer.refusal] : []))
    for (const refusal of refused)
      expect(refusal).toMatchObject({
        code: 'contract-ceiling-passed',
        field: 'operator',
        facts: { operator: 'sahel-entreprendre', price: 300_000, left: 0, ceiling: 900_000, currency: 'XAF' },
      })
    expect(refused).toHaveLength(3)

    // What is declined is free again, for one.
    const [taken = '', other = ''] = cases.filter((_, index) => answers[index]?.status === 'done')
    const [waiting = '', next = ''] = cases.filter((_, index) => answers[index]?.status === 'refused')
    await tried(home, aicha, taken, 'accept-designation', { on: today })
    await tried(home, aicha, other, 'refuse-designation', { on: today, reason: 'too far' })
    expect(codeOf(await designates(other, 'sahel-entreprendre'))).toBe('operator-already-refused')
    const both = await Promise.all([
      designates(waiting, 'sahel-entreprendre'),
      designates(next, 'sahel-entreprendre', 'other'),
    ])
    expect(both.map(codeOf).sort()).toEqual(['contract-ceiling-passed', 'done'])

    // More money, but no more cases than were agreed.
    expect((await amended(home, sahel, { ceiling: 5_000_000 })).status).toBe('done')
    const last = both[0]?.status === 'done' ? next : waiting
    expect(codeOf(await designates(last, 'sahel-entreprendre'))).toBe('contract-cases-reached')
    expect((await verify(home.house)).faults).toEqual([])
    await rebuildProjections(home.house)
    expect(codeOf(await designates(last, 'sahel-entreprendre'))).toBe('contract-cases-reached')
  })

  test('cannot be cut below what it has given out, also when that was given between proposal and confirmation', async () => {
    expect(codeOf(await amended(home, sahel, { ceiling: 800_000 }))).toBe('ceiling-below-committed')
    expect(codeOf(await amended(home, sahel, { cases: 2 }))).toBe('cases-below-given')
    expect((await amended(home, wouri, { ceiling: 600_000, cases: 2 })).status).toBe('done')
    const [one, other] = await Promise.all([somebody(), somebody()])
    const cut = await tried(home, programme, wouri, 'amend-contract', { ceiling: 300_000, cases: 1, reason: 'less' })
    expect(cut.status).toBe('done')
    // Of the first test one case is there already.
    expect(codeOf(await designates(one, 'wouri-conseil'))).toBe('done')
    expect(codeOf(await approve(home, wouri))).toBe('ceiling-below-committed')
    expect(codeOf(await designates(other, 'wouri-conseil'))).toBe('contract-ceiling-passed')
    await tried(home, programme, wouri, 'return-contract', { reason: 'too late' })
  })

  test('is not passed by another aid, nor by a case that is opened again', async () => {
    const stream = await somebody()
    expect((await amended(home, wouri, { ceiling: 850_000, cases: 9 })).status).toBe('done')
    expect(
      codeOf(await tried(home, serge, stream, 'choose-aid', { aid: 'social', on: today, reason: 'first a roof' })),
    ).toBe('done')
    expect(codeOf(await designates(stream, 'wouri-conseil'))).toBe('done')
    const back = { aid: 'business', on: today, reason: 'a shop after all' }
    expect(await tried(home, serge, stream, 'choose-aid', back)).toMatchObject({
      refusal: { code: 'contract-ceiling-passed', facts: { price: 300_000, left: 250_000 } },
    })
    const closing = { reason: 'not-departed', text: 'an error', on: today }
    expect(codeOf(await tried(home, serge, stream, 'close-case', closing))).toBe('done')
    const again = await somebody()
    expect(codeOf(await tried(home, serge, again, 'choose-aid', { aid: 'social', on: today, reason: 'a roof' }))).toBe(
      'done',
    )
    expect(codeOf(await designates(again, 'wouri-conseil'))).toBe('done')
    expect(codeOf(await tried(home, serge, stream, 'reopen-case', { reason: 'she is here', on: today }))).toBe(
      'contract-ceiling-passed',
    )
  })

  test('an operator that is suspended is designated for nobody, and no day in the past gets round it', async () => {
    const stream = await somebody()
    await amended(home, wouri, { ceiling: 9_000_000 })
    await tried(home, programme, wouri, 'suspend-accreditation', { reason: 'no reports' })
    expect(codeOf(await designates(stream, 'wouri-conseil'))).toBe('operator-suspended')
    const before = { operator: 'wouri-conseil', on: '2026-02-28', reason: 'said by telephone' }
    expect(codeOf(await tried(home, serge, stream, 'designate-operator', before))).toBe('operator-suspended')
    expect((await verify(home.house)).faults).toEqual([])
  })
})

describe('an operator that is asked', () => {
  const hamidou = actor('hamidou', 'adviser', 'atelier-des-savanes')
  const tables = ['case_file', 'person', 'document', 'erasable_text', 'event', 'name_key', 'person_link', 'beneficiary']
  // What an earlier operator left on the file: a project in its own words, and the pack a committee decided on.
  const left = ['project_content', 'project_outcome', 'sitting_pack']

  /** How many rows of a case somebody sees, by table. */
  async function seenBy(who: typeof hamidou, stream: string): Promise<Record<string, number>> {
    return asActor(home.house.database, who, async (tx) => {
      const counts = await Promise.all(
        [...tables, ...left].map(async (table) => {
          const key = table === 'event' || table === 'erasable_text' ? 'stream' : '"case"'
          const text = `select count(*)::int as count from ${table} where ${key} = $1`
          const [row] = await tx.rows<{ count: number }>({ name: `seen ${table}`, text, values: [stream] })
          return [table, row?.count ?? 0] as const
        }),
      )
      return Object.fromEntries(counts)
    })
  }
  const packet = (who: typeof hamidou, stream: string) =>
    asActor(home.house.database, who, (tx) => packetFor(home.house, tx, stream))
  const listed = (who: typeof hamidou, stream: string) =>
    asActor(home.house.database, who, async (tx) => {
      const text = 'select name from case_list where office = $1 and "case" = $2'
      return (await tx.rows<{ name: string }>({ name: 'listed', text, values: [who.office, stream] }))[0]?.name
    })

  test('is told what it needs to answer, and sees the person once it has accepted; who declines keeps nothing', async () => {
    await accreditedOperator(home, 'atelier-des-savanes', { regions: ['CM-CE'] })
    const stream = await somebody()
    expect(codeOf(await designates(stream, 'atelier-des-savanes'))).toBe('done')
    await leaveBehind(home, stream)
    expect(await seenBy(hamidou, stream)).toEqual(Object.fromEntries([...tables, ...left].map((table) => [table, 0])))
    expect(await listed(hamidou, stream)).toMatch(/^CM-\d{4}-[0-9A-F]{6}$/)
    const told = await packet(hamidou, stream)
    expect(told).toMatchObject({
      people: [],
      documents: [],
      case: { aid: 'business', region: 'CM-CE', members: [], facts: {}, assessments: [], verdict: null },
      packet: { shared: false, language: null, household: null },
    })
    expect(Object.values(told?.texts ?? {})).toEqual(['knows the trade'])
    expect(JSON.stringify(told)).not.toMatch(/Mballa|Aline|1999|fin-etudes/)
    // With her consent also the language and how many they are; who is not asked is told nothing.
    await tried(home, serge, stream, 'record-consent', { purpose: 'share-with-operator', given: true, on: today })
    expect((await packet(hamidou, stream))?.packet).toMatchObject({ shared: true, household: 2 })
    expect(await packet(aicha, stream)).toBeUndefined()
    expect(await packet(serge, stream)).toBeUndefined()

    // It can answer, and nothing else.
    expect(codeOf(await tried(home, hamidou, stream, 'add-note', { text: 'who is she?' }))).toBe('not-found')
    expect(codeOf(await tried(home, hamidou, stream, 'accept-designation', { on: today }))).toBe('done')
    expect(await packet(hamidou, stream)).toBeUndefined()
    expect(await seenBy(hamidou, stream)).toMatchObject({ person: 2, project_content: 1, sitting_pack: 1 })
    await clearAway(home, stream)
    expect(await listed(hamidou, stream)).toBe('Aline Mballa')

    const other = await somebody()
    await designates(other, 'atelier-des-savanes')
    expect(codeOf(await tried(home, hamidou, other, 'refuse-designation', { on: today, reason: 'full' }))).toBe('done')
    expect(await packet(hamidou, other)).toBeUndefined()
    expect(await listed(hamidou, other)).toBeUndefined()
    expect((await verify(home.house)).faults).toEqual([])
  })
})
