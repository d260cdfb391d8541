/** Names, dates, amounts and ids as people and machines really send them, in commands that would be accepted otherwise. */
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { verify } from '#app/verify.ts'
import { addDays } from '#domain/calendar.ts'

import { openDoor } from '../kit/door.ts'
import type { Asked, Door } from '../kit/door.ts'
import type { Deed } from '../kit/case.ts'
import { playRoad } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'
import { expectRefusal, tracesIn } from '../kit/traces.ts'

let door: Door
let today: string

beforeAll(async () => {
  door = await openDoor()
  today = door.home.house.clock.today()
})
afterAll(async () => {
  expect((await verify(door.home.house)).faults).toEqual([])
  await door.close()
})

function registration(person: object = {}, more: object = {}): Record<string, unknown> {
  const awa = { person: uuidv7(), givenName: 'Awa', familyName: 'Ngono', relation: 'principal', ...person }
  const consents = ['case-handling', 'share-with-country-office']
  return { scheme: 'ofii-cameroon', people: [awa], consents, on: today, ...more }
}

function until(moment: keyof typeof businessRoad): readonly Deed[] {
  const names = Object.keys(businessRoad)
  return Object.values(businessRoad).slice(0, names.indexOf(moment) + 1)
}

/** The refusal, when nothing at all was written. */
async function refusedWithoutTrace(send: () => Promise<Asked>, what: string): Promise<Asked> {
  const before = await tracesIn(door.home)
  const answer = await send()
  expectRefusal(answer, what)
  expect(await tracesIn(door.home), what).toEqual(before)
  return answer
}

describe('a person is registered', () => {
  test.each([
    ['in Arabic', 'فاطمة', 'الزهراء'],
    ['with marks of direction', '\u202eawA\u202c', '\u2067Ngono\u2069'],
    ['with emoji', '👩🏽‍🌾', '🇨🇲 Ngono'],
    ['with a name of 300 letters', 'A'.repeat(300), 'é'.repeat(300)],
    ['with combining marks', 'A\u0301\u0302\u0303'.repeat(20), 'Zalgo'],
    ['with quotes and orders to a database', "'; drop table homeward.event; --", '$1 \\ %s {{7*7}} ${7*7}'],
    ['with words of JavaScript', '__proto__', 'constructor'],
    ['with blanks around', '  Awa  ', '\tNgono\n'],
  ])('%s', async (_, givenName, familyName) => {
    const stream = uuidv7()
    const answer = await door.command('claire', 'register-case', stream, registration({ givenName, familyName }))
    expect(answer).toMatchObject({ status: 200, body: { status: 'done', stream } })
    const file = await door.ask('claire', 'GET', `/api/cases/${stream}`)
    expect(file.body).toMatchObject({ people: [{ givenName: givenName.trim(), familyName: familyName.trim() }] })
    const found = await door.ask('claire', 'GET', `/api/search?q=${encodeURIComponent(givenName.slice(0, 60))}`)
    expect(found.status).toBe(200)
  })

  test.each(['1990', '1990-02', '2000-02-29', '1900-01-01'])('born %s', async (birth) => {
    const answer = await door.command('claire', 'register-case', uuidv7(), registration({ birth }))
    expect(answer.status).toBe(200)
  })

  test('under ids in capitals, which are kept in small letters', async () => {
    const [stream, command, person] = [uuidv7(), uuidv7(), uuidv7()]
    const input = registration({ person: person.toUpperCase() })
    const more = { command: command.toUpperCase() }
    const answer = await door.command('claire', 'register-case', stream.toUpperCase(), input, more)
    expect(answer.body).toMatchObject({ status: 'done', stream })
    const again = await door.command('claire', 'register-case', stream, input, { command })
    expect(again.body).toEqual(answer.body)
    const file = await door.ask('claire', 'GET', `/api/cases/${stream}`)
    expect(file.body).toMatchObject({ case: { case: stream, members: [{ person }] }, people: [{ person }] })
  })

  test('and done on a device with a slow or a fast clock', async () => {
    for (const happenedAt of ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z', `${today}T00:00:00Z`]) {
      const answer = await door.command('claire', 'register-case', uuidv7(), registration(), { happenedAt })
      expect(answer.status, happenedAt).toBe(200)
    }
  })
})

describe('nobody is registered', () => {
  test.each<[string, object, string, string?]>([
    ['with a name of 10,000 letters', { givenName: 'A'.repeat(10_000) }, 'invalid-input'],
    ['without a name', { givenName: '' }, 'invalid-input'],
    ['with a name of blanks', { familyName: ' \n\t\u00a0' }, 'invalid-input'],
    ['with the character zero', { givenName: 'A\u0000wa' }, 'invalid-input'],
    ['with half a character', { familyName: 'Ngono \ud83d' }, 'invalid-input'],
    ['born on 31 February', { birth: '2001-02-31' }, 'invalid-input'],
    ['born in month 13', { birth: '2001-13' }, 'invalid-input'],
    ['born in a number', { birth: 2001 }, 'invalid-input'],
    ['born in the year 0', { birth: '0000' }, 'invalid-input'],
    ['born next year', { birth: '2999' }, 'born-later'],
    ['as nobody', { person: 'me' }, 'invalid-input'],
    ['with a stray word', { password: 'x' }, 'invalid-input'],
    ['of a sex that is a list', { sex: ['female'] }, 'invalid-input'],
    ['from a country that is none', { nationality: 'Cameroon' }, 'invalid-input'],
    ['with an endless phone', { phone: '1'.repeat(41) }, 'invalid-input'],
    ['with a phone of zeros', { phone: '+237\u0000' }, 'invalid-input'],
  ])('%s', async (what, person, code) => {
    const send = () => door.command('claire', 'register-case', uuidv7(), registration(person))
    const answer = await refusedWithoutTrace(send, what)
    expect(answer.body).toMatchObject({ code, field: 'people' })
  })

  test.each<[string, object, string, string]>([
    ['on 31 February', { on: '2026-02-31' }, 'invalid-input', 'on'],
    ['tomorrow', { on: 'tomorrow' }, 'invalid-input', 'on'],
    ['on a day to come', { on: '9999-12-31' }, 'date-ahead', 'on'],
    ['in another age', { on: '0001-01-01' }, 'date-too-early', 'on'],
    ['in a scheme that does not exist', { scheme: 'x' }, 'unknown-scheme', 'scheme'],
    ['in a scheme called constructor', { scheme: 'constructor' }, 'unknown-scheme', 'scheme'],
    ['in a region that does not exist', { region: 'Centre' }, 'invalid-input', 'region'],
    ['with a consent that does not exist', { consents: ['toString'] }, 'unknown-choice', 'consents'],
    ['without consent', { consents: [] }, 'consent-missing', 'consents'],
    ['by a list that is none', { people: {} }, 'invalid-input', 'people'],
    ['without people', { people: [] }, 'one-principal', 'people'],
    ['with a fact that does not exist', { facts: { constructor: { known: 1 } } }, 'unknown-fact', 'facts'],
    ['with a fact of the wrong type', { facts: { situation: { known: 7 } } }, 'invalid-fact', 'facts'],
    ['with a fact that is an order', { facts: { situation: { known: "'x' ou oui" } } }, 'invalid-fact', 'facts'],
    ['with a fact of half a character', { facts: { situation: { known: '\ud800' } } }, 'invalid-input', 'facts'],
    ['with too many decimals', { facts: { 'mois en France': { known: 1e308 } } }, 'invalid-fact', 'facts'],
  ])('%s', async (what, more, code, field) => {
    const send = () => door.command('claire', 'register-case', uuidv7(), registration({}, more))
    const answer = await refusedWithoutTrace(send, what)
    expect(answer.body).toMatchObject({ code, field })
  })

  test('under the id of a person whom another case has', async () => {
    const person = uuidv7()
    expect((await door.command('hugo', 'register-case', uuidv7(), registration({ person }))).status).toBe(200)
    const send = () => door.command('claire', 'register-case', uuidv7(), registration({ person }))
    const answer = await refusedWithoutTrace(send, 'a person twice')
    expect(answer.body).toMatchObject({ code: 'person-twice', field: 'people' })
  })

  test("on a stream that is another office's case", async () => {
    const stream = uuidv7()
    expect((await door.command('hugo', 'register-case', stream, registration())).status).toBe(200)
    const send = () => door.command('claire', 'register-case', stream, registration())
    expect((await refusedWithoutTrace(send, 'a taken stream')).status).toBe(409)
  })
})

describe('an amount', () => {
  test('is whole minor units, neither negative nor beyond counting, and never more than the scheme gives', async () => {
    const agreed = await playRoad(door.home, until('agreed'))
    const study = businessRoad.studied.input
    const wrong: readonly unknown[] = [0.5, 1234.567, -1, -0.001, 1e16, 1e308, '100', null, [], {}, true, 2 ** 53]
    for (const value of wrong)
      for (const field of ['requested', 'ownContribution']) {
        const send = () =>
          door.command('aicha', 'record-feasibility', agreed.case, { ...study, on: today, [field]: value })
        const answer = await refusedWithoutTrace(send, `${field} ${String(value)}`)
        expect(answer.body, String(value)).toMatchObject({ code: 'invalid-input', field })
      }
    const lines = [{ line: 'x', amount: Number.MAX_SAFE_INTEGER }]
    const many = Array.from({ length: 200 }, () => lines[0])
    for (const huge of [lines, many]) {
      const input = { ...study, on: today, lines: huge, requested: Number.MAX_SAFE_INTEGER, ownContribution: 0 }
      await refusedWithoutTrace(() => door.command('aicha', 'record-feasibility', agreed.case, input), 'huge')
    }
    for (const line of ['\ud800', 'a\u0000', '', 'x'.repeat(301)]) {
      const input = { ...study, on: today, lines: [{ line, amount: 1 }] }
      const send = () => door.command('aicha', 'record-feasibility', agreed.case, input)
      expect((await refusedWithoutTrace(send, line)).body).toMatchObject({ code: 'invalid-input', field: 'lines' })
    }
  })

  test('that is paid is never more than was released, and nothing is paid twice', async () => {
    const released = await playRoad(door.home, until('firstReleased'))
    const payment = { tranche: 'first', means: 'bank', reference: 'transfer', on: today }
    for (const amount of [0, 2_870_001, Number.MAX_SAFE_INTEGER, 1.5, -5]) {
      const send = () => door.command('nadia', 'record-payment', released.case, { ...payment, amount })
      expect((await refusedWithoutTrace(send, String(amount))).body.field).toBe('amount')
    }
    const input = { ...payment, amount: 2_870_000 }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => door.command('nadia', 'record-payment', released.case, input)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
  })
})

describe('a day to come', () => {
  test.each(['9999-12-31', addDays('9999-12-31', -3)])('that is %s is no fault of ours', async (departsOn) => {
    const chosen = await playRoad(door.home, until('chosen'))
    const input = { travellers: [chosen.principal], departsOn, from: 'Lyon', to: 'Yaoundé', on: today }
    const answer = await door.command('claire', 'plan-travel', chosen.case, input)
    expect(answer.status, answer.text).toBeLessThan(500)
    const at = `${departsOn}T23:59:59.999Z`
    const meeting = await door.command('claire', 'plan-appointment', chosen.case, { at, place: 'x', with: 'other' })
    expect(meeting.status, meeting.text).toBeLessThan(500)
    expect((await door.ask('claire', 'GET', `/api/cases/${chosen.case}`)).status).toBe(200)
  })
})

describe('a document', () => {
  test('that nobody uploaded, or that is of another case, is not put on the case', async () => {
    const registered = await playRoad(door.home, until('registered'))
    const other = await playRoad(door.home, until('quoted'))
    const file = await door.ask('aicha', 'GET', `/api/cases/${other.case}`)
    const { documents } = file.body as { documents?: readonly { document: string }[] }
    expect(documents).toHaveLength(1)
    for (const document of [uuidv7(), documents?.[0]?.document]) {
      const send = () => door.command('claire', 'attach-document', registered.case, { document, paper: 'identity' })
      expect((await refusedWithoutTrace(send, 'a stray document')).body).toMatchObject({
        code: 'unknown-choice',
        field: 'document',
      })
    }
  })
})
