/** Notices and upkeep through the real queue, a real database and a peer that speaks SMTP. */
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import type { House } from '#app/house.ts'
import { asActor, sql } from '#db/connect.ts'
import { enqueue } from '#db/jobs.ts'
import { readCounts } from '#db/reads/list.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { openMail } from '#outside/mail.ts'
import type { OpenMail } from '#outside/mail.ts'
import { actor, testHouse } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'
import { businessRoad, family } from '#tests/kit/roads.ts'
import { openSmtpPeer } from '#tests/kit/smtp-peer.ts'
import type { SmtpPeer } from '#tests/kit/smtp-peer.ts'

import { foldCounts } from './tasks/fold-counts.ts'
import { sendNotice } from './tasks/send-notice.ts'
import type { NoticeJob } from './tasks/send-notice.ts'
import { startWorker } from './worker.ts'
import type { Worker } from './worker.ts'

const claire = actor('claire', 'counsellor', 'ofii-lyon')
const links = {
  file: (id: string) => `https://homeward.example/cases/${id}`,
  window: () => 'https://homeward.example/',
}

let home: TestHouse
let house: House
let peer: SmtpPeer
let mail: OpenMail
let worker: Worker | undefined

beforeAll(async () => {
  home = await testHouse('2026-02-20')
  peer = await openSmtpPeer()
  mail = openMail({ url: peer.url, from: 'Homeward <notices@homeward.example>' })
  house = { ...home.house, mail }
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  peer.reset()
})
afterAll(async () => {
  mail.close()
  peer.close()
  await home.close()
})

type Row = { notice: string; recipient: string; means: string; state: string; problem: string | null; body: string }

function noticesOf(name: string, caseId: string): Promise<Row[]> {
  return asActor(house.database, 'system', (tx) =>
    tx.rows<Row>(sql`select * from notice where name = ${name} and "case" = ${caseId} order by recipient`),
  )
}

/** Opens a case whose family agrees to messages or not, and walks it up to the hand-over to Yaoundé. */
async function offeredCase(consents: readonly string[] = ['messages']): Promise<string> {
  const stream = uuidv7()
  const people = family.map((each) => ({ ...each, person: uuidv7(), phone: '+237 6 99 00 00 00', language: 'en' }))
  const travellers = people.map(({ person }) => person)
  const own: Readonly<Record<string, object>> = {
    'register-case': { people, consents: ['case-handling', 'share-with-country-office', ...consents] },
    'plan-travel': { travellers },
    'confirm-departure': { travellers },
    'hand-over-custody': { to: 'ofii-yaounde' },
  }
  const deeds = Object.values(businessRoad)
  const last = deeds.findIndex(({ command }) => command === 'hand-over-custody')
  for (const { command: name, day, ...deed } of deeds.slice(0, last + 1)) {
    const on = 'on' in (caseCommands[name]?.fields ?? {}) ? { on: day } : {}
    const input = { ...on, ...('input' in deed ? deed.input : {}), ...own[name] }
    const answer = await handle(house, claire, { command: uuidv7(), name, stream, input })
    expect([name, answer]).toEqual([name, expect.objectContaining({ status: 'done' })])
  }
  return stream
}

/** The job that the last event of a case left behind. */
async function jobFor(notice: string, caseId: string): Promise<NoticeJob> {
  const [event] = await asActor(house.database, 'system', (tx) =>
    tx.rows<{ version: number; command: string }>(
      sql`select version, command from event where stream = ${caseId} order by version desc limit 1`,
    ),
  )
  return { case: caseId, notice, command: event?.command ?? '', version: event?.version ?? 0 }
}

async function until<T>(read: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const value = await read()
    if (done(value)) return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return read()
}

function appointment(caseId: string) {
  const input = { at: '2026-03-02T09:30:00Z', place: 'Préfecture, porte B', with: 'counsellor' }
  return handle(house, claire, { command: uuidv7(), name: 'plan-appointment', stream: caseId, input })
}

describe('a notice', () => {
  test('goes to everyone in the role at the office that takes over, each in their language', async () => {
    worker = await startWorker(house, home.url, 'https://homeward.example')
    const caseId = await offeredCase()
    const rows = await until(
      () => noticesOf('handover-offered', caseId),
      (all) => all.length === 2 && all.every(({ state }) => state === 'sent'),
    )
    expect(rows.map(({ recipient, state }) => [recipient, state])).toEqual([
      ['karim@homeward.example', 'sent'],
      ['serge@homeward.example', 'sent'],
    ])
    expect(rows[0]?.body).toMatch(/^يسلّمكم/)
    expect(rows[1]?.body).toContain('OFII Lyon')
    expect(rows[1]?.body).toContain(`https://homeward.example/cases/${caseId}`)
    expect(peer.received.map(({ to }) => to[0]).sort()).toEqual([
      expect.stringContaining('karim@'),
      expect.stringContaining('serge@'),
    ])
    expect(peer.received.every(({ data }) => rows.some(({ notice }) => data.includes(`<${notice}@`)))).toBe(true)
  })

  test('to the person is written in their language, and kept where no channel is set up', async () => {
    worker = await startWorker(house, home.url)
    const caseId = await offeredCase()
    await appointment(caseId)
    const [row] = await until(
      () => noticesOf('appointment', caseId),
      ([first]) => first?.state === 'kept',
    )
    expect(row).toMatchObject({ means: 'sms', recipient: '+237699000000', state: 'kept', problem: null })
    expect(row?.body).toContain('Hello Aline, your appointment is on 2 March 2026 at 10:30 at Préfecture, porte B')
  })

  test('to somebody who did not agree is not sent, and says so', async () => {
    const caseId = await offeredCase([])
    await appointment(caseId)
    await sendNotice(house, links, await jobFor('appointment', caseId), false)
    expect(await noticesOf('appointment', caseId)).toEqual([
      expect.objectContaining({ recipient: '', state: 'kept', problem: 'no-consent-or-address' }),
    ])
  })

  test('leaves once, however often its job runs', async () => {
    const job = await jobFor('handover-offered', await offeredCase())
    for (let run = 0; run < 3; run++) await sendNotice(house, links, job, false)
    expect(await noticesOf('handover-offered', job.case)).toHaveLength(2)
    expect(peer.received).toHaveLength(2)
  })

  test('that the mail server puts off is tried again, and at the last try is on record as failed', async () => {
    const job = await jobFor('handover-offered', await offeredCase())
    peer.answers.RCPT = '451 later'
    await expect(sendNotice(house, links, job, false)).rejects.toThrow('2 not sent yet')
    expect((await noticesOf('handover-offered', job.case)).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    await sendNotice(house, links, job, true)
    expect(await noticesOf('handover-offered', job.case)).toEqual([
      expect.objectContaining({ state: 'failed', problem: 'mail-not-sent 451' }),
      expect.objectContaining({ state: 'failed', problem: 'mail-not-sent 451' }),
    ])
  })

  test('that was put off leaves by itself when the server is back', async () => {
    peer.answers.RCPT = '451 later'
    worker = await startWorker(house, home.url)
    const caseId = await offeredCase()
    await until(
      () => noticesOf('handover-offered', caseId),
      (rows) => rows.length === 2,
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    delete peer.answers.RCPT
    const rows = await until(
      () => noticesOf('handover-offered', caseId),
      (all) => all.every(({ state }) => state === 'sent'),
    )
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  test('to an address that does not exist is never tried again', async () => {
    const job = await jobFor('handover-offered', await offeredCase())
    peer.answers.RCPT = '550 no such person'
    await sendNotice(house, links, job, false)
    expect((await noticesOf('handover-offered', job.case)).map(({ problem }) => problem)).toEqual([
      'mail-refused 550',
      'mail-refused 550',
    ])
  })
})

describe('the queue', () => {
  test('knows nothing of a command that was rolled back', async () => {
    const before = await countJobs()
    const undone = asActor(house.database, 'system', async (tx) => {
      await enqueue(tx, 'send-notice', { case: uuidv7() })
      throw new Error('rolled back')
    })
    await expect(undone).rejects.toThrow('rolled back')
    expect(await countJobs()).toBe(before)
  })

  test('cannot be read or changed by the application itself', async () => {
    const reach = asActor(house.database, 'system', (tx) => tx.rows(sql`select * from graphile_worker.jobs`))
    await expect(reach).rejects.toThrow('permission denied')
  })
})

describe('counts', () => {
  test('are the same after they were added up, in fewer rows', async () => {
    await offeredCase()
    const [before, rowsBefore] = await Promise.all([counts(), countRows()])
    await Promise.all([foldCounts(house), foldCounts(house)])
    expect(await counts()).toEqual(before)
    expect(await countRows()).toBeLessThan(rowsBefore)
    const cells = await asActor(house.database, 'system', (tx) =>
      tx.rows<{ most: number }>(
        sql`select max(n)::int as most from (select count(*) as n from case_count group by office, scheme, region, stage) t`,
      ),
    )
    expect(cells).toEqual([{ most: 1 }])
  })

  test('stay right while cases go on being opened', async () => {
    const before = (await counts()).reduce((sum, { count }) => sum + count, 0)
    const opened = Promise.all([offeredCase(), offeredCase()])
    for (let round = 0; round < 10; round++) await foldCounts(house)
    await opened
    await foldCounts(house)
    expect((await counts()).reduce((sum, { count }) => sum + count, 0)).toBe(before + 2)
  })
})

function counts() {
  return asActor(house.database, claire, (tx) => readCounts(tx, claire.office))
}

async function countRows(): Promise<number> {
  const [row] = await asActor(house.database, 'system', (tx) =>
    tx.rows<{ count: number }>(sql`select count(*)::int as count from case_count`),
  )
  return row?.count ?? 0
}

async function countJobs(): Promise<number> {
  const client = new pg.Client({ connectionString: home.url })
  await client.connect()
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from graphile_worker.jobs')
  await client.end()
  return rows[0]?.count ?? 0
}
