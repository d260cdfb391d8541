import type { AccountAnswer, AdministrationEntry, OfficeInAdministration, SchemePart } from '#contract/answers.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'
import type { OfficePlan } from './founding.ts'

export type SeatPlan = { readonly role: string; readonly office: string }

/** Every account with its seats, by name; the worker's own is not a person's. */
export function readAccounts(tx: Transaction): Promise<AccountAnswer[]> {
  return tx.rows<AccountAnswer>(sql`
    select a.account, a.email, a.name, a.language, a.active, c.totp_secret is not null as "secondFactor",
      (select to_char(max(s.seen_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from session s
        where s.account = a.account) as "lastSeen",
      coalesce((select json_agg(json_build_object('role', t.role, 'office', t.office, 'officeName', o.name)
          order by o.name, t.role)
        from seat t join office o using (office)
        where t.account = a.account and (t.until is null or t.until > now())), '[]'::json) as seats
    from account a join credential c using (account) order by a.name, a.email`)
}

/** Adds an account with its seats. False when the address belongs to another one; nothing is written then. */
export async function addAccount(
  tx: Transaction,
  account: {
    readonly account: string
    readonly email: string
    readonly name: string
    readonly language: string
    readonly passwordHash: string
    readonly seats: readonly SeatPlan[]
  },
): Promise<boolean> {
  const added = await tx.rows(sql`
    insert into account (account, email, name, language)
    values (${account.account}, lower(${account.email}), ${account.name}, ${account.language})
    on conflict (email) do nothing returning 1`)
  if (added.length === 0) return false
  await tx.rows(sql`
    insert into credential (account, password_hash) values (${account.account}, ${account.passwordHash})`)
  await addSeats(tx, account.account, account.seats)
  return true
}

/** The seats of an account are these from now on. */
export async function changeSeats(tx: Transaction, account: string, seats: readonly SeatPlan[]): Promise<void> {
  await tx.rows(sql`delete from seat where account = ${account}::uuid`)
  await addSeats(tx, account, seats)
}

function addSeats(tx: Transaction, account: string, seats: readonly SeatPlan[]): Promise<unknown> {
  return tx.rows(sql`
    insert into seat (account, role, office)
    select ${account}::uuid, role, office
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as s (role text, office text)
    on conflict do nothing`)
}

/** Whether there is such an account of a person. */
export async function isAccount(tx: Transaction, account: string): Promise<boolean> {
  const rows = await tx.rows(sql`select 1 from credential where account = ${account}::uuid`)
  return rows.length > 0
}

/** Opens or closes an account; closing it also ends its sessions. */
export async function setActive(tx: Transaction, account: string, active: boolean): Promise<void> {
  await tx.rows(sql`update account set active = ${active} where account = ${account}::uuid`)
  if (!active) await endSessions(tx, account)
}

/** A new password ends every session, and the count of failed tries begins anew. */
export async function setPassword(tx: Transaction, account: string, passwordHash: string): Promise<void> {
  await tx.rows(sql`update credential set password_hash = ${passwordHash} where account = ${account}::uuid`)
  await endSessions(tx, account)
}

/** A password its owner changed: every session but the present one ends. */
export async function setOwnPassword(
  tx: Transaction,
  account: string,
  passwordHash: string,
  present: Buffer,
): Promise<void> {
  await tx.rows(sql`update credential set password_hash = ${passwordHash} where account = ${account}::uuid`)
  await tx.rows(sql`
    update session set revoked_at = now()
    where account = ${account}::uuid and token_hash <> ${present} and revoked_at is null`)
}

function endSessions(tx: Transaction, account: string): Promise<unknown> {
  return tx.rows(sql`update session set revoked_at = now() where account = ${account}::uuid and revoked_at is null`)
}

export function readOfficesInAdministration(tx: Transaction): Promise<OfficeInAdministration[]> {
  return tx.rows<OfficeInAdministration>(sql`
    select o.office, o.name, o.kind, o.country, o.region, o.place, o.sector,
      coalesce((select json_agg(json_build_object('scheme', p.scheme, 'role', p.role) order by p.scheme, p.role)
        from scheme_office p where p.office = o.office), '[]'::json) as parts,
      (select count(distinct s.account)::int from seat s where s.office = o.office) as accounts
    from office o order by o.name, o.office`)
}

/** Which of these offices there are. */
export async function knownOffices(tx: Transaction, offices: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.rows<{ office: string }>(sql`select office from office where office = any(${offices}::text[])`)
  return rows.map(({ office }) => office)
}

/** Adds an office with its parts in schemes. False when its id is taken; nothing is written then. */
export async function addOffice(tx: Transaction, office: OfficePlan, parts: readonly SchemePart[]): Promise<boolean> {
  const added = await tx.rows(sql`
    insert into office (office, name, kind, country, region, place, sector)
    values (${office.office}, ${office.name}, ${office.kind}, ${office.country}, ${office.region ?? null},
      ${office.place ?? null}, ${office.sector ?? null})
    on conflict (office) do nothing returning 1`)
  if (added.length === 0) return false
  await addParts(tx, office.office, parts)
  return true
}

export function readParts(tx: Transaction, office: string): Promise<SchemePart[]> {
  return tx.rows<SchemePart>(sql`select scheme, role from scheme_office where office = ${office}`)
}

/** The parts an office plays in schemes are these from now on. */
export async function changeParts(tx: Transaction, office: string, parts: readonly SchemePart[]): Promise<void> {
  await tx.rows(sql`delete from scheme_office where office = ${office}`)
  await addParts(tx, office, parts)
}

function addParts(tx: Transaction, office: string, parts: readonly SchemePart[]): Promise<unknown> {
  return tx.rows(sql`
    insert into scheme_office (scheme, role, office)
    select scheme, role, ${office}
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p (scheme text, role text)
    on conflict do nothing`)
}

/** Gives offices parts in a scheme, beside those that they play already. */
export function addOfficesOf(
  tx: Transaction,
  scheme: string,
  parts: readonly { readonly role: string; readonly office: string }[],
): Promise<unknown> {
  return tx.rows(sql`
    insert into scheme_office (scheme, role, office)
    select ${scheme}, role, office
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p (role text, office text)
    on conflict do nothing`)
}

/** What was done to accounts and offices, newest first. Signing in is not part of it. */
export function readAdministrationLog(tx: Transaction, limit: number): Promise<AdministrationEntry[]> {
  return tx.rows<AdministrationEntry>(sql`
    select to_char(l.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, a.name as by, l.act, l.facts
    from administration_log l join account a using (account)
    where l.act <> 'signed-in' order by l.entry desc limit ${limit}`)
}
