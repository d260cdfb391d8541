import { uuidv7 } from 'uuidv7'

import {
  addCallApplication,
  countCallApplications,
  eraseCallApplications,
  settleCallApplication,
} from '#db/call-applications.ts'
import { asActor } from '#db/connect.ts'
import { readCallState } from '#db/reads/standing.ts'
import { addDays } from '#domain/calendar.ts'
import { isOpen } from '#domain/operator-call/call.ts'
import { keptDays, keptDaysSettled } from '#domain/operator-call/application.ts'
import type { ApplicationOutcome, CallApplicationInput } from '#domain/operator-call/application.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { settledAs } from './already-waits.ts'
import type { House } from './house.ts'

/** More than a call gets in a day; the rest would be mischief. */
const mostInADay = 100

/**
 * An organisation without an account answers an open call. Whoever answers twice is heard once, and is told nothing else
 * than the first time. Refusals: `not-found`, `call-closed`, `lot-not-called`, `too-many-requests`.
 */
export async function applyToCall(
  house: House,
  given: CallApplicationInput,
): Promise<Outcome<{ readonly kept: true }>> {
  const { consent: _given, ...application } = given
  const today = house.clock.today()
  const now = house.clock.now()
  const since = new Date(Date.parse(now) - 86_400_000).toISOString()
  return asActor(house.database, 'system', async (tx) => {
    const call = await readCallState(tx, given.call)
    if (!call) return refuse('not-found')
    if (!isOpen(call, today)) return refuse('call-closed', { from: call.from, until: call.closedOn ?? call.until })
    const other = given.lots.find((lot) => !call.lots.includes(lot))
    if (other !== undefined) return refuse('lot-not-called', { lot: other }, 'lots')
    if ((await countCallApplications(tx, given.call, since)) >= mostInADay) return refuse('too-many-requests')
    await addCallApplication(tx, { ...application, id: uuidv7(), askedAt: now, eraseOn: addDays(today, keptDays) })
    return accept({ kept: true } as const)
  })
}

/** The office that called says what becomes of an application: to everybody else it is `not-found`. */
export async function settleApplication(
  { database, clock }: House,
  actor: Actor,
  id: string,
  outcome: ApplicationOutcome,
): Promise<Outcome<{ readonly outcome: ApplicationOutcome }>> {
  const eraseOn = addDays(clock.today(), outcome === 'waiting' ? keptDays : keptDaysSettled)
  const settling = asActor(database, actor, (tx) =>
    settleCallApplication(tx, id, { outcome, at: clock.now(), by: actor.user, eraseOn }),
  )
  return settledAs(outcome, settling)
}

/** Erases the applications whose day has come. */
export function eraseOldApplications({ database, clock }: House): Promise<number> {
  return asActor(database, 'system', (tx) => eraseCallApplications(tx, clock.today()))
}
