import { createHash, randomBytes } from 'node:crypto'

import { generateSecret, generateURI, verifySync } from 'otplib'

import * as accounts from '#db/accounts.ts'
import type { SessionRow } from '#db/accounts.ts'
import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor, Role } from '#domain/role.ts'

import type { House } from './house.ts'
import { checkPassword, nobody } from './passwords.ts'

export type Session = {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly language: string }
  readonly seat: Seat
  readonly seats: readonly Seat[]
}

export type Seat = {
  readonly role: string
  readonly office: { readonly id: string; readonly name: string; readonly country: string }
}

const daysOfSession = 14
const mostFailuresByEmail = 8
const mostFailuresByAddress = 60

/** A session's secret as it is kept: its SHA-256, so that the table cannot be used to sign in. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The name of a session that is not its secret: the hash of what is kept. */
export function deviceId(token: string): string {
  return createHash('sha256').update(tokenHash(token)).digest('hex')
}

/**
 * Opens a session. Refusals: `too-many-attempts`, `wrong-credentials` (also for an account that does not exist or has
 * no seat), `code-needed`, `wrong-code` (also for a code used before).
 */
export async function signIn(
  house: House,
  credentials: { readonly email: string; readonly password: string; readonly code?: string | undefined },
  from: { readonly address: string; readonly device: string },
): Promise<Outcome<{ readonly token: string; readonly session: Session }>> {
  const { email } = credentials
  const begun = await beginAttempt(house, email, from.address)
  if (begun.refused) return begun
  const { account, attempt } = begun.value
  const right = await checkPassword(credentials.password, account?.password_hash ?? (await nobody))
  return asActor(house.database, 'system', async (tx) => {
    const refusal =
      !account || !right
        ? refuse('wrong-credentials')
        : await codeRefusal(tx, account, credentials.code, house.clock.now())
    const seats = account && !refusal ? await accounts.readSeats(tx, account.account) : []
    const [seat] = seats
    // Being asked for the code is not a failure, a wrong one is.
    if (refusal?.code === 'code-needed') await accounts.settleSignIn(tx, attempt, false)
    if (!refusal && seat) await accounts.settleSignIn(tx, attempt, true)
    if (refusal) return refusal
    if (!account || !seat) return refuse('wrong-credentials')
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(Date.parse(house.clock.now()) + daysOfSession * 86_400_000).toISOString()
    const { role, office } = seat
    await accounts.startSession(tx, {
      tokenHash: tokenHash(token),
      account: account.account,
      role,
      office,
      device: from.device,
      expiresAt,
    })
    await accounts.logAdministration(tx, account.account, 'signed-in', { device: from.device })
    return accept({ token, session: sessionOf(account, seat, seats) })
  })
}

type Attempt = { readonly email: string; readonly address: string; readonly at: string }

/** Counts the attempt before anything is tried, so that many at once are no way around the limit. */
export async function beginAttempt(
  house: House,
  email: string,
  address: string,
): Promise<Outcome<{ readonly account: accounts.AccountRow | undefined; readonly attempt: Attempt }>> {
  return asActor(house.database, 'system', async (tx) => {
    const [failures, account] = await Promise.all([
      accounts.failedSignIns(tx, email, address),
      accounts.findAccount(tx, email),
    ])
    if (failures.email >= mostFailuresByEmail || failures.address >= mostFailuresByAddress)
      return refuse('too-many-attempts', { minutes: 15 })
    return accept({ account, attempt: { email, address, at: await accounts.countSignIn(tx, email, address) } })
  })
}

/**
 * Keeps a new authenticator once a code from it is right. Refusals: `second-factor-set` (whoever holds a session but
 * not the authenticator must not replace it), `wrong-code`.
 */
export async function setSecondFactor(
  house: House,
  { account, email }: Pick<SessionRow, 'account' | 'email'>,
  { secret, code }: { readonly secret: string; readonly code: string },
): Promise<Outcome<{ readonly secondFactor: boolean }>> {
  const step = codeStep(secret, code, house.clock.now())
  return asActor(house.database, 'system', async (tx) => {
    const known = await accounts.findAccount(tx, email)
    if (known?.totp_secret != null) return refuse('second-factor-set')
    if (step === undefined) return refuse('wrong-code', {}, 'code')
    await accounts.setSecondFactor(tx, account, secret, step)
    await accounts.logAdministration(tx, account, 'second-factor-set', {})
    return accept({ secondFactor: true })
  })
}

/** Takes the authenticator away, by a code from it. Refusals: `too-many-attempts`, `wrong-code`. */
export async function removeSecondFactor(
  house: House,
  { account, email }: Pick<SessionRow, 'account' | 'email'>,
  code: string,
  address: string,
): Promise<Outcome<{ readonly secondFactor: boolean }>> {
  const begun = await beginAttempt(house, email, address)
  if (begun.refused) return begun
  const { account: known, attempt } = begun.value
  return asActor(house.database, 'system', async (tx) => {
    const refusal = known?.totp_secret == null || (await codeRefusal(tx, known, code, house.clock.now()))
    if (refusal) return refuse('wrong-code', {}, 'code')
    await accounts.settleSignIn(tx, attempt, false)
    await accounts.setSecondFactor(tx, account, null, null)
    await accounts.logAdministration(tx, account, 'second-factor-removed', {})
    return accept({ secondFactor: false })
  })
}

async function codeRefusal(tx: Transaction, account: accounts.AccountRow, code: string | undefined, now: string) {
  if (account.totp_secret === null) return undefined
  if (!code) return refuse('code-needed', {}, 'code')
  const step = codeStep(account.totp_secret, code, now)
  if (step === undefined || !(await accounts.spendCode(tx, account.account, step)))
    return refuse('wrong-code', {}, 'code')
  return undefined
}

/** The 30-second step a code belongs to (one step of clock drift is forgiven), or undefined when it is wrong. */
export function codeStep(secret: string, code: string, now: string): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(Date.parse(now) / 1000)
  const result = verifySync({ secret, token: code, epoch, epochTolerance: 30 })
  return result.valid ? Math.floor(epoch / 30) + result.delta : undefined
}

/** A new secret for an authenticator, and the address it reads; kept only once a code from it was confirmed. */
export function newSecondFactor(email: string): { readonly secret: string; readonly address: string } {
  const secret = generateSecret()
  return { secret, address: generateURI({ issuer: 'Homeward', label: email, secret }) }
}

function sessionOf(
  account: { readonly account: string; readonly name: string; readonly email: string; readonly language: string },
  seat: { readonly role: string; readonly office: string },
  seats: readonly accounts.SeatRow[],
): Session {
  const all = seats.map(({ role, office, name, country }) => ({ role, office: { id: office, name, country } }))
  const current = all.find((each) => each.role === seat.role && each.office.id === seat.office)
  return {
    user: { id: account.account, name: account.name, email: account.email, language: account.language },
    seat: current ?? { role: seat.role, office: { id: seat.office, name: seat.office, country: '' } },
    seats: all,
  }
}

/** What the screen shows about the session: who, in which seat, and which other seats there are. */
export async function describeSession(house: House, row: SessionRow): Promise<Session> {
  const seats = await asActor(house.database, 'system', (tx) => accounts.readSeats(tx, row.account))
  return sessionOf(row, row, seats)
}

export function actorOf(row: SessionRow): Actor {
  return { user: row.account, role: row.role as Role, office: row.office }
}
