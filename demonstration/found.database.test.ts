import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { foreseenFor, passedFor } from '#app/by-itself.ts'
import { loadEditions } from '#app/editions.ts'
import { isUnfounded, publishSchemes } from '#app/founding.ts'
import type { House } from '#app/house.ts'
import { openSchemeDesk } from '#app/scheme-desk.ts'
import { resultsFor } from '#app/results.ts'
import { verify } from '#app/verify.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { asActor, openDatabase, sql, systemActor } from '#db/connect.ts'
import type { Database } from '#db/connect.ts'
import { readList } from '#db/reads/list.ts'
import { readStreams } from '#db/reads/streams.ts'
import type { ChainedEvent } from '#db/reads/streams.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { openDisk } from '#outside/files/disk.ts'
import { openFileStore } from '#outside/files/store.ts'
import { keptMail } from '#outside/mail.ts'
import { keptTextMessages } from '#outside/sms.ts'
import { imagePreparer } from '#outside/files/image.ts'
import { openPrinter } from '#outside/print/printer.ts'
import { spreadsheets } from '#outside/spreadsheet.ts'
import { fileSniffer } from '#outside/files/sniff.ts'
import { testDatabase } from '#tests/kit/database.ts'
import type { TestDatabase } from '#tests/kit/database.ts'
import { actor } from '#tests/kit/house.ts'

import { demonstrationAccounts, foundDemonstration } from './found.ts'
import type { DemonstrationSize } from './found.ts'
import { readOffices } from './read-data.ts'

const today = '2026-11-22'
const papersBeforeTheCut = 60
const clock = { now: () => `${today}T10:00:00.000Z`, today: () => today }

type Founded = {
  readonly own: TestDatabase
  readonly database: Database
  readonly house: House
}

const folder = mkdtempSync(path.join(tmpdir(), 'homeward-demonstration-'))
const printer = openPrinter({ templates: 'catalogue/letters' })
let one: Founded
let other: Founded

beforeAll(async () => {
  one = await founded('one', 'year')
  other = await founded('other', 'story', true)
}, 300_000)

afterAll(async () => {
  for (const each of [one, other]) {
    await each?.house.schemeDesk.close()
    await each?.database.close()
    await each?.own.drop()
  }
  await printer.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An empty system, founded; `inTwo` cuts the founding short, and a later day goes on with it. */
async function founded(name: string, size: DemonstrationSize, inTwo = false): Promise<Founded> {
  const own = await testDatabase()
  const database = openDatabase(own.url)
  await publishSchemes(database, loadSchemes('catalogue/schemes'))
  const place = await openDisk(path.join(folder, name))
  const house: House = {
    database,
    editions: await loadEditions(database),
    clock,
    mail: keptMail(),
    textMessage: keptTextMessages(),
    files: openFileStore(place, { current: new Uint8Array(32) }),
    printer,
    spreadsheets,
    schemeDesk: openSchemeDesk(),
    sniffer: fileSniffer,
    images: imagePreparer,
    publish: () => undefined,
  }
  if (inTwo) {
    let papers = 0
    const write: House['files']['write'] = (id, content) => {
      papers += 1
      if (papers > papersBeforeTheCut) throw new Error('the machine went down')
      return house.files.write(id, content)
    }
    const cut = { ...house, files: { ...house.files, write } }
    await expect(foundDemonstration(cut, () => undefined, size)).rejects.toThrow('the machine went down')
    expect(await isUnfounded(database)).toBe(true)
  }
  const later = { now: () => '2026-11-25T10:00:00.000Z', today: () => '2026-11-25' }
  await foundDemonstration(inTwo ? { ...house, clock: later } : house, () => undefined, size)
  return { own, database, house }
}

async function allStreams(database: Database, kind: string): Promise<Map<string, ChainedEvent[]>> {
  const all = new Map<string, ChainedEvent[]>()
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await asActor(database, 'system', (tx) => readStreams(tx, kind, after, 500))
    for (const [stream, events] of page) all.set(stream, events)
    const last = [...page.keys()].at(-1)
    if (last === undefined) return all
    after = last
  }
}

describe('the founded demonstration', () => {
  test('tells the same story on two databases, also when one of them was cut short and went on later', async () => {
    for (const kind of ['case', 'sitting']) {
      const [here, there] = await Promise.all([allStreams(one.database, kind), allStreams(other.database, kind)])
      expect(there.size).toBeGreaterThan(kind === 'case' ? 220 : 5)
      for (const [stream, events] of there) expect(wordsOf(here.get(stream) ?? [])).toEqual(wordsOf(events))
    }
  })

  test('holds about 2,000 files of all schemes and passes verification', async () => {
    const result = await verify(one.house)
    expect(result.faults).toEqual([])
    const cases = [...(await allStreams(one.database, 'case')).values()]
    expect(cases.length).toBeGreaterThanOrEqual(1900)
    const opened = cases.map((events) => (events[0]!.data as { scheme: string }).scheme)
    const played = readOffices().schemeOffices.map(({ scheme }) => scheme)
    expect(new Set(opened)).toEqual(new Set(played))
  })

  test('comes to the results that the sources publish, counted from its cases', async () => {
    const published: string[] = []
    for (const { scheme, roles } of readOffices().schemeOffices)
      for (const role of ['programme-manager', 'funder'] as const)
        for (const office of roles[role] ?? []) {
          const rows = await resultsFor(one.house, { ...systemActor, role, office })
          for (const { result, value, published: said } of rows.find((row) => row.scheme === scheme)?.results ?? []) {
            if (said === null) continue
            const words = `${scheme} ${result}: ${value}, published ${said.reads} ${said.value}`
            if (said.reads === 'exactly') expect(value, words).toBe(said.value)
            if (said.reads === 'more-than') expect(value, words).toBeGreaterThan(said.value)
            if (said.reads === 'about') expect(Math.abs(value - said.value) / said.value, words).toBeLessThan(0.05)
            published.push(`${scheme} ${result}`)
          }
        }
    expect(new Set(published).size).toBeGreaterThanOrEqual(13)
  })

  test('opens each figure to the cases that it counts', async () => {
    const office = 'oim-cameroun'
    const actor = { ...systemActor, role: 'programme-manager', office } as const
    const asked = { scheme: 'joint-initiative-cameroon', result: 'validated', sort: 'opened', limit: 1000 } as const
    const behind = await asActor(one.database, actor, (tx) => readList(tx, office, asked))
    expect(behind.count).toBe(883)
    const region = await asActor(one.database, actor, (tx) => readList(tx, office, { ...asked, region: 'CM-OU' }))
    const [row] = await resultsFor(one.house, actor)
    const figure = row?.results.find(({ result }) => result === 'validated')
    expect(region.count).toBe(figure?.regions.find((each) => each.region === 'CM-OU')?.value)
    const stranger = await asActor(one.database, { ...actor, office: 'ote' }, (tx) => readList(tx, office, asked))
    expect(stranger.count).toBe(0)
  })

  test('has a draft that waits, calls to make, a person with two files, and deadlines that do something', async () => {
    const claire = actor('claire', 'counsellor', 'ofii-lyon')
    const [drafts, calls, links] = await asActor(one.database, 'system', (tx) =>
      Promise.all([
        tx.rows<{ status: string }>(sql`select status from scheme_draft`),
        tx.rows(sql`select 1 from call_back where outcome is null`),
        tx.rows(sql`select 1 from person_link`),
      ]),
    )
    expect(drafts).toEqual([{ status: 'submitted' }])
    expect([calls.length, links.length]).toEqual([2, 1])
    expect(
      (await foreseenFor(one.house, claire, undefined, 50)).rows.some(({ name }) => name === 'Solange Ateba'),
    ).toBe(true)
    expect((await passedFor(one.house, claire, undefined, 50)).rows).toMatchObject([
      { name: 'Emmanuel Nkeng', act: 'close-case', mayUndo: true },
    ])
  })

  test('is known as founded, with an account for every seat', async () => {
    expect(await isUnfounded(one.database)).toBe(false)
    const accounts = demonstrationAccounts(one.house.editions, today)
    expect(accounts.find(({ role }) => role === 'administrator')).toMatchObject({ office: 'Administration' })
    expect(new Set(accounts.map(({ role }) => role)).size).toBeGreaterThanOrEqual(11)
  })
})

/** What was said and done; a proposal rests on how busy operators were, and files are played side by side. */
function wordsOf(events: readonly ChainedEvent[]): readonly string[] {
  return events.map(({ actor: by, office, command, type, happenedAt, version, data }) =>
    canonicalJson({
      by,
      office,
      command,
      type,
      happenedAt,
      version,
      data: { ...(data as object), proposal: undefined },
    }),
  )
}
