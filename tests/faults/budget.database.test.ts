/** A budget that runs out, with two servers deciding at once on one PostgreSQL. */
import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { budgetsOf } from '#app/budget.ts'
import { handle } from '#app/handle.ts'
import type { House } from '#app/house.ts'
import type { Answer } from '#app/judge.ts'
import { rebuildProjections } from '#app/rebuild.ts'
import { verify } from '#app/verify.ts'
import { readScheme } from '#catalogue/load.ts'
import { readBudgets } from '#db/budgets.ts'
import { asActor, openDatabase } from '#db/connect.ts'
import type { Database } from '#db/connect.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Actor, Role } from '#domain/role.ts'

import { foundHouse } from '../kit/house.ts'
import type { TestHouse } from '../kit/house.ts'

const today = '2026-03-02'
const scheme = 'minjec-subsidy'
const parts: readonly Role[] = [
  'counsellor',
  'coordinator',
  'employment-adviser',
  'finance-officer',
  'payment-approver',
]

/** The ministry's scheme, with a budget for some years that its file leaves open. */
function budgeted(budgets: Readonly<Record<number, number>>) {
  const file = readScheme(scheme, readFileSync(`catalogue/schemes/${scheme}.yaml`, 'utf8'))
  const budget = Object.entries(budgets).map(([year, amount]) => ({
    year: Number(year),
    amount: `${amount} XAF`,
    source: 'annexe',
  }))
  const editions = file.editions.map((edition) => ({
    ...edition,
    aids: edition.aids.map((aid) => ({ ...aid, budget })),
  }))
  return { ...file, editions }
}

function actor(role: Role): Actor {
  return { user: derivedId('account', role), role, office: 'minjec' }
}

let home: TestHouse
let second: Database
let servers: readonly House[]

beforeAll(async () => {
  home = await foundHouse(
    {
      schemes: [budgeted({ 2023: 1_000_000, 2024: 1_000_000, 2025: 1_000_000, 2026: 1_000_000 })],
      offices: [
        { office: 'minjec', name: 'MINJEC', kind: 'representation', country: 'CM' },
        { office: 'elsewhere', name: 'Elsewhere', kind: 'agency', country: 'CM' },
      ],
      parts: parts.map((role) => ({ scheme, role, office: 'minjec' })),
      accounts: parts.map((role) => ({
        email: `${role}@minjec.example`,
        name: role,
        language: 'fr',
        seats: [[role, 'minjec']],
      })),
    },
    { now: () => `${today}T09:00:00.000Z`, today: () => today },
  )
  second = openDatabase(home.url, 8)
  servers = [home.house, { ...home.house, database: second }]
})
afterAll(async () => {
  await second.close()
  await home.close()
})

async function tries(stream: string, role: Role, name: string, input: object, server = 0): Promise<Answer> {
  return handle(servers[server] ?? home.house, actor(role), { command: uuidv7(), name, stream, input })
}

async function does(stream: string, role: Role, name: string, input: object): Promise<void> {
  const answer = await tries(stream, role, name, input)
  if (answer.status === 'refused') throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
}

const yes = { known: true }

/** Somebody who may be granted the subsidy. */
async function applicant(): Promise<string> {
  const stream = uuidv7()
  const people = [{ person: uuidv7(), givenName: 'Salomon', familyName: 'Ewane', birth: '1993', relation: 'principal' }]
  const on = '2023-01-09'
  await does(stream, 'counsellor', 'register-case', { scheme, people, consents: ['case-handling'], on })
  const first = { 'migrant de retour': yes, 'situation précaire': yes }
  await does(stream, 'counsellor', 'complete-step', { step: 'interview', facts: first, on })
  await does(stream, 'counsellor', 'give-verdict', { on })
  await does(stream, 'counsellor', 'choose-aid', { aid: 'subsidy', on })
  const both = { 'formation technique attestée': yes, 'réarmement attesté': yes }
  await does(stream, 'coordinator', 'complete-step', { step: 'certificates', facts: both, on })
  await does(stream, 'employment-adviser', 'complete-step', { step: 'activity', on })
  return stream
}

function grants(stream: string, amount: number, on = today, server = 0): Promise<Answer> {
  return tries(stream, 'coordinator', 'grant-award', { amount, on }, server)
}

async function granted(year: number, office = 'minjec'): Promise<number> {
  const who = { ...actor('coordinator'), office }
  const lines = await asActor(home.house.database, who, (tx) => readBudgets(tx, scheme))
  return lines.find((line) => line.year === year)?.granted ?? 0
}

describe('a budget of the year', () => {
  test('two servers that decide on many cases at once never grant more than it holds', async () => {
    const cases = await Promise.all(Array.from({ length: 10 }, applicant))
    const answers = await Promise.all(cases.map((stream, index) => grants(stream, 300_000, today, index % 2)))
    expect(answers.filter(({ status }) => status === 'done')).toHaveLength(3)
    const refused = answers.flatMap((answer) => (answer.status === 'refused' ? [answer.refusal] : []))
    expect(refused).toHaveLength(7)
    for (const refusal of refused)
      expect(refusal).toMatchObject({
        code: 'budget-spent',
        field: 'amount',
        facts: { amount: 300_000, left: 100_000, budget: 1_000_000, year: '2026', line: 'subsidy', rule: 'budget' },
      })
    expect(await granted(2026)).toBe(900_000)
    expect((await verify(home.house)).faults).toEqual([])
  })

  test('the last franc may be granted, not one more; another year has its own', async () => {
    const [one = '', other = '', next = ''] = await Promise.all([applicant(), applicant(), applicant()])
    expect((await grants(one, 1_000_000, '2025-06-02')).status).toBe('done')
    expect(await grants(other, 1, '2025-06-02')).toMatchObject({
      refusal: { code: 'budget-spent', facts: { left: 0 } },
    })
    expect((await grants(next, 1, '2026-03-02')).status).toBe('done')
  })

  test('who withdraws unpaid gives it back, and can only come back while it is still there', async () => {
    const [one = '', other = ''] = await Promise.all([applicant(), applicant()])
    const on = '2024-06-03'
    expect((await grants(one, 800_000, on)).status).toBe('done')
    expect((await grants(other, 800_000, on)).status).toBe('refused')
    await does(one, 'coordinator', 'withdraw', { reason: 'a job in Douala', on })
    expect(await granted(2024)).toBe(0)
    expect((await grants(other, 800_000, on)).status).toBe('done')
    await does(one, 'coordinator', 'close-case', { reason: 'stopped', on })
    expect(await tries(one, 'coordinator', 'reopen-case', { reason: 'the job is gone', on })).toMatchObject({
      refusal: { code: 'budget-spent', facts: { left: 200_000 } },
    })
    await does(other, 'coordinator', 'withdraw', { reason: 'a shop of a cousin', on })
    await does(one, 'coordinator', 'reopen-case', { reason: 'the job is gone', on })
    expect(await granted(2024)).toBe(800_000)
    expect((await verify(home.house)).faults).toEqual([])
  })

  test('what is granted is told to the offices of the scheme only, and can be made again from the facts', async () => {
    const before = await granted(2026)
    expect(await granted(2026, 'elsewhere')).toBe(0)
    await rebuildProjections(home.house)
    expect(await granted(2026)).toBe(before)
    const told = (office: string) =>
      asActor(home.house.database, { ...actor('coordinator'), office }, (tx) =>
        budgetsOf(home.house, tx, office, scheme),
      )
    expect(await told('minjec')).toEqual([
      {
        line: 'subsidy',
        aids: ['subsidy'],
        year: 2026,
        amount: 1_000_000,
        granted: before,
        currency: 'XAF',
        source: 'annexe',
      },
    ])
    expect(await told('elsewhere')).toEqual([])
  })
})

type Step = { readonly file: number; readonly act: 'grant' | 'withdraw' | 'close' | 'reopen'; readonly amount: number }

const steps = fc.array(
  fc.record<Step>({
    file: fc.nat(3),
    act: fc.constantFrom('grant', 'grant', 'withdraw', 'close', 'reopen'),
    amount: fc.integer({ min: 1, max: 700_000 }),
  }),
  { minLength: 4, maxLength: 14 },
)

test('in whatever order awards are granted, given back and taken up again, the budget is never passed', async () => {
  const files = await Promise.all(Array.from({ length: 4 }, applicant))
  const inputs = {
    grant: ({ amount }: Step) => ['grant-award', { amount, on: '2023-06-02' }] as const,
    withdraw: () => ['withdraw', { reason: 'r', on: '2023-06-02' }] as const,
    close: () => ['close-case', { reason: 'stopped', on: '2023-06-02' }] as const,
    reopen: () => ['reopen-case', { reason: 'r', on: '2023-06-02' }] as const,
  }
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      await Promise.all(
        list.map((step, index) => {
          const [name, input] = inputs[step.act](step)
          return tries(files[step.file] ?? '', 'coordinator', name, input, index % 2)
        }),
      )
      expect(await granted(2023)).toBeLessThanOrEqual(1_000_000)
    }),
    { numRuns: 10 },
  )
  expect((await verify(home.house)).faults).toEqual([])
})
