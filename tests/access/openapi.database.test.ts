/** The API's description against the server: every way in is in it, and every answer is as it says. */
import { generateSync } from 'otplib'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { asActor, sql } from '#db/connect.ts'
import { freezeSitting } from '#app/freeze-packs.ts'
import { addDays } from '#domain/calendar.ts'
import type { CaseState } from '#domain/case/state.ts'
import { startWorker } from '#jobs/worker.ts'

import { until } from '../kit/caller.ts'
import type { Deed } from '../kit/case.ts'
import { describedDoor, describedOperations, expectDescribed, operationOf } from '../kit/described.ts'
import { openDoor } from '../kit/door.ts'
import type { AnswerBody, Door, Method } from '../kit/door.ts'
import { testPassword } from '../kit/house.ts'
import { playRoad } from '../kit/played.ts'
import type { PlayedCase } from '../kit/played.ts'
import { savedProject } from '../kit/project.ts'
import { businessRoad } from '../kit/roads.ts'
import { askAboutOperators } from '../kit/operators-asked.ts'
import { registered } from '../kit/registered.ts'
import { openTextMessagePeer } from '../kit/sms-peer.ts'
import { metadata, protocol } from '../kit/sender.ts'
import { newSchemeFile } from '../kit/small-draft.ts'

let door: Door
let file: PlayedCase
/** Operations that were answered well. */
const answered = new Set<string>()

beforeAll(async () => {
  door = describedDoor(await openDoor())
  const names = Object.keys(businessRoad)
  const deeds: Deed[] = Object.values(businessRoad).slice(0, names.indexOf('firstPaid') + 1)
  file = await playRoad(door.home, deeds.toSpliced(names.indexOf('agreed') + 1, 0, savedProject))
})
afterAll(() => door.close())

/** Asks, holds the answer against the description and wants it to be a good one. */
async function well(
  who: string,
  method: Method,
  url: string,
  payload?: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<AnswerBody & { readonly location: string }> {
  const sent = { ...(payload === undefined ? {} : { payload }), ...(headers ? { headers } : {}) }
  const answer = await door.ask(who, method, url, sent)
  expect(answer.status, `${method} ${url}: ${answer.text}`).toBeLessThan(300)
  answered.add(operationOf(method, url) ?? '')
  return { ...answer.body, location: String(answer.headers.location) }
}

async function sent(who: string, command: string, stream: string, input: object): Promise<void> {
  expect(await door.command(who, command, stream, input)).toMatchObject({ status: 200, body: { stream } })
}

/** Lets the worker work until what is read is as wanted. */
async function workUntil(read: () => Promise<AnswerBody>, wanted: (body: AnswerBody) => boolean): Promise<void> {
  const worker = await startWorker(door.home.house, door.home.url)
  const last = await until(read, wanted).finally(() => worker.stop())
  expect(wanted(last), JSON.stringify(last)).toBe(true)
}

test('describes every route of the server, and none that is not there', () => {
  expect(registered(door.server).toSorted()).toEqual(describedOperations.toSorted())
})

test('an answer with a part that nobody described is objected to', async () => {
  const answer = await door.ask('claire', 'GET', '/api/counts')
  const spoiled = { ...answer, text: JSON.stringify({ ...answer.body, more: 1 }) }
  expect(() => expectDescribed('GET', '/api/counts', spoiled)).toThrow('unrecognized_keys')
  expect(() => expectDescribed('GET', '/api/nowhere', answer)).toThrow('GET /api/nowhere')
})

type Signable = { readonly document: string; readonly fingerprint: string }

describe('answers as described', () => {
  test('about cases, people and papers', async () => {
    const at = `/api/cases/${file.case}`
    await sent('serge', 'plan-appointment', file.case, {
      at: `${addDays(file.today, 1)}T09:00:00Z`,
      place: 'the office',
      with: 'adviser',
    })
    const { case: state } = (await well('serge', 'GET', at)) as never as {
      case: { appointments: { appointment: string }[] }
    }
    for (const part of [
      'story',
      'readings',
      'elsewhere',
      'operators',
      'papers',
      `appointments/${state.appointments[0]?.appointment}`,
    ])
      await well('serge', 'GET', `${at}/${part}`)
    const printed = await well('serge', 'POST', `${at}/papers/commitment-contract?language=ar`)
    await well('serge', 'GET', printed.location)
    const [list, , found] = [
      await well('serge', 'GET', '/api/cases'),
      await well('serge', 'GET', '/api/counts'),
      await well('serge', 'GET', '/api/search?q=Mballa'),
    ]
    const person = { person: uuidv7(), givenName: 'Aline', familyName: 'Mballa', birth: '1999', relation: 'principal' }
    const twins = await well('serge', 'POST', '/api/duplicates', person)
    for (const { rows } of [list, found, twins]) expect(rows?.length).toBeGreaterThan(0)
  })

  test('about files on their way in', async () => {
    const described = metadata({ case: file.case, name: 'bill.txt', paper: 'bill' })
    const begin = { ...protocol, 'upload-length': '4', 'upload-metadata': described }
    await well('serge', 'OPTIONS', '/api/files')
    const { location } = await well('serge', 'POST', '/api/files', undefined, begin)
    await well('serge', 'HEAD', location, undefined, protocol)
    const bytes = { ...protocol, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
    await well('serge', 'PATCH', location, Buffer.from('bill'), bytes)
    const second = await well('serge', 'POST', '/api/files', undefined, begin)
    await well('serge', 'DELETE', second.location, undefined, protocol)
  })

  test('about the day’s work and the committee', async () => {
    await well('aicha', 'GET', '/api/home')
    expect((await well('aicha', 'GET', '/api/tasks')).rows?.length).toBeGreaterThan(0)
    for (const path of ['', '/passed', '/calendar?language=fr']) await well('claire', 'GET', `/api/by-itself${path}`)
    expect((await well('paul', 'GET', '/api/sittings')).rows?.length).toBe(1)
    await well('paul', 'GET', `/api/sittings/${file.sitting}`)
    const frozen = { cases: [file.case] }
    expect(await door.command('paul', 'freeze-packs', file.sitting, frozen)).toMatchObject({ status: 200 })
    await freezeSitting(door.home.house, file.sitting)
    await well('marthe', 'GET', `/api/sittings/${file.sitting}/packs/${file.case}?part=data`)
    const notes = `/api/sittings/${file.sitting}/annotations`
    const note = `${notes}/${uuidv7()}`
    await well('marthe', 'PUT', note, { case: file.case, page: null, text: 'ask about feed' })
    expect((await well('marthe', 'GET', notes)).rows?.length).toBe(1)
    await well('marthe', 'DELETE', note)
    for (const paper of ['minutes', 'minutes.pdf', 'agenda.pdf'])
      await well('marthe', 'GET', `/api/sittings/${file.sitting}/${paper}?language=ar`)
    expect((await well('sophie', 'GET', '/api/committees?scheme=ofii-cameroon')).rows?.length).toBe(1)
    expect((await well('paul', 'GET', '/api/committee-members')).rows?.length).toBeGreaterThan(0)
    await well('claire', 'PUT', '/api/views', { name: 'mine', filters: { stage: 'project' } })
    expect((await well('claire', 'GET', '/api/views')).rows?.length).toBe(1)
    await well('claire', 'DELETE', '/api/views/mine')
  })

  test('about what is signed by a link, and what is said of a file', async () => {
    const at = `/api/cases/${file.case}`
    const paper = (await well('serge', 'POST', `${at}/papers/project-sheet?language=en`)) as never as Signable
    await sent('serge', 'ask-signatures', file.case, { document: paper.document, parties: ['beneficiary', 'office'] })
    const { case: state } = (await well('serge', 'GET', at)) as never as { case: { signing: { request: string }[] } }
    const request = state.signing[0]?.request
    const made = await well('serge', 'POST', `${at}/signing-links`, { command: uuidv7(), request })
    const token = String(made['path']).replace('/sign/', '')
    expect(await well('claire', 'POST', '/api/public/signing', { token })).toMatchObject({ way: 'birth-year' })
    const gateway = await openTextMessagePeer(door.home.house)
    await sent('serge', 'record-consent', file.case, { purpose: 'messages', given: true, on: file.today })
    await asActor(door.home.house.database, 'system', (tx) =>
      tx.rows(sql`update person set birth = null, phone = '+237699000000' where person = ${file.principal}`),
    )
    await well('claire', 'POST', '/api/public/signing/code', { token, language: 'fr' })
    gateway.close()
    const answer = /\d{6}/.exec(gateway.received[0]?.text ?? '')?.[0]
    const { visit } = await well('claire', 'POST', '/api/public/signing/answer', { token, answer })
    await well('claire', 'POST', '/api/public/signing/document', { token, visit })
    await well('claire', 'POST', '/api/public/signing/no', { token, visit, reason: 'not yet' })
    const signature = { token, visit, fingerprint: paper.fingerprint, mark: 'typed', name: 'Aline', language: 'fr' }
    await well('claire', 'POST', '/api/public/signing/signature', signature)
    await well('claire', 'POST', '/api/public/documents', { fingerprint: paper.fingerprint })
    await well('serge', 'POST', `${at}/signatures/${request}/certificate?language=fr`)
  })

  test('about projects, what things cost and what became of others', async () => {
    const state = (await well('aicha', 'GET', `/api/cases/${file.case}`))['case'] as CaseState
    const at = `/api/cases/${file.case}/projects/${state.projects?.[0]?.project}`
    for (const path of [at, `${at}/plan.pdf`, `${at}/plan.xlsx`]) await well('aicha', 'GET', path)
    for (const path of ['activities', 'prices?country=CM', `cases/${file.case}/similar-projects`])
      await well('aicha', 'GET', `/api/${path}`)
  })

  test('about who asks to be called back', async () => {
    const wishes = [{ scheme: 'ofii-cameroon', office: 'ofii-lyon' }]
    const person = { name: 'A. N.', phone: '06 12 34 56 78', bestTime: 'any', language: 'ar', wishes, consent: true }
    await well('claire', 'POST', '/api/public/call-backs', person)
    const [asked] = (await well('claire', 'GET', '/api/call-backs')).rows ?? []
    const at = `/api/call-backs/${String(asked?.['callBack'])}`
    await well('claire', 'PUT', at, { outcome: 'reached' })
    await well('claire', 'GET', at)
    await well('claire', 'GET', '/api/call-backs')
  })

  test('about schemes and drafts of them', async () => {
    for (const path of ['schemes', 'scheme-words', 'offices', 'regions?country=CM', 'schemes/ofii-cameroon/2025-11'])
      await well('claire', 'GET', `/api/${path}`)
    await well('claire', 'GET', '/api/public/schemes')
    expect((await well('claire', 'GET', '/api/public/editions?country=CM')).rows?.length).toBeGreaterThan(0)
    const draft = uuidv7()
    const faulty = newSchemeFile('guinea').replace('by: committee-secretary', 'by: comittee-secretary')
    await sent('sophie', 'upload-draft', draft, { name: 'guinea.yaml', text: faulty })
    await well('sophie', 'GET', `/api/drafts/${draft}/check?language=fr`)
    await sent('sophie', 'replace-draft', draft, { name: 'guinea.yaml', text: newSchemeFile('guinea') })
    await well('sophie', 'GET', '/api/drafts')
    await well('sophie', 'GET', `/api/drafts/${draft}`)
    await well('sophie', 'GET', `/api/drafts/${draft}/check?language=fr`)
    await well('sophie', 'GET', `/api/drafts/${draft}/simulation?edition=2026`)
    const { trial } = await well('sophie', 'POST', `/api/drafts/${draft}/trials`, { edition: '2026' })
    await workUntil(
      () => well('sophie', 'GET', `/api/trials/${String(trial)}`),
      ({ state }) => state === 'done',
    )
    expect((await well('lucie', 'GET', '/api/notices')).rows?.length).toBeGreaterThan(0)
  })

  test('about what schemes came to and may still grant, and about moving its cases to another edition', async () => {
    const parts = [{ scheme: 'minjec-subsidy', role: 'programme-manager' }]
    await well('lucie', 'PUT', '/api/offices/homeward/parts', { parts })
    const given = { parts: [{ role: 'counsellor', office: 'ofii-lyon' }] }
    await well('lucie', 'PUT', '/api/administration/schemes/minjec-subsidy/parts', given)
    expect((await well('sophie', 'GET', '/api/results')).rows?.length).toBeGreaterThan(0)
    expect((await well('lucie', 'GET', '/api/schemes/minjec-subsidy/budgets')).rows?.length).toBeGreaterThan(0)
    const asked = { move: uuidv7(), scheme: 'ofii-cameroon', edition: '2023-10', reason: 'an appeal' }
    await well('sophie', 'POST', '/api/edition-moves', asked)
    await workUntil(
      () => well('sophie', 'GET', '/api/schemes/ofii-cameroon/moves'),
      ({ rows }) => rows?.[0]?.['state'] === 'previewed',
    )
    const listed = async (result: string) =>
      (await well('sophie', 'GET', `/api/edition-moves/${asked.move}/cases?result=${result}`)).rows ?? []
    const judged = [...(await listed('changed')), ...(await listed('same')), ...(await listed('refused'))]
    expect(judged.map((row) => row['case'])).toEqual([file.case])
    for (const turn of ['confirm', 'stop', 'cancel'])
      await well('sophie', 'POST', `/api/edition-moves/${asked.move}/${turn}`)
  })

  test('about accounts and offices', async () => {
    const seats = [{ role: 'counsellor', office: 'ofii-lyon' }]
    const password = 'a-long-password-for-fatou'
    const fresh = { email: 'fatou@homeward.example', name: 'Fatou Diallo', language: 'fr', password, seats }
    const { account } = await well('lucie', 'POST', '/api/accounts', fresh)
    await well('lucie', 'PUT', `/api/accounts/${String(account)}/seats`, { seats })
    await well('lucie', 'PUT', `/api/accounts/${String(account)}/password`, { password: `${password}-two` })
    await well('lucie', 'PUT', `/api/accounts/${String(account)}/active`, { active: false })
    const parts = [{ scheme: 'ofii-cameroon', role: 'counsellor' }]
    const office = { name: 'OFII Nantes', kind: 'agency', country: 'FR', parts }
    const opened = await well('lucie', 'POST', '/api/offices', office)
    await well('lucie', 'PUT', `/api/offices/${String(opened['office'])}/parts`, { parts: [] })
    for (const path of ['accounts', 'administration/offices', 'administration/log'])
      expect((await well('lucie', 'GET', `/api/${path}`)).rows?.length).toBeGreaterThan(0)
  })

  test('about one’s own session', async () => {
    const who = 'solange'
    const { seat } = (await well(who, 'GET', '/api/session')) as never as {
      seat: { role: string; office: { id: string } }
    }
    await well(who, 'POST', '/api/session/seat', { role: seat.role, office: seat.office.id })
    await well(who, 'PUT', '/api/session/password', { current: testPassword, password: `${testPassword}-two` })
    const { secret } = await well(who, 'POST', '/api/second-factor')
    const codeIn = (seconds: number) => {
      const epoch = Math.floor(Date.parse(door.home.house.clock.now()) / 1000) + seconds
      return generateSync({ secret: String(secret), epoch })
    }
    await well(who, 'PUT', '/api/second-factor', { secret, code: codeIn(0) })
    await well(who, 'GET', '/api/second-factor')
    await well(who, 'DELETE', '/api/second-factor', { code: codeIn(30) })
    await well(who, 'POST', '/api/session', { email: `${who}@homeward.example`, password: `${testPassword}-two` })
    const { devices } = (await well(who, 'GET', '/api/devices')) as never as {
      devices: { id: string; here: boolean }[]
    }
    await well(who, 'DELETE', `/api/devices/${devices.find(({ here }) => !here)?.id}`)
    await well(who, 'DELETE', '/api/session')
    for (const path of ['/api/openapi.json', '/healthz', '/readyz']) await well('claire', 'GET', path)
  })

  test('about operators and the calls to become one', () =>
    askAboutOperators({ sent, well, today: door.home.house.clock.today() }))

  test('and none was left out, but the connection that never ends', () => {
    const quiet = (operation: string) => operation.startsWith('POST /api/commands/') || operation === 'GET /api/live'
    const ways = describedOperations.filter((operation) => !quiet(operation))
    expect(ways.filter((operation) => !answered.has(operation))).toEqual([])
  })
})
