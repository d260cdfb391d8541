import { describe, expect, test } from 'vitest'

import { after, eventsOf, refusalOf } from '#tests/kit/case.ts'
import type { Deed } from '#tests/kit/case.ts'
import { business } from '#tests/kit/roads.ts'
import { expectRefusals } from '#tests/kit/refusals.ts'

const byCoordinator = (command: string, day: string, input: Record<string, unknown> = {}): Deed => ({
  command,
  by: 'coordinator',
  day,
  input,
})
const byCounsellor = (command: string, day: string, input: Record<string, unknown> = {}): Deed => ({
  command,
  by: 'counsellor',
  day,
  input,
})
const byOperator = (command: string, day: string, input: Record<string, unknown> = {}): Deed => ({
  command,
  by: 'adviser',
  day,
  input,
})

describe('custody', () => {
  test('nothing moves until the other office accepts; then it answers for the case and the first keeps a view', () => {
    expect(business('offered').state.custody).toEqual({ office: 'lyon', since: '2026-01-05', offeredTo: 'yaounde' })
    const { state } = business('received')
    expect(state.custody).toEqual({ office: 'yaounde', since: '2026-02-12', offeredTo: null })
    expect(state.formerOffices).toEqual(['lyon'])
  })

  test('an offer is returned with a reason, by its receiver or by its giver', () => {
    const returned = byCoordinator('return-custody', '2026-02-12', { reason: 'not our region' })
    expect(after(business('offered'), returned).state.custody).toMatchObject({ office: 'lyon', offeredTo: null })
    const takenBack = byCounsellor('return-custody', '2026-02-12', { reason: 'she stays' })
    expect(after(business('offered'), takenBack).state.custody).toMatchObject({ office: 'lyon', offeredTo: null })
  })

  test('custody may come back later', () => {
    const back = after(
      business('received'),
      byCoordinator('hand-over-custody', '2026-02-20', { to: 'lyon', reason: 'she went back' }),
      byCounsellor('accept-custody', '2026-02-21'),
    )
    expect(back.state.custody.office).toBe('lyon')
    expect(back.state.formerOffices).toEqual(['yaounde'])
  })

  expectRefusals([
    [
      'an offer to oneself',
      business('departed'),
      byCounsellor('hand-over-custody', '2026-02-11', { to: 'lyon', reason: 'r' }),
      'same-office',
      'to',
    ],
    [
      'a second offer',
      business('offered'),
      byCounsellor('hand-over-custody', '2026-02-11', { to: 'paris', reason: 'r' }),
      'already-offered',
    ],
    [
      'an offer to an office that does not exist',
      business('departed'),
      byCounsellor('hand-over-custody', '2026-02-11', { to: 'nowhere', reason: 'r' }),
      'unknown-choice',
      'to',
    ],
    [
      'an offer before the departure',
      business('booked'),
      byCounsellor('hand-over-custody', '2026-02-11', { to: 'yaounde', reason: 'r' }),
      'step-needs',
    ],
    [
      'an answer without an offer',
      business('departed'),
      byCounsellor('accept-custody', '2026-02-11'),
      'office-may-not',
    ],
    [
      'a return without an offer',
      business('departed'),
      byCounsellor('return-custody', '2026-02-11', { reason: 'r' }),
      'not-offered',
    ],
    [
      'an acceptance by an office it was not offered to',
      business('offered'),
      { ...byCounsellor('accept-custody', '2026-02-12'), office: 'paris' },
      'office-may-not',
    ],
  ])
})

describe('first contact', () => {
  test('says when they arrived and where they settle', () => {
    const { state } = business('met')
    expect(state.marks['arrival']).toBe('2026-02-11')
    expect(state.region).toBe('CM-CE')
  })

  expectRefusals([
    [
      'an arrival after the contact',
      business('received'),
      byCoordinator('record-first-contact', '2026-02-16', { arrivedOn: '2026-02-17' }),
      'arrival-after-contact',
      'arrivedOn',
    ],
    [
      'an arrival before the departure',
      business('received'),
      byCoordinator('record-first-contact', '2026-02-16', { arrivedOn: '2026-02-09' }),
      'date-too-early',
      'arrivedOn',
    ],
    [
      'an office that has no custody',
      business('offered'),
      byCoordinator('record-first-contact', '2026-02-16', { arrivedOn: '2026-02-11' }),
      'office-may-not',
    ],
  ])
})

describe('operator', () => {
  const refused = byOperator('refuse-designation', '2026-02-23', { reason: 'too many cases' })
  const another = byCoordinator('designate-operator', '2026-02-24', { operator: 'operator-two', reason: 'next' })

  test('a refusal leaves the person without operator; another one is named and accepts', () => {
    const without = after(business('designated'), refused)
    expect(without.state.operator).toBeNull()
    expect(without.state.operatorsRefused).toMatchObject([{ office: 'operator-one' }])
    expect(without.state.done['designation']).toBeUndefined()
    const accepted = { ...byOperator('accept-designation', '2026-02-25'), office: 'operator-two' }
    expect(after(without, another, accepted).state).toMatchObject({
      operator: { office: 'operator-two', accepted: true },
      done: { designation: '2026-02-25' },
    })
  })

  test('naming another operator later opens the step again until that one accepts', () => {
    const renamed = after(business('taken'), another)
    expect(renamed.state.operator).toMatchObject({ office: 'operator-two', accepted: false })
    expect(renamed.state.done['designation']).toBeUndefined()
    expect(refusalOf(renamed, byOperator('submit-idea', '2026-03-01', { activity: 'poultry', text: 't' }))?.code).toBe(
      'office-may-not',
    )
  })

  expectRefusals([
    [
      'the same operator again',
      business('taken'),
      byCoordinator('designate-operator', '2026-02-24', { operator: 'operator-one', reason: 'r' }),
      'same-operator',
      'operator',
    ],
    [
      'an operator that refused',
      after(business('designated'), refused),
      byCoordinator('designate-operator', '2026-02-24', { operator: 'operator-one', reason: 'r' }),
      'operator-already-refused',
      'operator',
    ],
    [
      'an office that is no operator of the scheme',
      business('met'),
      byCoordinator('designate-operator', '2026-02-24', { operator: 'finance', reason: 'r' }),
      'unknown-choice',
      'operator',
    ],
    ['a refusal after the acceptance', business('taken'), refused, 'already-accepted'],
    ['a second acceptance', business('taken'), byOperator('accept-designation', '2026-02-24'), 'already-accepted'],
    ['an answer by another operator', business('designated'), { ...refused, office: 'operator-two' }, 'office-may-not'],
    [
      'an acceptance before the designation',
      business('designated'),
      byOperator('accept-designation', '2026-02-23', { on: '2026-02-19' }),
      'date-too-early',
      'on',
    ],
  ])
})

describe('idea', () => {
  const returned = byCoordinator('return-idea', '2026-03-09', { text: 'where is the water' })

  test('comes back with words and is handed in again', () => {
    const back = after(business('thought'), returned)
    expect(back.state.idea?.state).toBe('returned')
    const again = byOperator('submit-idea', '2026-03-12', { activity: 'livestock', text: 'with a well' })
    expect(after(back, again).state.idea).toMatchObject({ activity: 'livestock', state: 'submitted' })
    expect(eventsOf(business('thought'), byCoordinator('approve-idea', '2026-03-09'))).toMatchObject([
      { type: 'idea-approved', data: { step: 'idea', text: null } },
    ])
  })

  expectRefusals([
    [
      'an idea while one is being read',
      business('thought'),
      byOperator('submit-idea', '2026-03-06', { activity: 'poultry', text: 't' }),
      'already-submitted',
    ],
    [
      'a sector that the catalogue does not have',
      business('taken'),
      byOperator('submit-idea', '2026-03-06', { activity: 'wizardry', text: 't' }),
      'unknown-choice',
      'activity',
    ],
    ['an approval of nothing', business('taken'), byCoordinator('approve-idea', '2026-03-09'), 'nothing-submitted'],
    ['a return of nothing', business('taken'), returned, 'nothing-submitted'],
    ['an approval by the operator', business('thought'), byOperator('approve-idea', '2026-03-09'), 'role-may-not'],
    [
      'another idea after the approval',
      business('agreed'),
      byOperator('submit-idea', '2026-03-10', { activity: 'poultry', text: 't' }),
      'already-done',
    ],
  ])
})
