import { uuidv7 } from 'uuidv7'

import type { SchemePart } from '#contract/answers.ts'
import { logAdministration } from '#db/accounts.ts'
import * as administration from '#db/administration.ts'
import type { SeatPlan } from '#db/administration.ts'
import { directoryChange } from '#db/changes.ts'
import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import type { OfficePlan } from '#db/founding.ts'
import { enqueue } from '#db/jobs.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept, firstRefusal, refuse } from '#domain/outcome.ts'
import type { Actor, Role } from '#domain/role.ts'

import type { House } from './house.ts'
import { hashPassword } from './passwords.ts'

export type NewAccount = {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly password: string
  readonly seats: readonly SeatPlan[]
}

/** Opens an account with a first password. Refusals: `role-may-not`, `unknown-choice`, `email-taken`. */
export async function openAccount(
  house: Pick<House, 'database'>,
  actor: Actor,
  plan: NewAccount,
): Promise<Outcome<{ account: string }>> {
  const forbidden = onlyAdministrators(actor)
  if (forbidden) return forbidden
  const { password, ...rest } = plan
  const passwordHash = await hashPassword(password)
  const account = uuidv7()
  return asActor(house.database, 'system', async (tx) => {
    const unknown = await unknownOffice(tx, plan.seats)
    if (unknown) return unknown
    if (!(await administration.addAccount(tx, { account, passwordHash, ...rest })))
      return refuse('email-taken', {}, 'email')
    await logAdministration(tx, actor.user, 'account-opened', { name: plan.name, seats: plan.seats })
    return accept({ account })
  })
}

/**
 * Closes an account, which also ends its sessions, or opens it again. Refusals: `role-may-not`, `not-found`,
 * `not-yourself`: somebody must always be left who can open it again.
 */
export async function changeActive(
  house: Pick<House, 'database'>,
  actor: Actor,
  account: string,
  active: boolean,
): Promise<Outcome<{ active: boolean }>> {
  return changeAccount(house, actor, account, async (tx) => {
    if (account === actor.user && !active) return refuse('not-yourself')
    await administration.setActive(tx, account, active)
    await logAdministration(tx, actor.user, active ? 'account-reopened' : 'account-closed', { account })
    return accept({ active })
  })
}

/** Gives an account a new password and ends its sessions. Refusals: `role-may-not`, `not-found`. */
export async function changePassword(
  house: House,
  actor: Actor,
  account: string,
  password: string,
): Promise<Outcome<{ changed: true }>> {
  const passwordHash = await hashPassword(password)
  return changeAccount(house, actor, account, async (tx) => {
    await administration.setPassword(tx, account, passwordHash)
    await logAdministration(tx, actor.user, 'password-given', { account })
    return accept({ changed: true })
  })
}

/**
 * The seats of an account are these from now on. Refusals: `role-may-not`, `not-found`, `unknown-choice`,
 * `not-yourself` (nobody gives up the administration they act in).
 */
export async function changeSeats(
  house: House,
  actor: Actor,
  account: string,
  seats: readonly SeatPlan[],
): Promise<Outcome<{ seats: number }>> {
  return changeAccount(house, actor, account, async (tx) => {
    const keeps = seats.some(({ role, office }) => role === actor.role && office === actor.office)
    const refusal = firstRefusal(
      account === actor.user && !keeps && refuse('not-yourself', {}, 'seats'),
      await unknownOffice(tx, seats),
    )
    if (refusal) return refusal
    await administration.changeSeats(tx, account, seats)
    await logAdministration(tx, actor.user, 'seats-changed', { account, seats })
    return accept({ seats: seats.length })
  })
}

export type NewOffice = Omit<OfficePlan, 'office'> & { readonly parts: readonly SchemePart[] }

/** Opens an office; its id is made from its name. Refusals: `role-may-not`, `unknown-choice`. */
export async function openOffice(house: House, actor: Actor, plan: NewOffice): Promise<Outcome<{ office: string }>> {
  const { parts, ...office } = plan
  const refusal = onlyAdministrators(actor) ?? unknownScheme(house, parts)
  if (refusal) return refusal
  const id = await asActor(house.database, 'system', async (tx) => {
    const name = idFrom(plan.name)
    for (let number = 1; ; number++) {
      const wanted = number === 1 ? name : `${name}-${number}`
      if (!(await administration.addOffice(tx, { ...office, office: wanted }, parts))) continue
      await logAdministration(tx, actor.user, 'office-opened', { office: wanted, parts })
      await refreshLater(tx, parts)
      return wanted
    }
  })
  await readDirectory(house)
  return accept({ office: id })
}

/** The parts an office plays in schemes are these from now on. Refusals: `role-may-not`, `not-found`, `unknown-choice`. */
export async function changeParts(
  house: House,
  actor: Actor,
  office: string,
  parts: readonly SchemePart[],
): Promise<Outcome<{ parts: number }>> {
  const refusal = onlyAdministrators(actor) ?? unknownScheme(house, parts)
  if (refusal) return refusal
  const outcome = await asActor(house.database, 'system', async (tx) => {
    if ((await administration.knownOffices(tx, [office])).length === 0) return refuse('not-found')
    const before = await administration.readParts(tx, office)
    await administration.changeParts(tx, office, parts)
    await logAdministration(tx, actor.user, 'office-changed', { office, parts })
    await refreshLater(tx, [...before, ...parts])
    return accept({ parts: parts.length })
  })
  if (!outcome.refused) await readDirectory(house)
  return outcome
}

export type PartOfOffice = { readonly role: Role; readonly office: string }

/**
 * Gives a scheme's parts to offices, all at once, beside whoever plays them already: what a new scheme needs to work.
 * Refusals: `role-may-not`, `not-found` (no such scheme), `unknown-choice` (no such office).
 */
export async function giveParts(
  house: House,
  actor: Actor,
  scheme: string,
  parts: readonly PartOfOffice[],
): Promise<Outcome<{ parts: number }>> {
  const forbidden = onlyAdministrators(actor)
  if (forbidden) return forbidden
  if (unknownScheme(house, [{ scheme, role: '' }])) return refuse('not-found')
  const wanted = [...new Set(parts.map(({ office }) => office))]
  const outcome = await asActor(house.database, 'system', async (tx) => {
    const known = await administration.knownOffices(tx, wanted)
    if (known.length < wanted.length) return refuse('unknown-choice', {}, 'parts')
    await administration.addOfficesOf(tx, scheme, parts)
    for (const office of wanted) {
      const given = parts.filter((part) => part.office === office).map(({ role }) => ({ scheme, role }))
      await logAdministration(tx, actor.user, 'office-changed', { office, parts: given })
    }
    await refreshLater(tx, [{ scheme, role: '' }])
    return accept({ parts: parts.length })
  })
  if (!outcome.refused) await readDirectory(house)
  return outcome
}

/** Who sees a case of a scheme, and who owes what, follows from the offices that play its parts. */
async function refreshLater(tx: Transaction, parts: readonly SchemePart[]): Promise<void> {
  for (const scheme of new Set(parts.map((part) => part.scheme)))
    await enqueue(tx, 'refresh-cases', { scheme }, `refresh-cases ${scheme}`)
}

/** Here at once, in the other server processes as soon as they hear of it. */
async function readDirectory(house: House): Promise<void> {
  await house.editions.reload()
  house.publish(directoryChange)
}

async function changeAccount<T>(
  house: Pick<House, 'database'>,
  actor: Actor,
  account: string,
  change: (tx: Transaction) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const forbidden = onlyAdministrators(actor)
  if (forbidden) return forbidden
  return asActor(house.database, 'system', async (tx) =>
    (await administration.isAccount(tx, account)) ? change(tx) : refuse('not-found'),
  )
}

/** Everything of this file is an administrator's; reading it is also the data protection officer's. */
export function onlyAdministrators(actor: Actor, reading = false): Refusal | undefined {
  const allowed: readonly Role[] = reading ? ['administrator', 'data-protection-officer'] : ['administrator']
  return allowed.includes(actor.role) ? undefined : refuse('role-may-not', { role: actor.role, allowed })
}

async function unknownOffice(tx: Transaction, seats: readonly SeatPlan[]): Promise<Refusal | undefined> {
  const wanted = [...new Set(seats.map(({ office }) => office))]
  const known = await administration.knownOffices(tx, wanted)
  return known.length < wanted.length ? refuse('unknown-choice', {}, 'seats') : undefined
}

function unknownScheme(house: House, parts: readonly SchemePart[]): Refusal | undefined {
  const known = new Set(house.editions.all().map(({ scheme }) => scheme.scheme))
  return parts.every(({ scheme }) => known.has(scheme)) ? undefined : refuse('unknown-choice', {}, 'parts')
}

/** Latin letters and digits of a name, joined by hyphens; a name in another script gets a plain word and a number. */
export function idFrom(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = letters.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return words.slice(0, 60).replace(/-+$/, '') || 'office'
}
