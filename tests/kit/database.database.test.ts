import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from './database.ts'

let one: TestDatabase
let other: TestDatabase

beforeAll(async () => {
  one = await testDatabase()
  other = await testDatabase()
})
afterAll(async () => {
  await one.drop()
  await other.drop()
})

test('each test database is migrated and its own', async () => {
  expect(one.url).not.toBe(other.url)
  await ask(one.url, 'CREATE TABLE public.only_here (id int)')
  const [here] = await ask(one.url, "SELECT to_regclass('public.only_here') IS NOT NULL AS known")
  const [there] = await ask(other.url, "SELECT to_regclass('public.only_here') IS NOT NULL AS known")
  expect([here, there]).toEqual([{ known: true }, { known: false }])
  const [migrated] = await ask(other.url, 'SELECT count(*)::int > 0 AS some FROM public.homeward_migration')
  expect(migrated).toEqual({ some: true })
})

test('letters of all our languages count as letters, and order follows ICU', async () => {
  const [row] = await ask(one.url, "SELECT lower('ÉTÉ') AS small, 'É' < 'Z' COLLATE \"und-x-icu\" AS before")
  expect(row).toEqual({ small: 'été', before: true })
})

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}
