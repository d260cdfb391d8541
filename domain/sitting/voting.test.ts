import { describe, expect, test } from 'vitest'

import { refusalOf } from '#tests/kit/case.ts'
import { businessRoad } from '#tests/kit/roads.ts'
import { refusalIn, sittingAfter } from '#tests/kit/sitting.ts'
import type { Act } from '#tests/kit/sitting.ts'
import {
  cast,
  file,
  member,
  members,
  planned,
  proposal,
  rule,
  secretary,
  submitted,
  vote,
  voteOf,
  voting,
} from '#tests/kit/voting.ts'

import { summaryOf } from './summary.ts'
import type { SittingState } from './state.ts'
import { tallyOf } from './tally.ts'

describe('what a vote refuses', () => {
  test('a vote after it was closed', () => {
    const closed = sittingAfter(voting, cast('first', 'for'), secretary('close-vote', { vote }))
    expect(refusalIn(closed, cast('second', 'for'))).toMatchObject({
      code: 'vote-closed',
      facts: { case: file, at: '2026-05-12T09:00:00.000Z' },
    })
    expect(refusalIn(sittingAfter(closed, secretary('close-sitting')), cast('second', 'for'))?.code).toBe('sitting-is')
  })

  test('a vote by a proxy whom nobody named, until that one is named in writing', () => {
    const forThird = { member: 'third' }
    expect(refusalIn(voting, cast('first', 'for', forThird))).toMatchObject({
      code: 'proxy-not-named',
      facts: { member: 'third', by: 'first' },
      field: 'member',
    })
    const named = sittingAfter(voting, secretary('name-proxy', { member: 'third', proxy: 'first', letter: 'of 2 May' }))
    const both = sittingAfter(named, cast('first', 'for'), cast('first', 'against', forThird))
    expect(both.ballots[0]?.cast).toMatchObject([
      { member: 'first', says: 'for', by: 'first' },
      { member: 'third', says: 'against', by: 'first' },
    ])
    expect(refusalIn(named, cast('second', 'for', forThird))?.code).toBe('proxy-not-named')
    const back = sittingAfter(named, secretary('change-presence', { present: members }))
    expect(refusalIn(back, cast('first', 'for', forThird))?.code).toBe('proxy-not-named')
  })

  test('a second vote of the same member; a changed one takes its place when it says so', () => {
    const once = sittingAfter(voting, cast('first', 'for'))
    const facts = { member: 'first', says: 'for', at: '2026-05-12T09:00:00.000Z' }
    expect(refusalIn(once, cast('first', 'against'))).toMatchObject({ code: 'already-voted', facts })
    expect(refusalIn(once, cast('first', 'for', { change: true }))?.code).toBe('already-voted')
    const changed = sittingAfter(once, cast('first', 'against', { change: true }))
    expect(changed.ballots[0]?.cast).toMatchObject([{ member: 'first', says: 'against' }])
  })

  test('a vote of who stepped aside, also through somebody else, and what they had voted before', () => {
    const aside = { case: file, member: 'second', reason: 'my cousin' }
    const state = sittingAfter(voting, cast('second', 'for'), secretary('declare-interest', aside))
    expect(refusalIn(state, cast('second', 'for'))).toMatchObject({ code: 'recused', facts: { member: 'second' } })
    expect(refusalIn(state, secretary('cast-vote', { vote, says: 'for', member: 'second' }))?.code).toBe('recused')
    const enough = sittingAfter(state, secretary('change-presence', { present: members }), cast('first', 'against'))
    expect(sittingAfter(enough, secretary('close-vote', { vote })).ballots[0]).toMatchObject({
      result: 'rejected',
      count: { for: 0, against: 1 },
    })
  })

  test('a count after the quorum was lost: nothing is decided, and the file stays open', () => {
    const left = sittingAfter(
      voting,
      cast('first', 'for'),
      secretary('change-presence', { present: ['chair', 'first'] }),
    )
    expect(refusalIn(left, secretary('close-vote', { vote }))).toMatchObject({
      code: 'no-quorum',
      facts: { quorum: 3, voting: 2, present: 2, recused: 0 },
    })
    expect(left).toMatchObject({ openFile: file, ballots: [{ result: null }] })
    const sitting = summaryOf(left, [file])
    const decided = { ...businessRoad.decided, sitting, input: { ...businessRoad.decided.input, amount: 4_000_000 } }
    expect(refusalOf(submitted, decided)?.code).toBe('no-quorum')
  })

  test('a vote of somebody absent, of a stranger, without a proposal, or in words that the rule does not know', () => {
    expect(refusalIn(voting, cast('third', 'for'))?.code).toBe('not-present')
    expect(refusalIn(voting, cast('stranger', 'for'))?.code).toBe('not-present')
    expect(refusalIn(voting, member('first', 'cast-vote', { vote: 'other', says: 'for' }))?.code).toBe('vote-not-open')
    expect(refusalIn(voting, cast('first', 'objection'))).toMatchObject({
      code: 'vote-not-possible',
      facts: { says: 'objection', possible: ['for', 'against', 'abstain'] },
    })
  })

  test.each<[string, SittingState, Act, string]>([
    ['a proposal before the sitting is open', planned, secretary('open-vote', proposal), 'sitting-is'],
    ['a second proposal beside the first', voting, secretary('open-vote', proposal), 'vote-open'],
    ['another file while a vote is open', voting, secretary('open-file', { case: 'other' }), 'vote-open'],
    ['another rule once a proposal was made', voting, secretary('set-voting-rule', rule), 'vote-begun'],
    [
      'a proxy of two',
      sittingAfter(planned, secretary('name-proxy', { member: 'third', proxy: 'first', letter: 'l' })),
      secretary('name-proxy', { member: 'second', proxy: 'first', letter: 'l' }),
      'proxy-of-two',
    ],
    [
      'a proxy of oneself',
      planned,
      secretary('name-proxy', { member: 'third', proxy: 'third', letter: 'l' }),
      'proxy-of-oneself',
    ],
    [
      'an answer to no question',
      voting,
      secretary('record-answer', { question: 'none', text: 'a' }),
      'question-not-asked',
    ],
    [
      'a question on another file',
      voting,
      member('first', 'ask-question', { case: 'other', text: 'q' }),
      'file-not-open',
    ],
    [
      'packs that nobody asked for',
      planned,
      { ...secretary('record-packs', { packs: {} }), by: 'system' },
      'nothing-to-freeze',
    ],
    ['the system before the cut-off', planned, { ...secretary('freeze-packs'), by: 'system' }, 'cut-off-ahead'],
  ])('%s', (_name, state, act, code) => {
    expect(refusalIn(state, act)?.code).toBe(code)
  })
})

describe('a decision', () => {
  const closed = sittingAfter(voting, cast('first', 'for'), cast('second', 'for'), secretary('close-vote', { vote }))
  const withVote = (state: SittingState, input: object) =>
    refusalOf(submitted, {
      ...businessRoad.decided,
      sitting: summaryOf(state, [file]),
      input: { ...businessRoad.decided.input, ...input },
    })

  test('is what the vote adopted, and nothing else', () => {
    expect(withVote(closed, { amount: 4_000_000 })).toBeUndefined()
    expect(withVote(closed, { amount: 4_100_000 })).toMatchObject({
      code: 'vote-says-otherwise',
      facts: { outcome: 'select', amount: 4_000_000, result: 'adopted' },
      field: 'amount',
    })
    const refused = { outcome: 'refuse', amount: undefined, conditions: undefined, text: 'why' }
    expect(withVote(closed, refused)).toMatchObject({ code: 'vote-says-otherwise', field: 'outcome' })
    expect(withVote(voting, { amount: 4_000_000 })?.code).toBe('vote-open')
    const withdrawn = sittingAfter(voting, secretary('withdraw-vote', { vote, reason: 'another amount' }))
    expect(withVote(withdrawn, { amount: 4_000_000 })?.code).toBe('vote-needed')
    const absent = { outcome: 'absent', amount: undefined, conditions: undefined }
    expect(withVote(withdrawn, absent)).toBeUndefined()
  })

  test('is refused above the ceiling and above the request, whatever was voted', () => {
    const high = sittingAfter(closed, secretary('open-vote', { ...proposal, amount: 9_000_000 }, '2026-05-13'))
    const again = voteOf(high)
    const adopted = sittingAfter(
      high,
      member('first', 'cast-vote', { vote: again, says: 'for' }),
      secretary('close-vote', { vote: again }),
    )
    expect(withVote(adopted, { amount: 9_000_000 })).toMatchObject({
      code: 'amount-above-request',
      facts: { amount: 9_000_000, requested: 4_100_000 },
    })
  })

  test('is made on the file on the table, and on frozen packs only where packs were frozen', () => {
    expect(withVote({ ...closed, openFile: 'other' }, { amount: 4_000_000 })).toMatchObject({
      code: 'file-not-open',
      facts: { open: 'other' },
    })
    const asked = sittingAfter(closed, secretary('freeze-packs', { cases: ['other'] }))
    const pack = { other: `7 ${'a'.repeat(64)}` }
    expect(() => sittingAfter(asked, { ...secretary('record-packs', { packs: pack }), by: 'system' })).toThrow()
    const id = '00000000-0000-4000-8000-0000000000aa'
    const frozen = sittingAfter(asked, {
      ...secretary('record-packs', { packs: { [id]: `7 ${'a'.repeat(64)}` } }),
      by: 'system',
    })
    expect(withVote(frozen, { amount: 4_000_000 })?.code).toBe('pack-not-frozen')
  })
})

describe('the count', () => {
  const votes = (...list: readonly (readonly [string, 'for' | 'against' | 'abstain' | 'objection'])[]) =>
    list.map(([who, says]) => ({ member: who, says, by: who, at: '' }))
  const two = votes(['chair', 'for'], ['first', 'against'])

  test.each([
    ['majority', false, two, 'tied', false],
    ['majority', true, two, 'adopted', true],
    ['majority', true, votes(['chair', 'against'], ['first', 'for']), 'rejected', true],
    ['majority', true, votes(['chair', 'abstain'], ['first', 'for'], ['second', 'against']), 'tied', false],
    ['majority', true, votes(['first', 'for'], ['second', 'abstain']), 'adopted', false],
    ['majority', true, [], 'tied', false],
    ['two-thirds', true, votes(['a', 'for'], ['b', 'for'], ['c', 'against']), 'adopted', false],
    ['two-thirds', true, votes(['a', 'for'], ['b', 'against']), 'rejected', false],
    ['two-thirds', true, [], 'rejected', false],
    ['unanimity', true, votes(['a', 'for'], ['b', 'abstain']), 'adopted', false],
    ['unanimity', true, two, 'rejected', false],
    ['consensus', true, [], 'adopted', false],
    ['consensus', true, votes(['a', 'for'], ['b', 'objection']), 'rejected', false],
  ] as const)('by %s, casting %s, of %j', (decides, casting, given, result, byChair) => {
    expect(tallyOf(given, decides, casting, 'chair')).toMatchObject({ result, casting: byChair })
  })
})
