/** Operators through the doors: from the call to a contract, who sees what, and who answers without an account. */
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { rebuildProjections } from '#app/rebuild.ts'
import { append, begin } from '#app/uploads.ts'
import { verify } from '#app/verify.ts'
import { asActor, sql } from '#db/connect.ts'
import { sheet } from '#demonstration/sheet.ts'
import { addDays } from '#domain/calendar.ts'
import type { Actor } from '#domain/role.ts'
import { eraseOldCallBacks } from '#jobs/tasks/erase-call-backs.ts'
import { registrationOf } from '#tests/kit/caller.ts'
import { openDoor } from '#tests/kit/door.ts'
import type { Door } from '#tests/kit/door.ts'
import { actor } from '#tests/kit/house.ts'

const scheme = 'ofii-cameroon'
const call = uuidv7()
const standing = uuidv7()
const aicha = actor('aicha', 'adviser', 'sahel-entreprendre')
let door: Door
let today: string
let paper: string

beforeAll(async () => {
  door = await openDoor()
  today = door.home.house.clock.today()
  const said = { scheme, title: 'Call', text: 'Words', from: today, until: addDays(today, 30), lots: ['business'] }
  expect((await door.command('sophie', 'open-call', call, said)).status).toBe(200)
  paper = String((await bring(aicha, standing)).value)
})
afterAll(() => door.close())

/** Brings a small PDF; answers the document, or the code of the refusal. */
async function bring(who: Actor, to: string, kind = 'accreditation') {
  const { house } = door.home
  const bytes = sheet('References', ['invented'])
  const wanted = { case: to, name: 'references.pdf', paper: kind, mediaType: 'application/pdf', size: bytes.length }
  const begun = await begin(house, who, wanted)
  if (begun.refused) return { value: undefined, code: begun.code }
  const sent = await append(
    house,
    who,
    begun.value,
    0,
    (async function* () {
      yield bytes
    })(),
  )
  return sent.refused ? { value: undefined, code: sent.code } : { value: begun.value, code: undefined }
}

function application(more: object = {}): object {
  const expertise = { legal: paper, psychological: paper, economic: paper, technical: paper }
  return {
    scheme,
    call,
    type: 'private',
    lots: ['business'],
    expertise,
    experience: 6,
    staff: 4,
    languages: ['fr', 'ff'],
    regions: ['CM-EN'],
    sectors: ['poultry'],
    capacity: 12,
    ...more,
  }
}

async function register(who: string) {
  const { status, body } = await door.ask(who, 'GET', `/api/operators?scheme=${scheme}`)
  return { status, rows: (body.rows ?? []) as readonly { office: string; sheet: Record<string, unknown> | null }[] }
}

describe('from the call to the contract', () => {
  test('an organisation applies with papers that it brought for this, and for nothing else', async () => {
    const stray = application({ expertise: { legal: uuidv7() } })
    expect((await door.command('aicha', 'submit-application', standing, stray)).body).toMatchObject({
      code: 'unknown-choice',
      field: 'expertise',
    })
    const far = application({ regions: ['FR-IDF'] })
    expect((await door.command('aicha', 'submit-application', standing, far)).body.field).toBe('regions')
    expect((await door.command('aicha', 'submit-application', standing, application())).status).toBe(200)
    const again = await door.command('aicha', 'submit-application', uuidv7(), application())
    expect(again.body.code).toBe('already-applied')
  })

  test('two who apply at once for one organisation have one standing', async () => {
    const jean = actor('jean', 'adviser', 'wouri-conseil')
    const send = () => {
      const envelope = { command: uuidv7(), name: 'submit-application', stream: uuidv7() }
      return handle(door.home.house, jean, { ...envelope, input: application({ expertise: {} }) })
    }
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.filter(({ status }) => status === 'done')).toHaveLength(1)
    expect(answers.flatMap((each) => (each.status === 'refused' ? [each.refusal.code] : []))).toEqual([
      'already-applied',
      'already-applied',
    ])
  })

  test('it is assessed, accredited and has a contract that two people signed', async () => {
    const criteria = ['legal', 'psychological', 'economic', 'technical']
    const more = ['business-creation', 'project-support', 'responsiveness', 'dialogue']
    const grid = Object.fromEntries([...criteria, ...more].map((each) => [each, { mark: 4, reason: `why ${each}` }]))
    expect((await door.command('sophie', 'assess-application', standing, { grid })).status).toBe(200)
    const until = addDays(today, 365)
    const granted = { decision: 'grant', from: today, until }
    expect((await door.command('sophie', 'decide-accreditation', standing, granted)).status).toBe(200)
    const services = ['reflection', 'feasibility', 'business-plan', 'start-up', 'follow-up']
    const prices = Object.fromEntries(services.map((service) => [service, 50_000]))
    const contract = { from: today, until, ceiling: 2_000_000, cases: 8, prices }
    expect((await door.command('sophie', 'sign-contract', standing, contract)).status).toBe(200)
    expect((await door.command('sophie', 'approve-contract', standing, {})).status).toBe(403)
    expect((await door.command('olivier', 'approve-contract', standing, {})).status).toBe(200)
    const row = (await register('sophie')).rows.find(({ office }) => office === 'sahel-entreprendre')
    expect(row).toMatchObject({ sheet: { state: 'accredited', contract: { ceiling: 2_000_000, cases: 8 } } })
  })

  test('words and papers stay outside the events, and rows are made again from them', async () => {
    const events = await asActor(door.home.house.database, 'system', (tx) =>
      tx.rows<{ data: object }>(sql`select data from event where stream = ${standing}::uuid`),
    )
    expect(JSON.stringify(events)).not.toMatch(/why legal/)
    const before = await door.ask('sophie', 'GET', `/api/operators/${standing}`)
    expect(Object.values(before.body['texts'] as object)).toContain('why legal')
    await rebuildProjections(door.home.house)
    expect((await door.ask('sophie', 'GET', `/api/operators/${standing}`)).body).toEqual(before.body)
    expect((await verify(door.home.house)).faults).toEqual([])
  })
})

describe('who sees an operator', () => {
  test('its own staff and those who oversee operators, with its papers; nobody else', async () => {
    for (const who of ['aicha', 'sophie', 'serge', 'olivier']) {
      expect((await door.ask(who, 'GET', `/api/operators/${standing}`)).status, who).toBe(200)
      expect((await door.ask(who, 'GET', `/api/documents/${paper}`)).status, who).toBe(200)
    }
    for (const who of ['jean', 'claire', 'marthe']) {
      expect((await door.ask(who, 'GET', `/api/operators/${standing}`)).status, who).toBe(404)
      expect((await door.ask(who, 'GET', `/api/documents/${paper}`)).status, who).toBe(404)
      expect((await register(who)).status, who).toBe(403)
    }
    expect((await register('serge')).rows.length).toBeGreaterThanOrEqual(5)
    expect((await door.ask('aicha', 'GET', '/api/own-standings')).body.rows).toMatchObject([{ scheme }])
    expect((await door.ask('claire', 'GET', '/api/own-standings')).body.rows).toEqual([])
  })

  test('nobody decides for another scheme or on a standing that they cannot see', async () => {
    const suspend = (who: string) => door.command(who, 'suspend-accreditation', standing, { reason: 'r' })
    expect((await suspend('lamia')).body.code).toBe('not-found')
    expect((await suspend('serge')).body.code).toBe('role-may-not')
    expect((await suspend('aicha')).body.code).toBe('role-may-not')
  })

  test('no proof lands on a case', async () => {
    const claire = actor('claire', 'counsellor', 'ofii-lyon')
    const stream = uuidv7()
    const input = registrationOf('Ngono', today)
    await handle(door.home.house, claire, { command: uuidv7(), name: 'register-case', stream, input })
    expect((await bring(aicha, stream)).code).toBe('not-found')
    expect((await bring(actor('jean', 'adviser', 'wouri-conseil'), standing)).code).toBe('not-found')
    expect((await bring(aicha, uuidv7(), 'identity')).code).toBe('not-found')
  })
})

describe('an answer without an account', () => {
  const given = {
    call,
    organisation: 'Nouvelle Rive',
    contact: 'A. B.',
    email: 'rive@example.org',
    place: 'Kribi',
    type: 'association',
    lots: ['business'],
    text: 'We work with fishers.',
    language: 'fr',
    consent: true,
  }
  let visitors = 0
  const send = (payload: object, address = `192.0.2.${(visitors += 1)}`) =>
    door.server.inject({ method: 'POST', url: '/api/public/call-applications', payload, remoteAddress: address })
  const answers = async (who: string) => door.ask(who, 'GET', `/api/operator-calls/${call}/answers`)

  test('reaches the office that called, once, and nobody else', async () => {
    expect((await door.ask(null, 'GET', '/api/public/operator-calls')).body.rows).toMatchObject([
      { call, title: 'Call' },
    ])
    expect((await send(given)).json()).toEqual({ kept: true })
    expect((await send({ ...given, email: 'Rive@Example.org' })).json()).toEqual({ kept: true })
    const { body } = await answers('sophie')
    expect(body['applications']).toMatchObject([{ organisation: 'Nouvelle Rive', outcome: null }])
    expect(body['standings']).toHaveLength(2)
    for (const who of ['aicha', 'serge', 'lamia']) expect((await answers(who)).status, who).toBe(404)
  })

  test('is settled, put back and erased on its day', async () => {
    const [first] = (await answers('sophie')).body['applications'] as readonly { application: string }[]
    const url = `/api/call-applications/${first?.application}`
    expect((await door.ask('serge', 'PUT', url, { payload: { outcome: 'invited' } })).status).toBe(404)
    for (const outcome of ['invited', 'waiting', 'declined'])
      expect((await door.ask('sophie', 'PUT', url, { payload: { outcome } })).body).toEqual({ outcome })
    const later = { ...door.home.house, clock: { ...door.home.house.clock, today: () => addDays(today, 90) } }
    expect(await eraseOldCallBacks(later)).toBe(1)
  })

  test('that was settled stays settled while a newer one of the same organisation waits', async () => {
    const again = { ...given, email: 'again@example.org' }
    const ours = async () => {
      const all = (await answers('sophie')).body['applications'] as readonly { application: string; email: string }[]
      return all.filter(({ email }) => email === again.email).map(({ application }) => application)
    }
    const settle = (id: string | undefined, outcome: string) =>
      door.ask('sophie', 'PUT', `/api/call-applications/${id}`, { payload: { outcome } })
    await send(again)
    const [first] = await ours()
    expect((await settle(first, 'declined')).status).toBe(200)
    await send(again)
    expect(await ours()).toHaveLength(2)
    expect(await settle(first, 'waiting')).toMatchObject({ status: 409, body: { code: 'already-waits' } })
    expect((await settle(first, 'invited')).status).toBe(200)
  })

  test.each([
    ['a lot that is not called', { lots: ['social'] }, 'lot-not-called'],
    ['no such call', { call: uuidv7() }, 'not-found'],
    ['no consent', { consent: false }, 'invalid-input'],
    ['no address', { email: 'rive' }, 'invalid-input'],
  ])('is refused with %s', async (_name, change, code) => {
    expect((await send({ ...given, ...change })).json()).toMatchObject({ code })
  })

  test('is not taken without end from one address', async () => {
    const codes: string[] = []
    for (let time = 0; time < 12; time++)
      codes.push((await send({ ...given, email: `a${time}@example.org` }, '198.51.100.7')).json().code ?? 'kept')
    expect(codes.filter((code) => code === 'kept')).toHaveLength(10)
    expect(codes.at(-1)).toBe('too-many-requests')
  })
})
