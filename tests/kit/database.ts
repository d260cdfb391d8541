import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { databaseAddress, onServer } from './database-server.ts'

export type TestDatabase = {
  /** Address as the owner, like the one `migrate` and `openDatabase` take. Already migrated. */
  readonly url: string
  /** Removes it, ending connections that are still open. */
  drop(): Promise<void>
}

/** A database of one's own for a test file: `beforeAll(async () => { database = await testDatabase() })`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, template } = inject('testServer')
  const name = `${template}_${randomBytes(4).toString('hex')}`
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: databaseAddress(url, name),
    drop: () => onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}
