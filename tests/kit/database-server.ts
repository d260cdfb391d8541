// Before all tests that need PostgreSQL: one server and one migrated template, from which each test file gets its own
// database. HOMEWARD_TEST_DATABASE_URL names another server to run the same tests on, such as an older PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#db/embedded-postgres.ts'

export type TestServer = {
  /** Address of a maintenance database, as an owner who may create databases. */
  readonly url: string
  /** The migrated database that test databases are cloned from. */
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** Called by Vitest once before the tests; what it returns is called after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer()
  const template = `homeward_test_${process.pid}_${Date.now().toString(36)}`
  await onServer(server.url, `CREATE DATABASE ${template}`)
  const { migrate } = await import('#db/migrate.ts')
  await migrate(databaseAddress(server.url, template))
  project.provide('testServer', { url: server.url, template })
  return async () => {
    await dropAll(server.url, template)
    await server.close()
  }
}

/** The same server's address, for another of its databases. */
export function databaseAddress(serverUrl: string, database: string): string {
  const address = new URL(serverUrl)
  address.pathname = `/${database}`
  return address.href
}

/** Runs one statement outside any transaction, as CREATE and DROP DATABASE need it. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function openServer(): Promise<{ url: string; close(): Promise<void> }> {
  const given = process.env['HOMEWARD_TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, close: async () => {} }
  const folder = mkdtempSync(path.join(tmpdir(), 'homeward-test-'))
  const server = await startEmbeddedPostgres({ dataFolder: folder, fast: true })
  return {
    url: server.url,
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function dropAll(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    )
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
