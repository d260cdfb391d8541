import { describe, expect, test } from 'vitest'

import type { CommitteeSheet } from '../command.ts'
import type { Mandate } from '../committee/state.ts'
import { committeeOf } from '../scheme/committee.ts'
import { circumstancesOf, noDeeds, refusalOf } from '#tests/kit/case.ts'
import { business, businessRoad } from '#tests/kit/roads.ts'
import { emptySitting, refusalIn, sittingAfter } from '#tests/kit/sitting.ts'
import type { Act } from '#tests/kit/sitting.ts'

import { summaryOf } from './summary.ts'
import type { SittingState } from './state.ts'
import { tallyOf } from './tally.ts'
import { votersOf } from './voters.ts'

const members = ['chair', 'first', 'second', 'third']
const submitted = business('submitted')
const file = submitted.state.case
const day = '2026-05-12'

const secretary = (command: string, input: Act['input'] = {}, on = day): Act => ({
  command,
  by: 'committee-secretary',
  user: 'secretary',
  day: on,
  input,
})
const member = (user: string, command: string, input: Act['input'] = {}, on = day): Act => ({
  command,
  by: user === 'chair' ? 'committee-chair' : 'committee-member',
  user,
  day: on,
  input,
})

const plan = { scheme: 'ofii-cameroon', on: day, place: 'embassy', members, quorum: 3 }
const rule = { decides: 'majority', casting: true, reason: 'letter of the embassy' }
const planned = sittingAfter(
  emptySitting(),
  secretary('plan-sitting', plan, '2026-04-01'),
  secretary('set-voting-rule', rule, '2026-04-01'),
)
const proposal = { case: file, outcome: 'select', amount: 4_000_000 }
const voting = sittingAfter(
  planned,
  secretary('open-sitting', { present: ['chair', 'first', 'second'], chair: 'chair' }),
  secretary('open-file', { case: file }),
  secretary('open-vote', proposal),
)
const vote = voteOf(voting)
const cast = (user: string, says: string, more: Act['input'] = {}) => member(user, 'cast-vote', { vote, says, ...more })

function voteOf({ ballots }: SittingState): string {
  return ballots.at(-1)?.vote ?? ''
}

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

describe('a seat', () => {
  const held = (
    mandate: string,
    seat: string,
    who: string,
    as: Mandate['as'],
    until: string | null = null,
  ): Mandate => ({
    mandate,
    seat,
    member: who,
    as,
    from: '2026-01-01',
    until,
  })
  const seats = [
    held('m1', 'ofii', 'chair', 'holder'),
    held('m2', 'afd', 'first', 'holder'),
    held('m3', 'afd', 'second', 'alternate'),
    held('m4', 'cooperation', 'third', 'holder', '2026-05-11'),
  ]
  const sitting = (present: readonly string[]): SittingState => ({ ...voting, present })
  const ground = { mandates: seats, today: day }
  const who = (state: SittingState) => votersOf(state, file, ground).map(({ member: each }) => each)

  test('votes through its alternate only while its holder is absent, and never after its mandate', () => {
    expect(who(sitting(members))).toEqual(['chair', 'first'])
    expect(who(sitting(['chair', 'second', 'third']))).toEqual(['chair', 'second'])
    const aside = { case: file, member: 'first', reason: 'r' }
    expect(who({ ...sitting(members), interests: [aside] })).toEqual(['chair'])
  })

  test('votes once: not through a proxy beside its alternate', () => {
    const named = { ...sitting(['chair', 'second']), proxies: [{ member: 'first', proxy: 'chair', letter: 'l' }] }
    expect(votersOf(named, file, ground)).toEqual([
      { member: 'chair', by: 'chair' },
      { member: 'second', by: 'second' },
    ])
    expect(votersOf({ ...named, present: ['chair'] }, file, ground)).toContainEqual({ member: 'first', by: 'chair' })
  })

  test('has no vote, no alternate and no proxy where the committee’s rules say so', () => {
    const { edition } = circumstancesOf(noDeeds(), { command: '', by: 'committee-secretary', day }).running
    const known = committeeOf(edition, 'selection-committee')!
    const rules = { ...known.rules!, alternates: 'no', proxies: 'no' } as const
    const without = { ...ground, committee: { ...known, rules } }
    expect(votersOf(sitting(['chair', 'second']), file, without)).toEqual([{ member: 'chair', by: 'chair' }])
    const silent = known.seats.map((seat) => (seat.seat === 'ofii' ? { ...seat, votes: 'no' as const } : seat))
    expect(votersOf(sitting(members), file, { ...ground, committee: { ...known, seats: silent } })).toEqual([
      { member: 'first', by: 'first' },
    ])
  })

  test('is asked for when somebody is named, comes in or votes', () => {
    const committee: CommitteeSheet = { files: [], mandates: seats, chairs: ['chair'], minutesHash: null }
    const late = secretary('open-sitting', { present: ['chair', 'third'] })
    expect(refusalIn(planned, late, committee)).toMatchObject({
      code: 'mandate-over',
      facts: { member: 'third', until: '2026-05-11' },
      field: 'present',
    })
    expect(
      refusalIn(planned, secretary('name-members', { members: ['chair', 'nobody', 'first'] }), committee),
    ).toMatchObject({
      code: 'no-mandate',
      facts: { member: 'nobody' },
    })
    expect(refusalIn({ ...voting, present: members }, cast('second', 'for'), committee)?.code).toBe('may-not-vote')
  })
})

describe('without a meeting', () => {
  const written = { ...plan, procedure: 'urgent', answerBy: '2026-05-15' }
  const asked = sittingAfter(
    emptySitting(),
    secretary('plan-sitting', written, '2026-05-10'),
    secretary('set-voting-rule', rule, '2026-05-10'),
    secretary('open-sitting', { present: [] }),
    secretary('open-vote', proposal),
    secretary('open-vote', { ...proposal, case: 'file-two' }),
  )
  const [first, second] = asked.ballots.map((ballot) => ballot.vote) as [string, string]
  const says = (user: string, on = day, ballot = first) => member(user, 'cast-vote', { vote: ballot, says: 'for' }, on)

  test('members answer within a term; it counts once all have answered', () => {
    const three = sittingAfter(asked, says('chair'), says('first'), says('second', '2026-05-14'))
    expect(refusalIn(three, secretary('close-vote', { vote: first }, '2026-05-14'))).toMatchObject({
      code: 'term-running',
      facts: { until: '2026-05-15', missing: 1 },
    })
    const all = sittingAfter(three, says('third', '2026-05-15'), secretary('close-vote', { vote: first }, '2026-05-15'))
    expect(all.ballots[0]).toMatchObject({ result: 'adopted', present: members })
    expect(summaryOf(all, [file]).files[0]).toMatchObject({ voting: members, vote: { result: 'adopted' } })
  })

  test('or once the term is over and enough have answered; later answers are refused', () => {
    const late = '2026-05-18'
    const two = sittingAfter(asked, says('chair'), says('first'))
    expect(refusalIn(two, secretary('close-vote', { vote: first }, late))).toMatchObject({
      code: 'no-quorum',
      facts: { quorum: 3, voting: 2 },
    })
    expect(refusalIn(two, says('second', late))).toMatchObject({ code: 'term-over', facts: { until: '2026-05-15' } })
    const three = sittingAfter(two, says('second'), secretary('close-vote', { vote: first }, late))
    expect(three.ballots[0]).toMatchObject({ result: 'adopted', present: ['chair', 'first', 'second'] })
    expect(sittingAfter(two, says('first', day, second)).ballots[1]?.cast).toHaveLength(1)
  })

  test.each<[string, Act['input'], string, string]>([
    ['no term', { ...plan, procedure: 'restricted' }, 'term-needed', 'answerBy'],
    ['a term before its day', { ...plan, procedure: 'urgent', answerBy: '2026-05-11' }, 'term-before-day', 'answerBy'],
    ['a cut-off after the sitting', { ...plan, cutOffOn: '2026-05-13' }, 'cut-off-after-sitting', 'cutOffOn'],
  ])('%s is refused', (_name, input, code, field) => {
    expect(refusalIn(emptySitting(), secretary('plan-sitting', input, '2026-05-10'))).toMatchObject({ code, field })
  })

  test('no file lies on the table alone', () => {
    expect(refusalIn(asked, secretary('open-file', { case: file }))?.code).toBe('only-in-meeting')
  })
})
