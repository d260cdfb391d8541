import { uuidv7 } from 'uuidv7'

import type { CallBackAnswer } from '#contract/questionnaire-answers.ts'
import * as callBacks from '#db/call-backs.ts'
import { asActor } from '#db/connect.ts'
import { addDays } from '#domain/calendar.ts'
import { keptDays, keptDaysSettled, reachable } from '#domain/call-back.ts'
import type { CallBackInput, CallBackOutcome } from '#domain/call-back.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { settledAs } from './already-waits.ts'
import type { House } from './house.ts'
import { interviewRole } from './public-editions.ts'

/** More than an office can call in a day; the rest would be mischief. */
const mostInADay = 200

/**
 * Leaves a request with each office that is asked, in the role that holds the first interview there. Refusals:
 * `contact-needed`, `unknown-choice` (an office that does not hold the scheme's first interview), `too-many-requests`.
 */
export async function askCallBack(house: House, given: CallBackInput): Promise<Outcome<{ readonly asked: number }>> {
  const request = reachable(given)
  if (request.refused) return request
  const plans = plansFrom(house, request.value)
  if (plans.refused) return plans
  const since = new Date(Date.parse(house.clock.now()) - 86_400_000).toISOString()
  return asActor(house.database, 'system', async (tx) => {
    for (const { office } of plans.value)
      if ((await callBacks.countCallBacks(tx, office, since)) >= mostInADay) return refuse('too-many-requests')
    for (const plan of plans.value) await callBacks.addCallBack(tx, plan)
    return accept({ asked: plans.value.length })
  })
}

/** One request for each office and role, always in one order: two at once must not wait for one another. */
function plansFrom(house: House, { wishes, ...given }: CallBackInput): Outcome<readonly callBacks.CallBackPlan[]> {
  const { consent: _given, ...person } = given
  const plans = new Map<string, callBacks.CallBackPlan>()
  for (const { scheme, office } of wishes) {
    const role = interviewRole(house, scheme, office)
    if (role === undefined) return refuse('unknown-choice', { scheme, office }, 'wishes')
    const key = `${office} ${role}`
    const schemes = [...new Set([...(plans.get(key)?.schemes ?? []), scheme])]
    const eraseOn = addDays(house.clock.today(), keptDays)
    plans.set(key, { ...person, id: uuidv7(), office, role, schemes, askedAt: house.clock.now(), eraseOn })
  }
  return accept([...plans].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, plan]) => plan))
}

export type CallBackPage = {
  readonly rows: readonly CallBackAnswer[]
  readonly next: string | null
  /** Settled lately and not erased yet: a mistake can be undone. */
  readonly settled: readonly CallBackAnswer[]
}

const pageSize = 50

/** Who waits for a call from the actor's office in the actor's role, longest first. */
export async function waitingCallBacks(
  { database }: House,
  actor: Actor,
  after: { readonly askedAt: string; readonly id: string } | undefined,
): Promise<CallBackPage> {
  const { office, role } = actor
  const [rows, settled] = await asActor(database, actor, (tx) =>
    Promise.all([callBacks.readWaiting(tx, office, role, after, pageSize), callBacks.readSettled(tx, office, role)]),
  )
  const last = rows.at(-1)
  return { rows, next: last && rows.length === pageSize ? `${last.askedAt} ${last.callBack}` : null, settled }
}

/**
 * Says how a request ended, or puts it back. Only the office that was asked sees it, in the role that was asked: to
 * everybody else it is `not-found`.
 */
export async function settleCallBack(
  { database, clock }: House,
  actor: Actor,
  id: string,
  outcome: CallBackOutcome,
): Promise<Outcome<{ readonly outcome: CallBackOutcome }>> {
  const eraseOn = addDays(clock.today(), outcome === 'waiting' ? keptDays : keptDaysSettled)
  const settling = asActor(database, actor, (tx) =>
    callBacks.settleCallBack(tx, id, { outcome, at: clock.now(), by: actor.user, eraseOn }),
  )
  return settledAs(outcome, settling)
}
