import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

export type AccountRow = {
  readonly account: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly password_hash: string
  readonly totp_secret: string | null
  readonly totp_last_step: number | null
}

export type SeatRow = {
  readonly role: string
  readonly office: string
  readonly name: string
  readonly country: string
}

export type SessionRow = {
  readonly account: string
  readonly name: string
  readonly email: string
  readonly language: string
  readonly role: string
  readonly office: string
  readonly expires_at: Date
}

export async function findAccount(tx: Transaction, email: string): Promise<AccountRow | undefined> {
  const [row] = await tx.rows<AccountRow>(sql`
    select a.account, a.email, a.name, a.language, c.password_hash, c.totp_secret, c.totp_last_step
    from account a join credential c using (account) where a.email = lower(${email}) and a.active`)
  return row
}

/** The seats a person holds today, by office and role. */
export function readSeats(tx: Transaction, account: string): Promise<SeatRow[]> {
  return tx.rows<SeatRow>(sql`
    select s.role, s.office, o.name, o.country from seat s join office o using (office)
    where s.account = ${account}::uuid and (s.until is null or s.until > now()) order by o.name, s.role`)
}

/**
 * Failed sign-ins of the last quarter of an hour, for this e-mail and for this address. Until the transaction ends,
 * others who ask for the same e-mail or address wait: a hundred guesses at once are counted one by one.
 */
export async function failedSignIns(
  tx: Transaction,
  email: string,
  address: string,
): Promise<{ email: number; address: number }> {
  // Always in this order, or two could wait for one another.
  const locks = [`sign-in ${email.toLowerCase()}`, `sign-in ${address}`].map((name) =>
    tx.rows(sql`select pg_advisory_xact_lock(hashtext(${name}))`),
  )
  const counted = tx.rows<{ by_email: number; by_address: number }>(sql`
    select
      (select count(*) from sign_in_attempt where email = lower(${email}) and not succeeded and at > now() - interval '15 minutes'
        and at > coalesce((select max(at) from sign_in_attempt where email = lower(${email}) and succeeded), '-infinity')) as by_email,
      (select count(*) from sign_in_attempt where address = ${address} and not succeeded and at > now() - interval '15 minutes') as by_address`)
  const [[row]] = await Promise.all([counted, ...locks])
  return { email: row?.by_email ?? 0, address: row?.by_address ?? 0 }
}

/** Counts an attempt as failed before it is judged; `settleSignIn` takes that back. Answers its name. */
export async function countSignIn(tx: Transaction, email: string, address: string): Promise<string> {
  const [row] = await tx.rows<{ at: string }>(sql`
    insert into sign_in_attempt (email, address, succeeded, at)
    values (lower(${email}), ${address}, false, clock_timestamp()) returning at::text`)
  return row?.at ?? ''
}

/** The attempt was no failure. One that `succeeded` also ends the count of those before it. */
export async function settleSignIn(
  tx: Transaction,
  attempt: { readonly email: string; readonly address: string; readonly at: string },
  succeeded: boolean,
): Promise<void> {
  const { email, address, at } = attempt
  await tx.rows(sql`
    delete from sign_in_attempt
    where email = lower(${email}) and address = ${address} and at = ${at}::timestamptz and not succeeded`)
  if (succeeded)
    await tx.rows(
      sql`insert into sign_in_attempt (email, address, succeeded) values (lower(${email}), ${address}, true)`,
    )
}

export function startSession(
  tx: Transaction,
  session: { tokenHash: Buffer; account: string; role: string; office: string; device: string; expiresAt: string },
): Promise<unknown> {
  return tx.rows(sql`
    insert into session (token_hash, account, role, office, device, expires_at)
    values (${session.tokenHash}, ${session.account}, ${session.role}, ${session.office}, ${session.device}, ${session.expiresAt})`)
}

/** The session behind a token, if it still holds: not revoked, not idle for a day, seat and account still there. */
export async function findSession(tx: Transaction, tokenHash: Buffer): Promise<SessionRow | undefined> {
  const [row] = await tx.rows<SessionRow>(sql`
    select s.account, a.name, a.email, a.language, s.role, s.office, s.expires_at
    from session s join account a using (account)
      join seat t on t.account = s.account and t.role = s.role and t.office = s.office
    where s.token_hash = ${tokenHash} and s.revoked_at is null and s.expires_at > now()
      and s.seen_at > now() - interval '1 day' and a.active and (t.until is null or t.until > now())`)
  return row
}

/** A sign of life; one that comes after a day is too late. */
export function touchSession(tx: Transaction, tokenHash: Buffer): Promise<unknown> {
  return tx.rows(
    sql`update session set seen_at = now() where token_hash = ${tokenHash}
      and seen_at between now() - interval '1 day' and now() - interval '1 minute'`,
  )
}

export function takeSeat(tx: Transaction, tokenHash: Buffer, role: string, office: string): Promise<unknown> {
  return tx.rows(sql`update session set role = ${role}, office = ${office} where token_hash = ${tokenHash}`)
}

export function revokeSession(tx: Transaction, tokenHash: Buffer): Promise<unknown> {
  return tx.rows(sql`update session set revoked_at = now() where token_hash = ${tokenHash} and revoked_at is null`)
}

export type DeviceRow = {
  readonly device: string
  readonly id: string
  readonly created_at: Date
  readonly seen_at: Date
}

/** Where a person is signed in; the id names the session without being its secret. */
export function readDevices(tx: Transaction, account: string): Promise<DeviceRow[]> {
  return tx.rows<DeviceRow>(sql`
    select encode(sha256(token_hash), 'hex') as id, device, created_at, seen_at from session
    where account = ${account}::uuid and revoked_at is null and expires_at > now() and seen_at > now() - interval '1 day'
    order by seen_at desc`)
}

export async function revokeDevice(tx: Transaction, account: string, id: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    update session set revoked_at = now()
    where account = ${account}::uuid and encode(sha256(token_hash), 'hex') = ${id} and revoked_at is null returning 1`)
  return rows.length > 0
}

/** Takes a one-time code's step once: a code that was used, or an older one, does not work again. */
export async function spendCode(tx: Transaction, account: string, step: number): Promise<boolean> {
  const rows = await tx.rows(sql`
    update credential set totp_last_step = ${step}
    where account = ${account}::uuid and coalesce(totp_last_step, -1) < ${step} returning 1`)
  return rows.length > 0
}

/** `step` is that of the code which confirmed the secret: it is spent. */
export function setSecondFactor(
  tx: Transaction,
  account: string,
  secret: string | null,
  step: number | null,
): Promise<unknown> {
  return tx.rows(
    sql`update credential set totp_secret = ${secret}, totp_last_step = ${step} where account = ${account}::uuid`,
  )
}

export function logAdministration(tx: Transaction, account: string, act: string, facts: object): Promise<unknown> {
  return tx.rows(
    sql`insert into administration_log (account, act, facts) values (${account}, ${act}, ${JSON.stringify(facts)})`,
  )
}
