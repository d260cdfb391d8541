import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { openDatabase } from '#db/connect.ts'
import type { Database } from '#db/connect.ts'
import { testDatabase } from '#tests/kit/database.ts'

import { ignoredFiles, publishCatalogue } from './founding.ts'

let database: Database
let drop: () => Promise<void>
const folder = mkdtempSync(path.join(tmpdir(), 'homeward-catalogue-'))
const file = path.join(folder, 'benin.yaml')
const text = readFileSync('docs/first-scheme/benin.yaml', 'utf8')

beforeAll(async () => {
  const made = await testDatabase()
  database = openDatabase(made.url)
  drop = made.drop
})
afterAll(async () => {
  await database.close()
  await drop()
  rmSync(folder, { recursive: true })
})

test('a file that changed a published edition is named until it says again what was published', async () => {
  writeFileSync(file, text)
  const [published = ''] = await publishCatalogue(database, folder)
  expect(published).not.toBe('')
  expect(await ignoredFiles(database)).toEqual([])
  writeFileSync(file, text.replace(/within: \d+/, 'within: 77'))
  for (const start of ['the first', 'the next']) {
    expect(await publishCatalogue(database, folder), start).toEqual([])
    expect(await ignoredFiles(database), start).toEqual([{ name: 'benin.yaml', ignored: [published.split(' ')[1]] }])
  }
  writeFileSync(file, text)
  expect(await publishCatalogue(database, folder)).toEqual([])
  expect(await ignoredFiles(database)).toEqual([])
})
