import { describe, expect, test } from 'vitest'

import { after, refusalOf } from '#tests/kit/case.ts'
import { at, business, businessRoad, socialRoad } from '#tests/kit/roads.ts'
import { expectRefusals, having } from '#tests/kit/refusals.ts'

const { studied, planned, submitted } = businessRoad
const cost = (amount: number) => [{ line: 'all', amount }]

describe('feasibility and plan', () => {
  test('the cost is the sum of the lines, and the rules may use it', () => {
    expect(business('studied').state.feasibility).toMatchObject({ cost: 5_000_000, requested: 4_100_000 })
  })

  test('another study asks for another plan', () => {
    const again = having(studied, { requested: 3_000_000 }, { day: '2026-04-21' })
    const { state } = after(business('planned'), again)
    expect(state.plan).toBeNull()
    expect(state.done['plan']).toBeUndefined()
  })

  expectRefusals([
    [
      'a contribution above the cost',
      business('agreed'),
      having(studied, { ownContribution: 5_000_001, requested: 0 }),
      'contribution-above-cost',
      'ownContribution',
    ],
    [
      'more than is needed',
      business('agreed'),
      having(studied, { requested: 4_500_001 }),
      'amount-above-need',
      'requested',
    ],
    [
      'more than the ceiling',
      business('agreed'),
      having(studied, { lines: cost(9_000_000), requested: 4_591_700 }),
      'amount-above-ceiling',
      'requested',
    ],
    [
      'a sum beyond counting',
      business('agreed'),
      having(studied, { lines: [...cost(Number.MAX_SAFE_INTEGER), ...cost(2)] }),
      'amount-too-large',
      'lines',
    ],
    ['half a franc', business('agreed'), having(studied, { requested: 0.5 }), 'invalid-input', 'requested'],
    ['a debt', business('agreed'), having(studied, { ownContribution: -1 }), 'invalid-input', 'ownContribution'],
    ['a study before the idea was approved', business('thought'), studied, 'step-needs'],
    [
      'a study while the committee has the file',
      business('submitted'),
      having(studied, {}, { day: '2026-04-28' }),
      'already-submitted',
    ],
    ['a plan for nothing', business('studied'), having(planned, { requested: 0 }), 'amount-zero', 'requested'],
    [
      'a plan above the need',
      business('studied'),
      having(planned, { requested: 4_500_001 }),
      'amount-above-need',
      'requested',
    ],
    [
      'a plan above the ceiling',
      after(business('agreed'), having(studied, { lines: cost(9_000_000), requested: 4_591_699 })),
      having(planned, { requested: 4_591_700 }),
      'amount-above-ceiling',
      'requested',
    ],
    [
      'a plan while the committee has the file',
      business('submitted'),
      having(planned, {}, { day: '2026-04-28' }),
      'already-submitted',
    ],
  ])

  test('the ceiling itself may be asked for', () => {
    expect(
      refusalOf(business('agreed'), having(studied, { lines: cost(9_000_000), requested: 4_591_699 })),
    ).toBeUndefined()
  })
})

describe('to the committee', () => {
  expectRefusals([
    [
      'a sitting that is closed',
      business('planned'),
      { ...submitted, sitting: { state: 'closed' } },
      'sitting-not-open',
      'sitting',
    ],
    [
      'a sitting of another scheme',
      business('planned'),
      { ...submitted, sitting: { scheme: 'other' } },
      'no-such-sitting',
      'sitting',
    ],
    [
      'a sitting that is not there',
      business('planned'),
      having(submitted, { sitting: 'sitting-two' }),
      'no-such-sitting',
      'sitting',
    ],
    ['a file without plan', business('studied'), submitted, 'step-needs'],
    ['a file that lies there already', business('submitted'), submitted, 'already-submitted'],
    ['an aid that needs no committee', at('taken', socialRoad), submitted, 'not-for-committee'],
    [
      'a project that is not viable',
      after(business('agreed'), having(studied, { viable: false }), planned),
      submitted,
      'aid-not-open',
    ],
  ])
})
