import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { loadEditions } from '#app/editions.ts'
import { isUnfounded, publishSchemes } from '#app/founding.ts'
import type { House } from '#app/house.ts'
import { openSchemeDesk } from '#app/scheme-desk.ts'
import { verify } from '#app/verify.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { asActor, openDatabase } from '#db/connect.ts'
import type { Database } from '#db/connect.ts'
import { readStreams } from '#db/reads/streams.ts'
import type { ChainedEvent } from '#db/reads/streams.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { openDisk } from '#outside/files/disk.ts'
import { openFileStore } from '#outside/files/store.ts'
import { keptMail } from '#outside/mail.ts'
import { keptTextMessages } from '#outside/sms.ts'
import { imagePreparer } from '#outside/files/image.ts'
import { openPrinter } from '#outside/print/printer.ts'
import { fileSniffer } from '#outside/files/sniff.ts'
import { testDatabase } from '#tests/kit/database.ts'
import type { TestDatabase } from '#tests/kit/database.ts'

import { demonstrationAccounts, foundDemonstration } from './found.ts'

const today = '2026-11-22'
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
  one = await founded('one')
  other = await founded('other', true)
}, 240_000)

afterAll(async () => {
  for (const each of [one, other]) {
    await each?.database.close()
    await each?.own.drop()
  }
  await printer.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An empty system, founded; `inTwo` cuts the founding short, and a later day goes on with it. */
async function founded(name: string, inTwo = false): Promise<Founded> {
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
    schemeDesk: openSchemeDesk(),
    sniffer: fileSniffer,
    images: imagePreparer,
    publish: () => undefined,
  }
  if (inTwo) {
    const cut = (sentence: string) => {
      if (sentence.includes('40 %')) throw new Error('the machine went down')
    }
    await expect(foundDemonstration(house, cut)).rejects.toThrow('the machine went down')
    expect(await isUnfounded(database)).toBe(true)
  }
  const later = { now: () => '2026-11-25T10:00:00.000Z', today: () => '2026-11-25' }
  await foundDemonstration(inTwo ? { ...house, clock: later } : house, () => undefined)
  return { own, database, house }
}

async function allStreams(database: Database, kind: string): Promise<Map<string, ChainedEvent[]>> {
  const first = '00000000-0000-0000-0000-000000000000'
  return asActor(database, 'system', (tx) => readStreams(tx, kind, first, 1000))
}

describe('the founded demonstration', () => {
  test('is the same on two databases, also when one of them was cut short and went on later', async () => {
    for (const kind of ['case', 'sitting']) {
      const [here, there] = await Promise.all([allStreams(one.database, kind), allStreams(other.database, kind)])
      const words = (streams: Map<string, ChainedEvent[]>) =>
        [...streams.values()]
          .flat()
          .map((event) => canonicalJson({ ...event, hash: event.hash.toString('hex'), previous: '' }))
      expect(words(here)).toEqual(words(there))
    }
  })

  test('holds at least 220 files and passes verification', async () => {
    const result = await verify(one.house)
    expect(result.faults).toEqual([])
    expect((await allStreams(one.database, 'case')).size).toBeGreaterThanOrEqual(220)
  })

  test('is known as founded, with an account for every seat', async () => {
    expect(await isUnfounded(one.database)).toBe(false)
    const accounts = await demonstrationAccounts(one.database)
    expect(accounts.find(({ role }) => role === 'administrator')).toMatchObject({ office: 'Administration' })
    expect(new Set(accounts.map(({ role }) => role)).size).toBeGreaterThanOrEqual(11)
  })
})
