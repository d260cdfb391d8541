import { readFileSync } from 'node:fs'

import { uuidv7 } from 'uuidv7'

import { handle } from '#app/handle.ts'
import type { Answer } from '#app/judge.ts'
import { readScheme } from '#catalogue/load.ts'
import { asActor, sql } from '#db/connect.ts'
import { readOffices, schemeParts } from '#demonstration/read-data.ts'
import { addMonths } from '#domain/calendar.ts'
import { criteriaOf } from '#domain/operator/checks.ts'
import type { Actor, Role } from '#domain/role.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

import { actor, foundHouse } from './house.ts'
import type { TestHouse } from './house.ts'
import { withAnswerIn, withServices } from './operators.ts'

const name = 'ofii-cameroon'

/** OFII Cameroon as it would be if its operators were accredited, paid by the case and had a day to answer. */
function schemeWithOperators(): Scheme {
  const scheme = readScheme(name, readFileSync(`catalogue/schemes/${name}.yaml`, 'utf8'))
  const editions = scheme.editions.map((edition) => {
    const running = { scheme, edition } as RunningEdition
    return withAnswerIn(1, withServices(running, 'required')).edition
  })
  return { ...scheme, editions }
}

/** A real house with that scheme, the demonstration's offices and accounts, and no cases. */
export function houseWithOperators(today: string): Promise<TestHouse> {
  const plan = readOffices()
  const { offices, accounts } = plan
  const parts = schemeParts(plan).filter(({ scheme }) => scheme === name)
  const clock = { now: () => `${today}T09:00:00.000Z`, today: () => today }
  return foundHouse({ schemes: [schemeWithOperators()], offices, parts, accounts }, clock)
}

export const programme = actor('sophie', 'programme-manager', 'ofii-programme')
const approver = actor('olivier', 'payment-approver', 'ofii-finances')

export type Terms = {
  readonly ceiling?: number
  readonly cases?: number
  readonly capacity?: number
  readonly languages?: readonly string[]
  readonly regions?: readonly string[]
  readonly sectors?: readonly string[]
}

/** Sends a command, as somebody. */
export function tried(
  { house }: Pick<TestHouse, 'house'>,
  who: Actor,
  stream: string,
  command: string,
  input: object,
): Promise<Answer> {
  return handle(house, who, { command: uuidv7(), name: command, stream, input })
}

/** The same, for what must work. */
export async function does(
  home: Pick<TestHouse, 'house'>,
  who: Actor,
  stream: string,
  command: string,
  input: object,
): Promise<void> {
  const answer = await tried(home, who, stream, command, input)
  if (answer.status === 'refused') throw new Error(`${command}: ${JSON.stringify(answer.refusal)}`)
}

/** An organisation on its way to a contract, by the commands that a programme office uses. Answers its stream. */
export async function accreditedOperator(
  home: Pick<TestHouse, 'house'>,
  office: string,
  { ceiling, cases, capacity, languages = ['fr'], regions = ['CM-CE'], sectors = [] }: Terms = {},
): Promise<string> {
  const { house } = home
  const today = house.clock.today()
  const running = house.editions.current(name, today)!
  const stream = uuidv7()
  const until = addMonths(today, 18)
  const expertise = Object.fromEntries(
    (running.edition.operators?.expertise ?? []).map((each) => [each.expertise, null]),
  )
  const said = { type: 'private', lots: ['social', 'employment', 'business'], experience: 5, staff: 6 }
  const grid = Object.fromEntries(criteriaOf(running).map(({ criterion }) => [criterion, { mark: 4, reason: 'seen' }]))
  const terms = { ...(ceiling ? { ceiling } : {}), ...(cases ? { cases } : {}) }
  const prices = { accompaniment: 200_000, project: 100_000 }
  const asked = { scheme: name, office, ...said, expertise, languages, regions, sectors }
  await does(home, programme, stream, 'submit-application', { ...asked, ...(capacity ? { capacity } : {}) })
  await does(home, programme, stream, 'assess-application', { grid })
  await does(home, programme, stream, 'decide-accreditation', { decision: 'grant', from: addMonths(today, -6), until })
  await does(home, programme, stream, 'sign-contract', { from: addMonths(today, -6), until, ...terms, prices })
  await does(home, approver, stream, 'approve-contract', {})
  return stream
}

/** Another ceiling or number of cases, as two people agree to it. */
export async function amended(home: Pick<TestHouse, 'house'>, stream: string, change: object): Promise<Answer> {
  const proposed = await tried(home, programme, stream, 'amend-contract', { ...change, reason: 'as agreed' })
  return proposed.status === 'refused' ? proposed : tried(home, approver, stream, 'approve-contract', {})
}

export const approve = (home: Pick<TestHouse, 'house'>, stream: string): Promise<Answer> =>
  tried(home, approver, stream, 'approve-contract', {})

export function staff(who: string, role: Role, office: string): Actor {
  return actor(who, role, office)
}

/** What an earlier operator and a committee may have left on a file: a worked-out project and a frozen pack. */
export function leaveBehind(home: TestHouse, stream: string): Promise<unknown> {
  return asActor(home.house.database, 'system', (tx) =>
    Promise.all([
      tx.rows(sql`insert into project_content (project, "case", body) values (${uuidv7()}, ${stream}, '{}')`),
      tx.rows(sql`
        insert into sitting_pack (sitting, "case", hash, version, pages, size, frozen_at)
        values (${uuidv7()}, ${stream}, 'hash', 1, 1, 1, now())`),
    ]),
  )
}

export function clearAway(home: TestHouse, stream: string): Promise<unknown> {
  return asActor(home.house.database, 'system', (tx) =>
    Promise.all([
      tx.rows(sql`delete from project_content where "case" = ${stream}::uuid`),
      tx.rows(sql`delete from sitting_pack where "case" = ${stream}::uuid`),
    ]),
  )
}
