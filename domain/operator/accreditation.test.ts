import { describe, expect, test } from 'vitest'

import type { Role } from '../role.ts'
import { roles } from '../role.ts'
import type { Act } from '#tests/kit/accreditation.ts'
import {
  accredited,
  after,
  applied,
  apply,
  approve,
  because,
  circumstancesOf,
  contracted,
  ended,
  ownStaff,
  refused,
  said,
  suspended,
} from '#tests/kit/accreditation.ts'

import { accreditationCommandNames, accreditationCommands } from './commands/index.ts'
import { mayAttemptAccreditation } from './decide.ts'
import { sheetOf } from './accreditation.ts'
import { accreditationStates, priceOf } from './sheet.ts'
import type { AccreditationState } from './state.ts'

describe('an accreditation', () => {
  test('goes from application to contract, and its sheet says so', () => {
    expect(applied).toMatchObject({ status: 'applied', office: 'operator', scheme: 'small', edition: '2026' })
    expect(sheetOf(applied)).toMatchObject({ state: 'applied', contract: null, from: null })
    expect(accredited.assessment?.score).toBeCloseTo((4 + 2 + 2 * 5) / 20)
    expect(sheetOf(contracted)).toEqual({
      office: 'operator',
      scheme: 'small',
      type: 'private',
      state: 'accredited',
      from: '2026-02-01',
      until: '2027-12-31',
      lots: ['social'],
      expertise: ['legal', 'technical'],
      sectors: ['poultry'],
      regions: ['CM-CE'],
      languages: ['fr', 'ewo'],
      capacity: 20,
      contract: {
        from: '2026-02-01',
        until: '2026-12-31',
        ceiling: 5_000_000,
        cases: 30,
        prices: [
          { service: 'study', amount: 100_000 },
          { service: 'follow-up', amount: 60_000 },
        ],
      },
      interests: [],
    })
  })

  test('is suspended, taken up, renewed and ended; who applies again begins anew and keeps its history', () => {
    expect(suspended.status).toBe('suspended')
    const lifted = after(suspended, { command: 'lift-suspension', input: because })
    expect(lifted.status).toBe('accredited')
    expect(after(lifted, { command: 'renew-accreditation', input: { ...because, until: '2028-12-31' } }).until).toBe(
      '2028-12-31',
    )
    const again = after(ended, { ...apply, command: 'apply-again', input: { ...said, call: 'a-call' } })
    expect(again).toMatchObject({ status: 'applied', contract: null, assessment: null })
    expect(again.formerContracts).toHaveLength(1)
  })

  test('changes its contract when a second person confirms; until then the old one binds', () => {
    const amend: Act = { command: 'amend-contract', input: { ...because, ceiling: 9_000_000 } }
    const proposed = after(contracted, amend)
    expect(proposed.contract?.ceiling).toBe(5_000_000)
    expect(after(proposed, approve)).toMatchObject({ contract: { ceiling: 9_000_000, cases: 30 }, proposed: null })
    const returned = after(proposed, { command: 'return-contract', user: 'second', input: because })
    expect(returned).toMatchObject({ contract: { ceiling: 5_000_000 }, proposed: null })
  })

  test('keeps its sheet true, and its ties', () => {
    const update: Act = { command: 'update-sheet', ...ownStaff, input: { capacity: 25, languages: ['fr'] } }
    expect(sheetOf(after(contracted, update))).toMatchObject({ capacity: 25, languages: ['fr'], regions: ['CM-CE'] })
    const tie: Act = { command: 'declare-conflict', ...ownStaff, input: { case: 'a-case', party: 'p', reason: 'r' } }
    const tied = after(contracted, tie)
    expect(sheetOf(tied).interests).toEqual([{ case: 'a-case', party: 'p', reason: 'r' }])
    const conflict = tied.interests[0]!.conflict
    expect(after(tied, { command: 'lift-conflict', input: { ...because, conflict } }).interests).toEqual([])
  })

  test('costs what its prices say', () => {
    expect(priceOf(contracted.contract!, [{ service: 'study' }, { service: 'unknown' }])).toBe(100_000)
  })

  test('survives JSON', () => {
    for (const state of [applied, accredited, contracted, suspended, ended, refused])
      expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  })
})

/** Who: operator's adviser and coordinator, coordinator and manager of the scheme, approver. States: applied … ended. */
const classified = `
submit-application     xxxxx .....
assess-application     ...x. xx.x.
decide-accreditation   ...x. x....
sign-contract          ...x. .x...
amend-contract         ...x. .x.x.
approve-contract       ...xx .x.x.
return-contract        ...xx .x.x.
update-sheet           xx.x. xx.x.
declare-conflict       xxxx. xx.x.
lift-conflict          ..xx. xx.x.
renew-accreditation    ...x. .x.x.
suspend-accreditation  ...x. .x...
lift-suspension        ...x. ...x.
end-accreditation      ...x. .x.x.
apply-again            xx.x. ..x.x
`

test('every part, role and state is allowed or forbidden for every command', () => {
  const lines = classified
    .trim()
    .split('\n')
    .map((line) => line.split(/ +/))
  expect(lines.map(([name]) => name)).toEqual(accreditationCommandNames)
  const who = [
    ['adviser', 'operator'],
    ['coordinator', 'operator'],
    ['coordinator', 'embassy'],
    ['programme-manager', 'programme'],
    ['payment-approver', 'finance'],
  ] as const
  const states = [applied, contracted, refused, suspended, ended]
  expect(states.map(({ status }) => status)).toEqual(accreditationStates)
  const partial = ['role-may-not', 'office-may-not', 'own-standing']
  for (const [name = '', parts = '', allowed = ''] of lines) {
    const command = accreditationCommands[name]!
    const codeOf = (role: Role, office: string, state: AccreditationState) =>
      mayAttemptAccreditation(command, state, circumstancesOf({ command: name, role, office }))?.code ?? ''
    for (const [column, [role, office]] of who.entries()) {
      if (command.kind === 'opens') continue
      expect(!partial.includes(codeOf(role, office, applied)), `${name} ${role} ${office}`).toBe(parts[column] === 'x')
    }
    for (const role of roles)
      if (!command.roles.includes(role)) expect(codeOf(role, 'programme', applied)).toBe('role-may-not')
    for (const [column, state] of states.entries()) {
      if (command.kind === 'opens') continue
      const office = parts[3] === 'x' ? 'programme' : 'operator'
      const code = codeOf('programme-manager', office, state)
      expect(code !== 'accreditation-is', `${name} ${state.status} ${code}`).toBe(allowed[column] === 'x')
    }
  }
})
