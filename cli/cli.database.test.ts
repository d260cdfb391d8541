import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { checkPassword } from '#app/passwords.ts'
import { asActor, sql } from '#db/connect.ts'
import { keepDocument } from '#db/documents.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import { handle } from '#app/handle.ts'
import { actor, testHouse } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'

import { callOf } from './call.ts'
import type { Verb } from './call.ts'
import { run as replay } from './case/replay.ts'
import { run as show } from './case/show.ts'
import { run as rebuild } from './rebuild.ts'
import { run as add } from './user/add.ts'
import { run as disable } from './user/disable.ts'
import { run as list } from './user/list.ts'
import { run as verifyDocument } from './verify-document.ts'
import { run as verify } from './verify.ts'

const caseId = '11111111-1111-4111-8111-111111abcdef'
const today = '2026-03-02'
const claire = actor('claire', 'counsellor', 'ofii-lyon')
let real: TestHouse
let environment: string | undefined

beforeAll(async () => {
  real = await testHouse(today)
  environment = process.env['DATABASE_URL']
  process.env['DATABASE_URL'] = real.url
  const people = [
    {
      person: '22222222-2222-4222-8222-222222222222',
      relation: 'principal',
      givenName: 'Nadège',
      familyName: 'Mvondo',
      birth: '1994',
    },
  ]
  const consents = ['case-handling', 'share-with-country-office']
  await act('register-case', { scheme: 'ofii-cameroon', people, consents, on: today, region: 'CM-CE' })
  await act('add-note', { text: 'Préfère être appelée le soir.' })
})

afterAll(async () => {
  if (environment === undefined) delete process.env['DATABASE_URL']
  else process.env['DATABASE_URL'] = environment
  await real.close()
})

async function act(name: string, input: object): Promise<void> {
  const command = crypto.randomUUID()
  const answer = await handle(real.house, claire, { command, name, stream: caseId, input })
  expect(answer).toMatchObject({ status: 'done' })
}

/** What a verb says and complains, and its exit code. */
async function said(verb: Verb, ...words: string[]): Promise<{ code: number; lines: string[]; complaints: string[] }> {
  const lines: string[] = []
  const complaints: string[] = []
  const call = callOf([...words, '--language', 'en'], process.stdout)
  const code = await verb({ ...call, say: (line) => lines.push(line), complain: (line) => complaints.push(line) })
  return { code, lines, complaints }
}

test('verify says what was checked, and names what was changed behind its back', async () => {
  const clean = await said(verify)
  expect(clean).toMatchObject({ code: 0, complaints: [] })
  expect(clean.lines).toEqual(['1 streams and 2 facts checked: 0 fault(s).'])
  const change = (stage: string) =>
    asActor(real.house.database, 'system', (tx) => tx.rows(sql`update case_list set stage = ${stage}`))
  await change('monitoring')
  const spoilt = await said(verify)
  expect(spoilt.code).toBe(1)
  expect(spoilt.complaints[0]).toContain(`${caseId}: its list rows are not what its events say`)
  expect(await said(rebuild)).toMatchObject({ code: 0, lines: ['1 files made again.'] })
  expect((await said(verify)).code).toBe(0)
})

test('case show tells a file in words, by number or id, without names', async () => {
  const number = fileNumber(caseId, today, 'CM')
  for (const name of [number, caseId, number.toLowerCase()]) {
    const { code, lines } = await said(show, name)
    expect(code).toBe(0)
    expect(lines[0]).toContain('CM-2026-ABCDEF')
    expect(lines.join('\n')).toContain('Claire Fontaine opened the case.')
    expect(lines.join('\n')).not.toContain('Mvondo')
    expect(lines.join('\n')).not.toContain('appelée')
  }
  expect(await said(show, 'CM-2026-000000')).toMatchObject({ code: 1 })
  expect(await said(show, '%')).toMatchObject({ code: 1 })
  expect(await said(show)).toMatchObject({ code: 2 })
})

test('case show --names shows people and words, and the opening is on record', async () => {
  const call = await said(show, caseId, '--names')
  expect(call.lines.join('\n')).toContain('Nadège Mvondo')
  expect(call.lines.join('\n')).toContain('Préfère être appelée le soir.')
  const rows = await asActor(real.house.database, 'system', (tx) =>
    tx.rows(sql`select 1 from reading where "case" = ${caseId}::uuid and role = 'system'`),
  )
  expect(rows).toHaveLength(1)
})

test('case replay tells the state after every fact', async () => {
  const { code, lines } = await said(replay, caseId)
  expect(code).toBe(0)
  expect(lines.filter((line) => line.startsWith('     Preparation'))).toHaveLength(2)
})

test('verify-document says whether exactly this file is signed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'homeward-'))
  const file = path.join(folder, 'agreement.txt')
  await writeFile(file, 'We agree.')
  const check = (name = file) => said(verifyDocument, name)
  expect(await check()).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('Not known here'), expect.anything()],
  })
  const document = crypto.randomUUID()
  const kept = await real.house.files.write(document, Buffer.from('We agree.'))
  if (kept.refused) throw new Error(kept.code)
  const about = { name: 'agreement.txt', paper: 'other', mediaType: 'text/plain', storageKey: document, exif: null }
  await asActor(real.house.database, 'system', (tx) =>
    keepDocument(tx, {
      document,
      case: caseId,
      ...about,
      ...kept.value,
      uploadedBy: claire.user,
      office: claire.office,
    }),
  )
  await act('ask-signatures', { document, parties: ['beneficiary', 'office'] })
  const [asked] = await asActor(real.house.database, 'system', (tx) =>
    tx.rows<{ request: string }>(sql`select state #>> '{signing,0,request}' as request from case_file`),
  )
  const signature = { request: asked?.request, fingerprint: kept.value.fingerprint, means: 'on-device', mark: 'typed' }
  await act('sign-document', { ...signature, party: 'beneficiary', name: 'N. Mvondo', on: today })
  expect(await check()).toMatchObject({ code: 1, lines: expect.arrayContaining(['  Still missing: the office']) })
  await act('sign-document', { ...signature, party: 'office', name: 'Claire', on: today })
  const whole = await check()
  expect(whole.code).toBe(0)
  expect(whole.lines[0]).toBe('Valid: all parties signed exactly this file.')
  expect(whole.lines.join()).not.toContain('Mvondo')
  await writeFile(file, 'We agree!')
  expect((await check()).code).toBe(1)
  await writeFile(file, 'We agree.')
  await act('cancel-signatures', { request: asked?.request, reason: 'a wrong name' })
  expect(await check()).toMatchObject({ code: 1, lines: expect.arrayContaining([expect.stringContaining('Void')]) })
  expect((await check(path.join(folder, 'none'))).code).toBe(2)
  expect((await said(verifyDocument)).code).toBe(2)
  await rm(folder, { recursive: true })
})

test('user add opens an account with a first password, once; user disable closes it', async () => {
  const words = ['Ada@Homeward.example', '--name', 'Ada Fru', '--role', 'counsellor', '--office', 'ofii-lyon']
  const { code, lines } = await said(add, ...words)
  expect(code).toBe(0)
  const password = lines[0]?.split(': ').at(-1) ?? ''
  const [row] = await asActor(real.house.database, 'system', (tx) =>
    tx.rows<{ hash: string }>(
      sql`select c.password_hash as hash from credential c join account a using (account) where a.email = 'ada@homeward.example'`,
    ),
  )
  expect(await checkPassword(password, row?.hash ?? '')).toBe(true)
  expect(await said(add, ...words)).toMatchObject({ code: 1 })
  expect((await said(list)).lines.find((line) => line.startsWith('ada@'))).toContain('counsellor@ofii-lyon')
  expect(await said(disable, 'ADA@homeward.example')).toMatchObject({ code: 0 })
  expect((await said(list)).lines.find((line) => line.startsWith('ada@'))).toContain('(closed)')
})

test('user verbs say what is missing, and the last administrator stays', async () => {
  expect(await said(add, 'nobody')).toMatchObject({ code: 2 })
  expect(await said(add, 'a@b.example', '--name', 'A', '--role', 'king', '--office', 'ofii-lyon')).toMatchObject({
    code: 2,
  })
  expect(await said(add, 'a@b.example', '--name', 'A', '--role', 'counsellor', '--office', 'nowhere')).toMatchObject({
    code: 1,
  })
  expect(await said(disable, 'nobody@b.example')).toMatchObject({ code: 1 })
  expect(await said(disable, 'lucie@homeward.example')).toMatchObject({ code: 1 })
})

test('a folder without a Homeward is left as it is', async () => {
  delete process.env['DATABASE_URL']
  const { code, complaints } = await said(verify, '--data', '/tmp/no-homeward-here')
  process.env['DATABASE_URL'] = real.url
  expect(code).toBe(1)
  expect(complaints[0]).toContain('/tmp/no-homeward-here')
})
