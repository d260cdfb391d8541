import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

export type OfficePlan = {
  readonly office: string
  readonly name: string
  readonly kind: string
  readonly country: string
  readonly region?: string
  readonly place?: string
  readonly sector?: string
}

export type AccountPlan = {
  readonly account: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly passwordHash: string
  readonly seats: readonly (readonly [role: string, office: string])[]
}

export async function countAdministrators(tx: Transaction): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(
    sql`select count(distinct account)::int as count from seat where role = 'administrator'`,
  )
  return row?.count ?? 0
}

/** The day that the first entry of this kind in the record of administration speaks of. */
export async function dayOfFirstEntry(tx: Transaction, act: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ today: string }>(
    sql`select facts ->> 'today' as today from administration_log where act = ${act} order by entry limit 1`,
  )
  return row?.today
}

export function addOffices(tx: Transaction, offices: readonly OfficePlan[]): Promise<unknown> {
  return tx.rows(sql`
    insert into office (office, name, kind, country, region, place, sector)
    select * from jsonb_to_recordset(${JSON.stringify(offices)}::jsonb)
      as o (office text, name text, kind text, country text, region text, place text, sector text)
    on conflict (office) do nothing`)
}

export function addSchemeOffices(
  tx: Transaction,
  parts: readonly { readonly scheme: string; readonly role: string; readonly office: string }[],
): Promise<unknown> {
  return tx.rows(sql`
    insert into scheme_office (scheme, role, office)
    select * from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p (scheme text, role text, office text)
    on conflict do nothing`)
}

export async function addAccounts(tx: Transaction, accounts: readonly AccountPlan[]): Promise<void> {
  const seats = accounts.flatMap(({ account, seats }) => seats.map(([role, office]) => ({ account, role, office })))
  await tx.rows(sql`
    insert into account (account, email, name, language)
    select account, lower(email), name, language from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
      as a (account uuid, email text, name text, language text)
    on conflict do nothing`)
  await tx.rows(sql`
    insert into credential (account, password_hash)
    select account, "passwordHash" from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
      as a (account uuid, "passwordHash" text)
    on conflict do nothing`)
  await tx.rows(sql`
    insert into seat (account, role, office)
    select * from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as s (account uuid, role text, office text)
    on conflict do nothing`)
}
