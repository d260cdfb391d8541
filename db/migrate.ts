import { readdir, readFile } from 'node:fs/promises'

import pg from 'pg'

import { migrateQueue } from './queue.ts'

const folder = new URL('./migrations/', import.meta.url)

/** The role the server works as: owns nothing, bypasses nothing. */
export const applicationRole = 'homeward_app'

/**
 * Brings a database to the newest shape, forward only, each file once, all in one transaction. Two processes may call
 * it at the same time: the second waits and finds nothing to do. `ownerUrl` must be allowed to create the schema.
 */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await ensureRole(client)
    const fresh = await runPending(client)
    await migrateQueue(ownerUrl)
    return fresh
  } finally {
    await client.end()
  }
}

async function runPending(client: pg.Client): Promise<readonly string[]> {
  await client.query('begin')
  try {
    // One migrator at a time in this database; the lock ends with the transaction.
    await client.query("select pg_advisory_xact_lock(hashtext('homeward.migrate'))")
    await client.query(
      'create table if not exists public.homeward_migration (name text primary key, at timestamptz default now())',
    )
    const { rows } = await client.query<{ name: string }>('select name from public.homeward_migration')
    const done = new Set(rows.map((row) => row.name))
    const pending = (await readdir(folder)).filter((name) => name.endsWith('.sql') && !done.has(name)).sort()
    for (const name of pending) {
      await client.query(await readFile(new URL(name, folder), 'utf8'))
      await client.query('insert into public.homeward_migration (name) values ($1)', [name])
    }
    await client.query('commit')
    return pending
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Roles belong to the whole server, so two databases (tests) may make it at the same moment. */
async function ensureRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'homeward_app') then
      create role homeward_app nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`)
  // The server connects as the owner and takes this role for good at the start of every connection.
  await client.query(`do $$ begin
    if not pg_has_role(current_user, 'homeward_app', 'member') then
      execute format('grant homeward_app to %I', current_user);
    end if;
  end $$`)
}
