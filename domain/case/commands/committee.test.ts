import { describe, expect, test } from 'vitest'

import { after, refusalOf } from '#tests/kit/case.ts'
import type { Deed } from '#tests/kit/case.ts'
import { at, business, businessRoad, employmentRoad, socialRoad } from '#tests/kit/roads.ts'
import { expectRefusals, having } from '#tests/kit/refusals.ts'

const { decided } = businessRoad

describe('decision', () => {
  test('a grant is split into the tranches of the aid, to the last unit', () => {
    expect(business('decided').state.award).toMatchObject({
      amount: 4_100_000,
      conditions: ['a vet visits first'],
      tranches: [
        { tranche: 'first', amount: 2_870_000, state: 'waiting' },
        { tranche: 'second', amount: 1_230_000, state: 'waiting' },
      ],
    })
    const odd = after(business('submitted'), having(decided, { outcome: 'select-for-less', amount: 3 }))
    expect(odd.state.award?.tranches.map((each) => each.amount)).toEqual([2, 1])
  })

  test.each(['postpone', 'refuse', 'absent'])(
    '%s leaves the step open and the file free for another sitting',
    (outcome) => {
      const input = { outcome, amount: undefined, conditions: undefined, text: 'words' }
      const { state } = after(business('submitted'), having(decided, input))
      expect(state).toMatchObject({ award: null, submission: null, decisions: [{ outcome, complete: false }] })
      expect(state.done['committee']).toBeUndefined()
    },
  )

  const file = business('submitted').state.case
  const none = { amount: undefined, conditions: undefined }

  expectRefusals([
    ['a file that was not submitted', business('planned'), decided, 'file-not-submitted'],
    [
      'another sitting',
      business('submitted'),
      having(decided, { sitting: 'sitting-two' }),
      'no-such-sitting',
      'sitting',
    ],
    [
      'a file that is not on the agenda',
      business('submitted'),
      { ...decided, sitting: { files: [] } },
      'not-on-agenda',
      'sitting',
    ],
    [
      'a sitting of another office',
      business('submitted'),
      { ...decided, office: 'elsewhere' },
      'not-your-sitting',
      'sitting',
    ],
    [
      'a sitting that is not open',
      business('submitted'),
      { ...decided, sitting: { state: 'planned' } },
      'sitting-not-open',
      'sitting',
    ],
    [
      'who stepped aside',
      business('submitted'),
      { ...decided, sitting: { files: [{ case: file, recused: ['user-committee-secretary'] }] } },
      'recused',
    ],
    [
      'a sitting without quorum rule',
      business('submitted'),
      { ...decided, sitting: { quorum: null } },
      'quorum-not-set',
      'sitting',
    ],
    [
      'too few members',
      business('submitted'),
      { ...decided, sitting: { present: ['a', 'b'] } },
      'no-quorum',
      'sitting',
    ],
    [
      'too few members without those who stepped aside',
      business('submitted'),
      { ...decided, sitting: { quorum: 4, files: [{ case: file, recused: ['chair'] }] } },
      'no-quorum',
      'sitting',
    ],
    [
      'a grant without amount',
      business('submitted'),
      having(decided, { amount: undefined }),
      'amount-needed',
      'amount',
    ],
    ['a grant of nothing', business('submitted'), having(decided, { amount: 0 }), 'amount-zero', 'amount'],
    [
      'more than was asked for',
      business('submitted'),
      having(decided, { amount: 4_100_001 }),
      'amount-above-request',
      'amount',
    ],
    [
      'less that is not less',
      business('submitted'),
      having(decided, { outcome: 'select-for-less', amount: 4_100_000 }),
      'amount-not-less',
      'amount',
    ],
    [
      'an amount too small to split',
      business('submitted'),
      having(decided, { amount: 1 }),
      'amount-too-small',
      'amount',
    ],
    [
      'an amount with a refusal',
      business('submitted'),
      having(decided, { outcome: 'refuse', text: 't' }),
      'no-amount-here',
      'amount',
    ],
    [
      'a postponement without words',
      business('submitted'),
      having(decided, { outcome: 'postpone', ...none }),
      'text-needed',
      'text',
    ],
    [
      'a refusal without words',
      business('submitted'),
      having(decided, { outcome: 'refuse', ...none }),
      'text-needed',
      'text',
    ],
    [
      'a decision before the file came',
      business('submitted'),
      having(decided, { on: '2026-04-26' }),
      'date-too-early',
      'on',
    ],
    ['a coordinator', business('submitted'), { ...decided, by: 'coordinator' }, 'role-may-not'],
  ])

  test('an outcome that the committee does not have is refused', () => {
    const before = business('submitted')
    const committees = before.running.edition.committees?.map((each) => ({ ...each, outcomes: ['select' as const] }))
    const edition = { ...before.running.edition, committees }
    const played = { ...before, running: { ...before.running, edition } }
    expect(refusalOf(played, having(decided, { outcome: 'absent', ...none }))).toMatchObject({
      code: 'outcome-not-possible',
      facts: { possible: ['select'] },
    })
  })

  test('where the edition has a quorum, the sitting needs none of its own', () => {
    const before = business('submitted')
    const committees = before.running.edition.committees?.map((each) => ({ ...each, quorum: 4 }))
    const edition = { ...before.running.edition, committees }
    const played = { ...before, running: { ...before.running, edition } }
    expect(refusalOf(played, { ...decided, sitting: { quorum: null } })).toBeUndefined()
    expect(refusalOf(played, { ...decided, sitting: { quorum: 5 } })?.code).toBe('no-quorum')
  })
})

describe('recall', () => {
  const recalled: Deed = {
    command: 'recall-file',
    by: 'committee-secretary',
    day: '2026-05-12',
    input: { reason: 'the sitting was cancelled' },
  }

  test('a file comes back and may be submitted to another sitting, or worked on', () => {
    const back = after(business('submitted'), recalled)
    expect(back.state.submission).toBeNull()
    const again = having(businessRoad.submitted, {}, { day: '2026-05-13' })
    expect(after(back, again).state.submission).toMatchObject({ sitting: 'sitting-one', on: '2026-05-13' })
    expect(
      refusalOf(back, having(businessRoad.planned, { requested: 4_000_000 }, { day: '2026-05-13' })),
    ).toBeUndefined()
  })

  expectRefusals([
    ['a file that is not there', business('planned'), recalled, 'file-not-submitted'],
    ['a day before it came', business('submitted'), having(recalled, { on: '2026-04-26' }), 'date-too-early', 'on'],
    ['another secretary', business('submitted'), { ...recalled, office: 'elsewhere' }, 'office-may-not'],
  ])
})

describe('award by the coordinator', () => {
  const { granted } = socialRoad

  expectRefusals([
    ['an aid of the committee', business('planned'), having(granted, {}), 'not-for-coordinator'],
    ['an award of nothing', at('taken', socialRoad), having(granted, { amount: 0 }), 'amount-zero', 'amount'],
    [
      'more than the ceiling',
      at('taken', socialRoad),
      having(granted, { amount: 459_171 }),
      'amount-above-ceiling',
      'amount',
    ],
    ['a second award', at('granted', socialRoad), granted, 'already-decided'],
    [
      'more than was studied',
      at('placed', employmentRoad),
      having(granted, { amount: 1_200_001 }),
      'amount-above-request',
      'amount',
    ],
  ])

  test('the family counts for the ceiling of the social aid', () => {
    expect(refusalOf(at('taken', socialRoad), having(granted, { amount: 459_170 }))).toBeUndefined()
  })
})
