import pg from 'pg'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'

import { databaseAddress, onServer } from '#tests/kit/database-server.ts'

import { migrate } from './migrate.ts'

const { url: server, template } = inject('testServer')
const name = `${template}_${randomBytes(4).toString('hex')}`
const url = databaseAddress(server, name)

beforeAll(() => onServer(server, `CREATE DATABASE ${name}`))
afterAll(() => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))

describe('bringing a database to its newest shape', () => {
  test('three processes at once do it once, the queue included', async () => {
    const fresh = await Promise.all([migrate(url), migrate(url), migrate(url)])
    expect(fresh.filter((names) => names.length > 0)).toHaveLength(1)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query(
      "select to_regclass('graphile_worker.jobs') is not null as queue, to_regclass('homeward.event') is not null as facts",
    )
    await client.end()
    expect(rows).toEqual([{ queue: true, facts: true }])
    expect(await migrate(url)).toEqual([])
  })

  test('leaves no connection behind, so that the database can be copied', async () => {
    await onServer(server, `CREATE DATABASE ${name}_copy TEMPLATE ${name}`)
    await onServer(server, `DROP DATABASE ${name}_copy`)
    expect(await migrate(url)).toEqual([])
  })
})
