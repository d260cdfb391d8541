/** What the database itself guarantees, whatever a statement forgets. */
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { asActor, sql } from '#db/connect.ts'
import type { Statement } from '#db/connect.ts'

import { openDoor } from '../kit/door.ts'
import type { Door } from '../kit/door.ts'
import { actor } from '../kit/house.ts'
import { playRoad } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'

let door: Door
let owner: pg.Client

beforeAll(async () => {
  door = await openDoor()
  const names = Object.keys(businessRoad)
  await playRoad(door.home, Object.values(businessRoad).slice(0, names.indexOf('decided') + 1))
  owner = new pg.Client({ connectionString: door.home.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await door.close()
})

async function asked<Row>(text: string): Promise<Row[]> {
  return (await owner.query(text)).rows as Row[]
}

describe('every table of the house', () => {
  test('has row security, also for its owner, and at least one policy', async () => {
    const tables = await asked<{ name: string; on: boolean; forced: boolean; policies: number }>(`
      select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relnamespace = 'homeward'::regnamespace and c.relkind in ('r', 'p') order by 1`)
    expect(tables.length).toBeGreaterThan(25)
    expect(tables.filter(({ on, forced, policies }) => !on || !forced || policies === 0)).toEqual([])
  })

  test('that hangs on a case keeps from its readers the files they stepped aside from, or holds nothing of a file', async () => {
    const open: Readonly<Record<string, string>> = {
      case_access: 'which offices see the case',
      case_result: 'figures: the lists that they open hide the case',
      notice: 'for administrators, who open no file',
      operator_case: 'figures of an operator, for itself and for those who oversee it',
      reading: 'asked only after the case itself was seen',
      recusal: 'one’s own',
      signed_document: 'for nobody: only the kernel reads it',
      signing_link: 'for nobody: only the kernel reads it',
      upload: 'one’s own, on its way in',
    }
    const tables = await asked<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case'
      where c.relnamespace = 'homeward'::regnamespace and c.relkind = 'r' and not exists (
        select from pg_policy p where p.polrelid = c.oid and p.polname = 'not_recused' and not p.polpermissive)
      order by 1`)
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(open))
  })

  test('is a table: no view, no materialised view and no function goes around its policies', async () => {
    const views = await asked(`select relname from pg_class
      where relnamespace = 'homeward'::regnamespace and relkind in ('v', 'm', 'f')`)
    expect(views).toEqual([])
    const definers = await asked<{ name: string }>(`select proname as name from pg_proc
      where pronamespace = 'homeward'::regnamespace and prosecdef order by 1`)
    expect(definers).toEqual([{ name: 'enqueue' }])
  })
})

describe('the role that the server works as', () => {
  test('owns nothing, bypasses nothing, may not become anybody else, and does not sign in', async () => {
    const [role] = await asked(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin,
      (select count(*)::int from pg_class where relowner = r.oid) as owns,
      (select count(*)::int from pg_auth_members where member = r.oid) as becomes
      from pg_roles r where rolname = 'homeward_app'`)
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolcanlogin: false,
      owns: 0,
      becomes: 0,
    })
  })

  test('neither changes nor removes what happened, nor empties a table, nor makes one', async () => {
    const rights = await asked<{ name: string }>(`
      select t.name || ' ' || p.kind as name
      from unnest(array['event', 'command', 'reading', 'administration_log', 'scheme_file', 'scheme_text']) as t (name),
        unnest(array['update', 'delete', 'truncate', 'references', 'trigger']) as p (kind)
      where has_table_privilege('homeward_app', 'homeward.' || t.name, p.kind)`)
    expect(rights).toEqual([])
    const truncates = await asked(`select relname from pg_class where relnamespace = 'homeward'::regnamespace
      and relkind = 'r' and has_table_privilege('homeward_app', oid, 'truncate')`)
    expect(truncates).toEqual([])
    const [makes] = await asked(`select has_schema_privilege('homeward_app', 'homeward', 'create') as here,
      has_schema_privilege('homeward_app', 'public', 'create') as there,
      has_schema_privilege('homeward_app', 'graphile_worker', 'usage') as queue`)
    expect(makes).toEqual({ here: false, there: false, queue: false })
  })

  test.each([
    "update homeward.scheme_file set body = '{}'",
    'delete from homeward.scheme_file',
    'truncate homeward.scheme_file',
  ])('leaves a published edition as it is, also under the hands of the owner: %s', async (statement) => {
    await owner.query('begin')
    // Row security is forced on the owner too; whoever calls themselves the system gets past it.
    await owner.query("select set_config('homeward.role', 'system', true)")
    await expect(owner.query(statement)).rejects.toThrow('a published edition never changes')
    await owner.query('rollback')
  })

  test.each<[string, Statement]>([
    ['an event changed', sql`update event set data = '{}'`],
    ['an event removed', sql`delete from event`],
    ['an answer changed', sql`update command set answer = '{}'`],
    ['a reading removed', sql`delete from reading`],
    ['the log rewritten', sql`update administration_log set act = 'nothing'`],
    ['row security off', sql`alter table event disable row level security`],
    ['a job read', sql`select * from graphile_worker.jobs`],
  ])('refuses %s, also as the system', async (_, statement) => {
    await expect(asActor(door.home.house.database, 'system', (tx) => tx.rows(statement))).rejects.toThrow(
      /permission denied|must be owner/,
    )
  })

  test('sees nothing at all when nobody acts, and nothing of a case as somebody who has no office', async () => {
    const nobody = new pg.Client({ connectionString: door.home.url, options: '-c role=homeward_app' })
    await nobody.connect()
    const tables = await asked<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'homeward'::regnamespace and relkind = 'r'`,
    )
    const seen = []
    for (const { name } of tables)
      seen.push([name, (await nobody.query(`select 1 from homeward."${name}" limit 1`)).rowCount])
    await nobody.end()
    expect(seen.filter(([, count]) => count !== 0)).toEqual([])
  })

  test('writes nothing of a case under the rights of a person', async () => {
    const claire = actor('claire', 'counsellor', 'ofii-lyon')
    const id = uuidv7()
    const writes = [
      sql`insert into case_access ("case", office, reason) select "case", 'ofii-paris', 'custody' from case_file`,
      sql`insert into case_file ("case", version, state) values (${id}, 1, '{}')`,
      sql`insert into seat (account, role, office) values (${claire.user}, 'administrator', 'homeward')`,
      sql`insert into session (token_hash, account, role, office, device, expires_at) values ('\\x00', ${claire.user}, 'x', 'x', '', now())`,
      sql`insert into saved_view (account, name, filters) values (${actor('hugo', 'counsellor', '').user}, 'x', '{}')`,
    ]
    for (const statement of writes) {
      const written = asActor(door.home.house.database, claire, (tx) => tx.rows(statement))
      await expect(written, statement.text).rejects.toThrow(/row-level security/)
    }
    for (const change of [
      sql`update case_access set office = 'ofii-paris' returning 1`,
      sql`delete from person returning 1`,
    ])
      expect(await asActor(door.home.house.database, claire, (tx) => tx.rows(change))).toEqual([])
  })
})

test('a session, a password and an authenticator are for nobody to read but the system', async () => {
  const claire = actor('claire', 'counsellor', 'ofii-lyon')
  const lucie = actor('lucie', 'administrator', 'homeward')
  await door.ask('claire', 'GET', '/api/session')
  await door.ask('hugo', 'GET', '/api/session')
  for (const who of [claire, lucie]) {
    const read = (statement: Statement) => asActor(door.home.house.database, who, (tx) => tx.rows(statement))
    expect(await read(sql`select * from credential`)).toEqual([])
    expect(await read(sql`select * from sign_in_attempt`)).toEqual([])
    expect(await read(sql`select * from session where account <> ${who.user}`)).toEqual([])
  }
})
